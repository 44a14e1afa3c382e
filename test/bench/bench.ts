import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { runToEnd } from '../support/process.ts';
import { machine } from './machine.ts';
import { MeasuredProcess } from './measured-process.ts';
import { median, requestRate } from './request-rate.ts';

const workers = 8;
const seconds = 3;
const runs = 3;
const node = ['--conditions=spv-source', '--expose-gc'] as const;

console.log(machine());
await measureStart();
await measureBundle();
await measureBackend();

/** Time from the command to the line with the site's address: with an empty data folder, then with the same folder again. */
async function measureStart(): Promise<void> {
  const first: number[] = [];
  const again: number[] = [];
  let memoryMiB = 0;
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'spv-bench-'));
    try {
      first.push((await startOnce(folder)).readyAfterSeconds);
      const second = await startOnce(folder);
      again.push(second.readyAfterSeconds);
      memoryMiB = second.memoryMiB;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(`npm start until ready        ${median(first).toFixed(1)} s first, ${median(again).toFixed(1)} s again`);
  console.log(`memory of npm start, idle    ${memoryMiB.toFixed(0)} MiB`);
}

async function startOnce(folder: string): Promise<{ readyAfterSeconds: number; memoryMiB: number }> {
  const options = ['--data', folder, '--port', '4780', '--backend-port', '4781'];
  await using demo = await MeasuredProcess.start('npm', ['start', '--', ...options], /Ctrl-C/);
  return { readyAfterSeconds: demo.readyAfterSeconds, memoryMiB: demo.memoryMiB() };
}

async function measureBundle(): Promise<void> {
  const { exitCode } = await runToEnd('npm', ['run', 'build', '--silent', '-w', 'widget', '--', '--logLevel', 'error']);
  if (exitCode !== 0) throw new Error('the widget could not be built');
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  for (const name of globSync('widget/dist/spv-authorize*.min.js').sort()) {
    const file = readFileSync(name);
    const gzip = kilobytes(gzipSync(file, { level: 9 }).length);
    const brotli = kilobytes(brotliCompressSync(file).length);
    console.log(`${basename(name).padEnd(28)} ${kilobytes(file.length)} raw, ${gzip} gzip, ${brotli} brotli`);
  }
}

async function measureBackend(): Promise<void> {
  await using backend = await MeasuredProcess.start('node', [...node, 'test/bench/backend-process.ts'], /"session"/);
  const line = backend.firstLines.split('\n').find((text) => text.includes('"session"')) ?? '';
  // The line that `backend-process.ts` prints.
  const { statusUrl, session } = JSON.parse(line) as { statusUrl: string; session: string };
  const readStatus = async (): Promise<void> => {
    const response = await fetch(statusUrl, { headers: { authorization: `Bearer ${session}` } });
    if (!response.ok) throw new Error(`the backend answered ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  console.log(`backend, status              ${await medianRate(readStatus)} requests/s`);
  console.log(`memory of backend, after     ${backend.memoryMiB().toFixed(0)} MiB`);
}

/** After a second of warming up, the median of three runs. */
async function medianRate(makeRequest: (worker: number) => Promise<void>): Promise<string> {
  await requestRate({ workers, seconds: 1 }, makeRequest);
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) rates.push(await requestRate({ workers, seconds }, makeRequest));
  return median(rates).toFixed(0);
}
