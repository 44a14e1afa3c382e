import type { JournalEntry } from '../journal/recorded-exchange.ts';
import type { Environment, Standard, UploadVerdict } from '../state/mock-state.ts';
import type { TokenResponse } from './token-response.ts';

/** The fields that identify a grant. */
interface OfGrant {
  readonly grantId: string;
  readonly clientId: string;
  readonly persona: string;
}

/**
 * The events of a mock, by name. They contain codes and tokens, because the listener is the test that owns the mock, but no client
 * secrets and no PINs. Neither the journal nor the admin port shows codes or tokens.
 */
export interface MockEventMap {
  /** An answer is about to be sent, at any door except the admin port. It is already in the journal. */
  'request-answered': JournalEntry;
  /** The login accepted or refused a certificate, or none was presented. */
  'certificate-judged': {
    readonly clientId: string;
    readonly accepted: boolean;
    readonly reason: string;
    /** Absent if the certificate belongs to no persona. */
    readonly persona?: string;
  };
  'code-issued': {
    readonly code: string;
    readonly clientId: string;
    readonly persona: string;
    readonly redirectUri: string;
  };
  /** A code was exchanged, or tokens were issued directly by `issueTokens`. */
  'token-issued': OfGrant & { readonly tokens: TokenResponse };
  'token-refreshed': OfGrant & { readonly tokens: TokenResponse };
  /** The token endpoint refused a request. */
  'token-refused': { readonly reason: string; readonly clientId?: string };
  /** A document was accepted for processing. `verdict` is the result that processing will have. */
  'upload-received': {
    readonly uploadId: string;
    readonly cif: string;
    readonly standard: Standard;
    readonly environment: Environment;
    readonly verdict: UploadVerdict['stare'];
  };
  /** A message was downloaded by `descarcare`. */
  'message-downloaded': { readonly messageId: string; readonly uploadId: string; readonly cif: string };
  'grant-ended': OfGrant;
  reset: Readonly<Record<string, never>>;
}

/** Name of an event of a mock. */
export type MockEventName = keyof MockEventMap;
