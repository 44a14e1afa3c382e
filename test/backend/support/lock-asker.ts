import { lockDataFolder } from 'spv-authorize-backend';

/** A process that prints `ready`, locks a folder when it reads a line, prints the result and keeps the lock. */
const [folder = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  lockDataFolder(folder).then(
    () => console.log('held'),
    (error: Error) => console.log(error.name),
  );
});
console.log('ready');
