import type { Request } from 'express';

const phones = /\b(?:Android|iPhone|iPad|iPod|Mobile|Phone)\b/i;

/**
 * Whether a request comes from a phone or tablet, on which certificates cannot be used. Only a guess, so the page offers the
 * way to ANAF there too.
 */
export function isFromPhone(request: Pick<Request, 'get'>): boolean {
  return request.get('sec-ch-ua-mobile') === '?1' || phones.test(request.get('user-agent') ?? '');
}
