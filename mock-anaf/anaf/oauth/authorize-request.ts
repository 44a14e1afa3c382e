import { type HttpAnswer, redirect } from '../../wire/http/answer.ts';

/** An authorization request whose client and redirect address are valid. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** As written in the query, percent-encoded; `undefined` if the client sent none. */
  readonly state: string | undefined;
  /** `token_content_type=jwt` was in the query. */
  readonly wantsJwt: boolean;
  /** `code_challenge`, if the client sent one. */
  readonly codeChallenge: string | undefined;
}

/** Redirects the browser back to the application with these parameters and the state. */
export function redirectBack(
  request: AuthorizeRequest,
  parameters: Readonly<Record<string, string>>,
  reason: string,
  details: Partial<Pick<HttpAnswer, 'headers' | 'about' | 'expected'>>,
): HttpAnswer {
  return redirect(addressBack(request, parameters), reason, {
    ...details,
    about: { ...details.about, clientId: request.clientId },
  });
}

/** The application's redirect address with these parameters and the state. */
export function addressBack(
  { redirectUri, state }: AuthorizeRequest,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // observed: the state comes back on success and on error; RFC 6749, 4.1.2: "the exact value received"
  if (state !== undefined) query.push(`state=${state}`);
  return withQuery(redirectUri, query.join('&'));
}

/** RFC 6749, 3.1.2: the query of the registered address is kept. */
function withQuery(registered: string, query: string): string {
  // Only these characters are allowed in a header.
  const address = /^[!-~]+$/.test(registered) ? registered : new URL(registered).href;
  if (!address.includes('?')) return `${address}?${query}`;
  return /[?&]$/.test(address) ? address + query : `${address}&${query}`;
}
