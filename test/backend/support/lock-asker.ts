import { lockDataFolder } from 'spv-authorize-backend';

/** A process that says `ready`, asks for a folder at the first line it is sent, says what came of it, and keeps what it got. */
const [folder = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  lockDataFolder(folder).then(
    () => console.log('held'),
    (error: Error) => console.log(error.name),
  );
});
console.log('ready');
