import { type HttpAnswer, redirect } from '../http/answer.ts';

/** An authorization request whose client and redirect address were found to be right. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** As sent, any text; absent when the client sent none. */
  readonly state: string | undefined;
  /** `token_content_type=jwt` was in the query. */
  readonly wantsJwt: boolean;
  /** `code_challenge`, if the client sent one. */
  readonly codeChallenge: string | undefined;
}

/** Sends the browser back to the application, with the state it gave. */
export function redirectBack(
  request: AuthorizeRequest,
  parameters: Readonly<Record<string, string>>,
  reason: string,
  details: Partial<Pick<HttpAnswer, 'headers' | 'about' | 'expected'>>,
): HttpAnswer {
  const address = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  // observed: the state comes back on success and on error
  if (request.state !== undefined) address.searchParams.set('state', request.state);
  return redirect(address.href, reason, {
    ...(details.headers && { headers: details.headers }),
    ...(details.expected && { expected: details.expected }),
    about: { ...details.about, clientId: request.clientId },
  });
}
