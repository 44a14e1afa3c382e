import type { WhichGrants } from '../anaf/oauth/grants.ts';
import type { MovableClock } from '../engine/clock/clock.ts';
import type { MockEvents } from '../engine/events/mock-events.ts';
import type { TokenResponse } from '../engine/events/token-response.ts';
import type { Journal } from '../engine/journal/journal.ts';
import type { Chaos } from '../engine/scenarios/chaos.ts';
import type { Scenarios } from '../engine/scenarios/scenarios.ts';
import type { Client, MockState } from '../engine/state/mock-state.ts';
import type { MessageRequest } from './add-messages.ts';
import type { DirectTokenRequest } from './issue-tokens-for.ts';
import type { PeopleControl } from './people/people-control.ts';
import type { Persona } from './people/persona.ts';
import type { PersonRequest, PersonResult } from './people/play-person.ts';

/** A running mock. All doors share one state. */
export interface MockAnaf extends PeopleControl {
  readonly urls: {
    /** HTTPS; the certificate is asked for by a TLS 1.2 renegotiation at `/my.policy`, as ANAF's F5 does. */
    readonly login: string;
    /** HTTPS; the certificate is asked for at the handshake. */
    readonly loginAtHandshake: string;
    /** Loopback HTTP; a page plays the dialogs. Absent with `picker: false`. */
    readonly picker: string;
    readonly api: string;
    readonly apiPlain: string;
    /** HTTPS; the API with a client certificate in place of a token. */
    readonly apiCertificate: string;
    /** HTTPS; `validare`, `transformare` and `validate/signature` without a token. */
    readonly apiPublic: string;
    readonly admin: string;
    /** Absent unless asked for by `proxy`. */
    readonly proxy?: string;
  };
  /** Certificate of the authority that signed the TLS doors and the people. */
  readonly caPem: string;
  readonly clients: readonly Client[];
  readonly personas: readonly Persona[];
  readonly clock: MovableClock;
  readonly scenarios: Scenarios;
  /** Light faults by seeded chance; off unless started. */
  readonly chaos: Chaos;
  readonly journal: Journal;
  readonly state: MockState;
  /** Walks an authorization address to its end as a person at the picker would, without a browser. */
  authorize(request: PersonRequest): Promise<PersonResult>;
  /** A token pair without any walk, as old as wanted. */
  issueTokens(request: DirectTokenRequest): Promise<TokenResponse>;
  /** Puts invoices into ANAF's lists; returns the upload ids. */
  addMessages(request: MessageRequest): readonly string[];
  /** Cuts grants off as ANAF may: one of them, those of one application or person, or all. Returns how many. */
  disconnect(which?: WhichGrants): number;
  /** Calls `listener` at each event of this name, before the answer is sent. @returns what ends that */
  on: MockEvents['on'];
  /** The next event of this name, e.g. `await mock.once('token-issued', { filter: ({ persona }) => persona === 'accountant' })`. */
  once: MockEvents['once'];
  /** Everything as at the start, clock and ids included; keys, certificates and instances stay. */
  reset(): void;
  /** Closes every door and cuts what is open. May be called twice. */
  stop(): Promise<void>;
}
