import { setTimeout as wait } from 'node:timers/promises';
import { type AnafConfiguration, type AnafOptions, startAnaf } from '../probe/anaf.ts';
import { exchange } from '../probe/answer.ts';
import type { SessionSource } from '../probe/session-source.ts';
import { Subject, type SubjectOptions } from '../probe/subject.ts';
import { runChecks } from './run-checks.ts';
import { announcedLevel, type CheckResult, judge, type LevelResult } from './verdict.ts';

export interface ConformanceOptions {
  /** Address of the backend, as browsers reach it, without a slash at the end. */
  readonly baseUrl: string;
  readonly sessions: SessionSource;
  /** Origin of the host's pages, which the backend allows. */
  readonly origin: string;
  /** Checks the face of the host's server as well. */
  readonly hostKey?: string;
  /** A session whose lifetime is over. Without it, one check is left out. */
  readonly expiredSession?: string;
  /** Registration and ports of mock-anaf. `false`: without mock-anaf; only what needs no ANAF is checked. */
  readonly anaf?: Omit<AnafOptions, 'redirectUri'> | false;
  /** Called when mock-anaf is ready, before the backend has to answer. */
  readonly onConfigured?: (configuration: AnafConfiguration) => Promise<void> | void;
  /** How long to wait for the backend's first answer, in seconds. Default: 120. */
  readonly waitSeconds?: number;
  readonly onResult?: (result: CheckResult) => void;
}

export interface Report {
  readonly baseUrl: string;
  readonly capabilities: readonly string[];
  /** Whether mock-anaf was behind the backend. */
  readonly withAnaf: boolean;
  readonly levels: readonly LevelResult[];
  readonly checks: readonly CheckResult[];
  /** The highest level that the capabilities announce, 1–4. */
  readonly announcedLevel: number;
}

/** The backend did not answer in time. */
export class BackendSilentError extends Error {
  override readonly name = 'BackendSilentError';
}

const pollMs = 500;

/** Runs every check against a backend. Throws `BackendSilentError`, and the errors of mock-anaf's start. */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const { baseUrl, onConfigured, waitSeconds = 120, onResult = () => {} } = options;
  const redirectUri = `${baseUrl}/callback`;
  const anaf = options.anaf === false ? undefined : await startAnaf({ ...options.anaf, redirectUri });
  try {
    if (anaf) await onConfigured?.(anaf.configuration);
    await untilAnswering(baseUrl, waitSeconds);
    const subject = new Subject({ ...subjectOptions(options), ...(anaf && { anaf }) });
    const capabilities = await capabilitiesOf(subject);
    const checks = await runChecks(subject, capabilities, onResult);
    return {
      baseUrl,
      capabilities: [...capabilities],
      withAnaf: anaf !== undefined,
      levels: judge(checks, capabilities),
      checks,
      announcedLevel: announcedLevel(capabilities),
    };
  } finally {
    await anaf?.mock.stop();
  }
}

function subjectOptions({ baseUrl, origin, sessions, hostKey, expiredSession }: ConformanceOptions): SubjectOptions {
  return { baseUrl, origin, sessions, ...(hostKey && { hostKey }), ...(expiredSession && { expiredSession }) };
}

/** Waits for any answer; what it says is judged by the checks. */
async function untilAnswering(baseUrl: string, waitSeconds: number): Promise<void> {
  const url = new URL(`${baseUrl}/v1/authorization`);
  const tries = Math.ceil((waitSeconds * 1000) / pollMs);
  for (let left = tries; ; left -= 1) {
    try {
      await exchange(url, { method: 'GET', headers: {} });
      return;
    } catch (cause) {
      if (left <= 0) throw new BackendSilentError(`${baseUrl} did not answer within ${waitSeconds} seconds`, { cause });
      await wait(pollMs);
    }
  }
}

/** What the backend announces; nothing when its first answer is unusable, which a check reports. */
async function capabilitiesOf(subject: Subject): Promise<ReadonlySet<string>> {
  try {
    const { capabilities } = await (await subject.open()).readAuthorization();
    return new Set(capabilities);
  } catch {
    return new Set();
  }
}
