import type { Capability } from 'spv-authorize/contract';
import type { Subject } from '../probe/subject.ts';

/** The levels of the contract, and the face for the host's server. */
export const levels = ['connect', 'keep', 'delegate', 'live', 'host'] as const;
export type Level = (typeof levels)[number];

/** One fact about a backend. */
export interface Check {
  /** Stable, for programs that read the report. */
  readonly id: string;
  readonly level: Level;
  /** A sentence that is true for a backend that meets the contract. */
  readonly fact: string;
  /** The check applies only to a backend that announces it. */
  readonly capability?: Capability;
  /** A backend without what the check needs is not held up by it: a session that has ended cannot be made by the kit. */
  readonly isOptional?: true;
  /** Rejects with `NotMetError` or `NotCheckedError`. */
  run(subject: Subject): Promise<void>;
}
