import type { JournalEntry } from '../journal/recorded-exchange.ts';
import type { Environment, Standard, UploadVerdict } from '../state/mock-state.ts';
import type { TokenResponse } from './token-response.ts';

/** Whose grant it is. */
interface OfGrant {
  readonly grantId: string;
  readonly clientId: string;
  readonly persona: string;
}

/**
 * What happens in a mock, by name. Codes and tokens are in it, as the listener is the very test that owns the mock; secrets of
 * clients and PINs are not. The journal, and everything over HTTP, shows none of them.
 */
export interface MockEventMap {
  /** An answer is ready to be sent at any door but the admin port; the entry stands in the journal. */
  'request-answered': JournalEntry;
  /** The login looked at a certificate, or at the lack of one. */
  'certificate-judged': {
    readonly clientId: string;
    readonly accepted: boolean;
    readonly reason: string;
    /** Absent if it is nobody's. */
    readonly persona?: string;
  };
  'code-issued': {
    readonly code: string;
    readonly clientId: string;
    readonly persona: string;
    readonly redirectUri: string;
  };
  /** A code was exchanged, or tokens were given without a walk. */
  'token-issued': OfGrant & { readonly tokens: TokenResponse };
  'token-refreshed': OfGrant & { readonly tokens: TokenResponse };
  /** The token address refused. */
  'token-refused': { readonly reason: string; readonly clientId?: string };
  /** A document was taken, whatever will be found in it. */
  'upload-received': {
    readonly uploadId: string;
    readonly cif: string;
    readonly standard: Standard;
    readonly environment: Environment;
    readonly verdict: UploadVerdict['stare'];
  };
  /** A message was fetched by `descarcare`. */
  'message-downloaded': { readonly messageId: string; readonly uploadId: string; readonly cif: string };
  'grant-ended': OfGrant;
  reset: Readonly<Record<string, never>>;
}

export type MockEventName = keyof MockEventMap;
