import type { WhichGrants } from '../anaf/oauth/grants.ts';
import type { MovableClock } from '../engine/clock/clock.ts';
import type { MockEvents } from '../engine/events/mock-events.ts';
import type { TokenResponse } from '../engine/events/token-response.ts';
import type { Journal } from '../engine/journal/journal.ts';
import type { Chaos } from '../engine/scenarios/chaos.ts';
import type { Scenarios } from '../engine/scenarios/scenarios.ts';
import type { Client, MockState } from '../engine/state/mock-state.ts';
import type { DirectTokenRequest } from './applications/issue-tokens-for.ts';
import type { PersonRequest, PersonResult } from './browser/play-person.ts';
import type { MessageRequest } from './messages/add-messages.ts';
import type { PeopleControl } from './people/people-control.ts';
import type { Persona } from './people/persona.ts';

/** A running mock, as `startMockAnaf` returns it. All doors share one state. */
export interface MockAnaf extends PeopleControl {
  /** Address of each door. */
  readonly urls: {
    /** HTTPS; the certificate is requested by a TLS 1.2 renegotiation at `/my.policy`, as ANAF's F5 does. */
    readonly login: string;
    /** HTTPS; the certificate is requested in the TLS handshake. */
    readonly loginAtHandshake: string;
    /** Loopback HTTP; a page shows the dialogs for certificate and PIN. Absent with `picker: false`. */
    readonly picker: string;
    /** HTTPS; the e-Factura API with an access token. */
    readonly api: string;
    /** HTTP; the same API. */
    readonly apiPlain: string;
    /** HTTPS; the API with a client certificate instead of a token. */
    readonly apiCertificate: string;
    /** HTTPS; `validare`, `transformare` and `validate/signature` without a token. */
    readonly apiPublic: string;
    /** HTTP; the admin port and the console. */
    readonly admin: string;
    /** HTTP; the CONNECT proxy. Absent without the option `proxy`. */
    readonly proxy?: string;
  };
  /** Certificate of the authority that issued the certificates of the TLS doors and of the people. Clients must trust it. */
  readonly caPem: string;
  /** Registered applications. */
  readonly clients: readonly Client[];
  /** The people of this mock, with their certificates. */
  readonly personas: readonly Persona[];
  readonly clock: MovableClock;
  readonly scenarios: Scenarios;
  /** Random transient faults, reproducible by their seed; off unless started. */
  readonly chaos: Chaos;
  /** What was requested and answered, and why. */
  readonly journal: Journal;
  /** All data of the mock. Tests may read and change it. */
  readonly state: MockState;
  /** Completes a login at an authorization address as a person at the picker would, without a browser. */
  authorize(request: PersonRequest): Promise<PersonResult>;
  /** Issues a token pair without a login, optionally one that was issued some time ago. */
  issueTokens(request: DirectTokenRequest): Promise<TokenResponse>;
  /** Adds invoices or messages to ANAF's lists; returns the upload ids. */
  addMessages(request: MessageRequest): readonly string[];
  /** Ends grants, as ANAF may do at any time: one grant, those of one application or person, or all. Returns their number. */
  disconnect(which?: WhichGrants): number;
  /** Calls `listener` for each event of this name, before the answer is sent. @returns a function that removes the listener */
  on: MockEvents['on'];
  /**
   * Resolves with the next event of this name.
   * @example await mock.once('token-issued', { filter: ({ persona }) => persona === 'accountant' })
   */
  once: MockEvents['once'];
  /** Restores the state after the start, including clock and ids. Keys, certificates and instances stay. */
  reset(): void;
  /** Closes every door and every open connection. Can be called more than once. */
  stop(): Promise<void>;
}
