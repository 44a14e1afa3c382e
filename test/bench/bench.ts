import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
await measureMock();
await measureBackend();

/** From the command to the line that says where the site is: on an empty data folder, then on the same again. */
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
  const bundle = readFileSync('widget/dist/spv-authorize.min.js');
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const gzip = kilobytes(gzipSync(bundle, { level: 9 }).length);
  console.log(
    `spv-authorize.min.js         ${kilobytes(bundle.length)} raw, ${gzip} gzip, ${kilobytes(brotliCompressSync(bundle).length)} brotli`,
  );
}

async function measureMock(): Promise<void> {
  await using mock = await MeasuredProcess.start(
    'node',
    [...node, 'test/bench/mock-process.ts', String(workers)],
    /\n/,
  );
  // The line that `mock-process.ts` prints.
  const { tokenUrl, clientId, clientSecret, refreshTokens } = JSON.parse(mock.firstLines) as {
    tokenUrl: string;
    clientId: string;
    clientSecret: string;
    refreshTokens: string[];
  };
  const refresh = async (worker: number): Promise<void> => {
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshTokens[worker] ?? '',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const response = await fetch(tokenUrl, { method: 'POST', body });
    if (!response.ok) throw new Error(`the mock refused a refresh: ${response.status} ${await response.text()}`);
    // RFC 6749 §5.1; the status said that it is one.
    refreshTokens[worker] = ((await response.json()) as { refresh_token: string }).refresh_token;
  };
  console.log(`mock-anaf, refresh_token     ${await medianRate(refresh)} requests/s`);
  console.log(`memory of mock-anaf, after   ${mock.memoryMiB().toFixed(0)} MiB`);
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
