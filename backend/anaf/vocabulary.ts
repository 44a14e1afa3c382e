/**
 * Every sentence, state and code from ANAF that this backend understands. ANAF documents few of them and changes them
 * without notice, so each has its meaning and its source here, and no other file compares ANAF's texts.
 */

/** What a business error says. ANAF sends most of them with HTTP 200. */
export type SentenceMeaning =
  /** The certificate has the right, but the period holds no message. */
  | 'no-messages'
  /** The certificate has the right, but the period holds more messages than one answer may list. */
  | 'too-many-messages'
  | 'no-right-for-company'
  | 'no-right-for-any-company'
  /** A daily limit; the same call succeeds tomorrow. */
  | 'daily-limit'
  /** A fault at ANAF; the same call may succeed in a moment. */
  | 'technical-error';

interface Sentence {
  readonly pattern: RegExp;
  readonly meaning: SentenceMeaning;
  /** As ANAF wrote it, with its spelling. */
  readonly example: string;
}

/** Sources: docs/facts-anaf.md §3.3, where the sentences are quoted with the method that answers them. */
export const sentences: readonly Sentence[] = [
  {
    pattern: /^Nu exista mesaje/i,
    meaning: 'no-messages',
    example: 'Nu exista mesaje in ultimele 15 zile',
  },
  {
    pattern: /mai mare decat numarul de \d+ elemente/i,
    meaning: 'too-many-messages',
    example: 'Lista de mesaje este mai mare decat numarul de 500 elemente permise in pagina.',
  },
  {
    pattern: /^Nu aveti drept in SPV/i,
    meaning: 'no-right-for-company',
    example: 'Nu aveti drept in SPV pentru CIF=8000000000',
  },
  {
    pattern: /^Nu exista niciun CIF/i,
    meaning: 'no-right-for-any-company',
    example: 'Nu exista niciun CIF pentru care sa aveti drept in SPV',
  },
  {
    pattern: /^S-au (facut|incarcat) deja/i,
    meaning: 'daily-limit',
    example: 'S-au facut deja 10 descarcari de mesaj in cursul zilei',
  },
  {
    pattern: /eroare tehnica/i,
    meaning: 'technical-error',
    example: 'A aparut o eroare tehnica. Cod: 1814',
  },
];

/**
 * The meaning of a business error's text. Undefined for any other text: ANAF refused the request for the reason that it
 * states.
 */
export function meaningOf(text: string): SentenceMeaning | undefined {
  return sentences.find(({ pattern }) => pattern.test(text))?.meaning;
}

/**
 * What an HTTP status of the e-Factura API says (docs/facts-anaf.md §3.4). A `200` may still carry a business error.
 */
export type StatusMeaning =
  | 'answered'
  | 'bad-request'
  | 'token-refused'
  | 'not-permitted'
  | 'rate-limit'
  | 'unavailable';

const statuses: Readonly<Record<number, StatusMeaning>> = {
  200: 'answered',
  400: 'bad-request',
  401: 'token-refused',
  403: 'not-permitted',
  429: 'rate-limit',
};

/** Any status that the table does not list counts as `unavailable`. */
export function meaningOfStatus(status: number): StatusMeaning {
  return statuses[status] ?? 'unavailable';
}

/**
 * What `stare` says about an uploaded invoice (docs/facts-anaf.md §3.3, `stareMesaj`). Undefined for an unknown value.
 */
export function meaningOfUploadState(stare: string): 'processing' | 'accepted' | 'rejected' | 'unreadable' | undefined {
  if (stare.startsWith('XML cu erori')) return 'unreadable';
  const states = { 'in prelucrare': 'processing', ok: 'accepted', nok: 'rejected' } as const;
  return Object.hasOwn(states, stare) ? states[stare as keyof typeof states] : undefined;
}

/** `other`: a type that this backend does not know, for example a buyer's message. */
export type MessageType = 'sent' | 'received' | 'errors' | 'other';

const messageTypes: Readonly<Record<string, MessageType>> = {
  'FACTURA TRIMISA': 'sent',
  'FACTURA PRIMITA': 'received',
  'ERORI FACTURA': 'errors',
};

/** What `tip` of a listed message says (docs/facts-anaf.md §3.3, `listaMesajeFactura`). */
export function meaningOfMessageType(tip: string): MessageType {
  return messageTypes[tip] ?? 'other';
}

/** The values of `filtru` (docs/facts-anaf.md §3.3, `listaMesajeFactura`). */
export const messageFilters = { errors: 'E', sent: 'T', received: 'P', 'buyer-messages': 'R' } as const;

/** The role in an access token that permits e-Factura (docs/facts-anaf.md §1.6). */
export const eFacturaRole = 'EFACTURA';

const applicationErrors = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_response_type',
]);

/**
 * What `error` of the redirect to the callback says (docs/facts-anaf.md §1.3). `access_denied` stands for nearly every
 * problem with a certificate; `application`: ANAF refuses the application's registration.
 */
export function meaningOfRedirectError(error: string | undefined): 'access-denied' | 'application' | 'unavailable' {
  if (error === 'access_denied') return 'access-denied';
  return error !== undefined && applicationErrors.has(error) ? 'application' : 'unavailable';
}

const tokenApplicationErrors = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);
const tokenTemporaryErrors = new Set(['server_error', 'temporarily_unavailable']);

/**
 * What an OAuth error of `/token` says. It is not known which error ANAF sends for an expired code or refresh token
 * (docs/facts-anaf.md §1.7), so every error that is not about the application means that the grant is refused.
 */
export function meaningOfTokenError(error: string, status: number): 'application' | 'grant' | 'unavailable' {
  if (status >= 500 || status === 429 || tokenTemporaryErrors.has(error)) return 'unavailable';
  return tokenApplicationErrors.has(error) ? 'application' : 'grant';
}
