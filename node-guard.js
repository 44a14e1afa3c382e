// Plain JavaScript on purpose: it must run on the Node that is too old for the rest.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const needed = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < needed) {
  console.error(
    `This project needs Node ${needed} or newer; it was started by Node ${process.versions.node} (${process.execPath}).\n` +
      `On Linux x64/arm64 and Windows x64, "npm ci" brings Node ${needed} along: run "npm ci" without --omit=optional, then "npm run …" again.\n` +
      `Elsewhere, install Node ${needed} and put it first on PATH.`,
  );
  process.exit(1);
}

const script = process.argv[2];
if (!script) {
  console.error('Usage: node node-guard.js <script> [arguments]');
  process.exit(1);
}
process.argv.splice(1, 2, resolve(script));
await import(pathToFileURL(resolve(script)).href);
