import type { Request } from 'express';

/** A cookie of the site by its name, or `undefined`. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value && decodeURIComponent(value);
}
