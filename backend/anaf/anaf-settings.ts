import type { Secret } from '../vault/secret.ts';

/** How this application is registered at ANAF, and where ANAF is. Origins without a path and without a slash at the end. */
export interface AnafSettings {
  /** Where browsers go. */
  readonly loginUrl: string;
  /** Further origins that ANAF's login passes through; the confirmation page's form may be redirected there. */
  readonly loginOrigins: readonly string[];
  /** Where the server exchanges codes and refreshes tokens. */
  readonly tokenUrl: string;
  readonly apiUrl: string;
  readonly environment: 'test' | 'prod';
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Exactly as registered at ANAF. */
  readonly redirectUri: string;
  /** Seconds that a page waits for ANAF before it says so; 1–30. */
  readonly answerWithinSeconds: number;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
