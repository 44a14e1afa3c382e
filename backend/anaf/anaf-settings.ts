import type { Secret } from '../vault/secret.ts';

/**
 * ANAF's addresses and the application's registration there. The addresses are origins, without a path or a trailing
 * slash.
 */
export interface AnafSettings {
  /** The login that browsers are sent to. */
  readonly loginUrl: string;
  /** Other origins that the login redirects to. The confirmation page's Content-Security-Policy must allow them. */
  readonly loginOrigins: readonly string[];
  /** The server that exchanges codes and refreshes tokens. */
  readonly tokenUrl: string;
  readonly apiUrl: string;
  readonly environment: 'test' | 'prod';
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** The callback address, exactly as it is registered at ANAF. */
  readonly redirectUri: string;
  /** Time limit of a call to ANAF that a person waits for; 1–30 seconds. */
  readonly answerWithinSeconds: number;
}

/** The part of `fetch` that the backend uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
