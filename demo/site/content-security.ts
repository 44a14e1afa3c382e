import type { RequestHandler } from 'express';
import type { SiteOptions } from './site-options.ts';

/** Sends a strict Content-Security-Policy. The element needs nothing inline, and no other origin than the backend's. */
export function contentSecurity({ backendUrl, origin }: Pick<SiteOptions, 'backendUrl' | 'origin'>): RequestHandler {
  const backendOrigin = new URL(backendUrl, origin).origin;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${backendOrigin}`,
    `form-action 'self' ${backendOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return (_request, response, next) => {
    response.set({ 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
    next();
  };
}
