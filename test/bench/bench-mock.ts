import { parseArgs } from 'node:util';
import { machine } from './machine.ts';
import { MeasuredProcess } from './measured-process.ts';
import { list, load, refresh, type Workload } from './mock/load.ts';
import { Subject } from './mock/subject.ts';
import { median } from './request-rate.ts';

const { values: flags } = parseArgs({
  options: { short: { type: 'boolean', default: false }, enforce: { type: 'boolean', default: false } },
});
/** `--short` is for CI: the same comparisons in less time, with more noise. */
const { runs, seconds, requests } = flags.short
  ? { runs: 3, seconds: 1, requests: 20_000 }
  : { runs: 5, seconds: 3, requests: 100_000 };
const missed: string[] = [];

console.log(machine());
await measureStart();
{
  await using mock = await Subject.start('mock-anaf', 'mock-process.ts');
  await using other = await Subject.start('oauth2-mock-server', 'oauth2-mock-process.ts');
  await using bare = await Subject.start('bare handler', 'bare-process.ts', await listOf(mock));
  await compareRefresh(mock, other, bare);
  await compareList(mock, bare);
}
await measureMemory();
console.log(missed.length === 0 ? 'every target is met' : `missed: ${missed.join('; ')}`);
if (flags.enforce && missed.length > 0) process.exitCode = 1;

async function measureStart(): Promise<void> {
  const call: number[] = [];
  const command: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const node = '--conditions=spv-source';
    await using started = await MeasuredProcess.start('node', [node, 'test/bench/mock/start-process.ts'], /\n/);
    call.push(Number(started.firstLines));
    await using whole = await MeasuredProcess.start('node', [node, 'mock-anaf/main.ts', '--free-ports'], /Ctrl-C/);
    command.push(whole.readyAfterSeconds);
  }
  report('startMockAnaf() until every door listens', median(call), 's', { atMost: 1 });
  report('mock-anaf --free-ports until ready', median(command), 's');
}

async function compareRefresh(mock: Subject, other: Subject, bare: Subject): Promise<void> {
  const rates = await alternate([mock, other, bare], refresh, mock);
  report('refresh_token, relative to oauth2-mock-server', rates(mock) / rates(other), '×', { atLeast: 1.5 });
  report('refresh_token, relative to a bare handler', rates(mock) / rates(bare), '×', { atLeast: 0.6 });
}

async function compareList(mock: Subject, bare: Subject): Promise<void> {
  const rates = await alternate([mock, bare], list, mock);
  report('listaMesajeFactura, relative to a bare handler', rates(mock) / rates(bare), '×', { atLeast: 0.5 });
}

/** Measures the subjects in turns, so that a busy moment of the machine affects all of them, and returns the median rates. */
async function alternate(
  subjects: readonly Subject[],
  workload: Workload,
  mock: Subject,
): Promise<(subject: Subject) => number> {
  const newTokens = () => mock.newTokens();
  const rates = new Map(subjects.map((subject) => [subject, [] as number[]]));
  const costs = new Map(subjects.map((subject) => [subject, [] as number[]]));
  for (const subject of subjects) await load(subject, workload, newTokens, { seconds: 1 });
  for (let run = 0; run < runs; run += 1) {
    for (const subject of subjects) {
      const usedBefore = subject.processorSeconds();
      const { answers, seconds: time } = await load(subject, workload, newTokens, { seconds });
      rates.get(subject)?.push(answers / time);
      costs.get(subject)?.push(((subject.processorSeconds() - usedBefore) / answers) * 1e6);
    }
  }
  for (const subject of subjects) {
    report(`${workload.name}, ${subject.name}`, median(rates.get(subject) ?? []), 'requests/s');
    report('  processor time per request', median(costs.get(subject) ?? []), 'µs');
  }
  return (subject) => median(rates.get(subject) ?? []);
}

/** Half of the requests are refreshes, the other half lists. */
async function measureMemory(): Promise<void> {
  await using mock = await Subject.start('mock-anaf', 'mock-process.ts');
  const both = async () => {
    for (const workload of [refresh, list]) {
      await load(mock, workload, () => mock.newTokens(), { requests: requests / 2 });
    }
    return mock.memory();
  };
  const first = await both();
  const second = await both();
  report(`memory after ${requests} requests`, first.usedMegabytes, 'MB');
  report(`resident after ${requests} requests`, first.residentMegabytes, 'MB');
  const growth = second.usedMegabytes - first.usedMegabytes;
  report(`growth over ${requests} more requests`, growth, 'MB', { atMost: 10 });
  report('growth of resident memory', second.residentMegabytes - first.residentMegabytes, 'MB');
}

async function listOf(mock: Subject): Promise<string> {
  const { access_token } = await mock.newTokens();
  const response = await fetch(mock.addresses.listUrl ?? '', { headers: { authorization: `Bearer ${access_token}` } });
  return response.text();
}

function report(what: string, value: number, unit: string, target: { atLeast?: number; atMost?: number } = {}): void {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = target;
  const isMet = value >= atLeast && value <= atMost;
  const bound = target.atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  const verdict = Object.keys(target).length === 0 ? '' : `  ${bound}: ${isMet ? 'met' : 'MISSED'}`;
  const digits = unit === 'requests/s' || unit === 'µs' ? 0 : 2;
  console.log(`${what.padEnd(46)} ${value.toFixed(digits).padStart(8)} ${unit}${verdict}`);
  if (!isMet) missed.push(what);
}
