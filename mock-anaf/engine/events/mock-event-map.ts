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
 * The events of a mock, by name. They carry codes and tokens, because the listener is the test that owns the mock, but no client
 * secrets and no PINs. The journal and everything over HTTP show none of these.
 */
export interface MockEventMap {
  /** An answer is about to be sent at any door but the admin port. Its entry is in the journal already. */
  'request-answered': JournalEntry;
  /** The login judged a certificate, or that none was presented. */
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
  /** The token address refused a request. */
  'token-refused': { readonly reason: string; readonly clientId?: string };
  /** A document was accepted for processing. `verdict` is what processing will find. */
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

export type MockEventName = keyof MockEventMap;
