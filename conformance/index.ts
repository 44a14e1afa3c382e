export type { AnafConfiguration } from './probe/anaf.ts';
export {
  type SessionRequest,
  type SessionSource,
  SessionSourceError,
  sessionsByCommand,
  sessionsByHostKey,
} from './probe/session-source.ts';
export { BackendSilentError, type ConformanceOptions, type Report, runConformance } from './verdict/run-conformance.ts';
export type { CheckResult, LevelResult, LevelVerdict, Outcome } from './verdict/verdict.ts';
