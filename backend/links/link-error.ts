/**
 * A link that cannot be created or changed. `unknown`: the company has no such link. `ended`: it was used, declined,
 * cancelled or has expired. `limit-reached`: the company has too many open links.
 */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly code: 'unknown' | 'ended' | 'limit-reached';

  constructor(code: LinkError['code']) {
    super(`the link is refused: ${code}`);
    this.code = code;
  }
}
