import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface PageSources {
  readonly style: string;
  readonly script: string;
  /** Origins that the confirmation's form leads to: Chromium checks every redirect of a form. */
  readonly formTargets: readonly string[];
  readonly images: readonly string[];
  readonly isHttps: boolean;
}

/** For JSON: nothing may be made of it. */
export function apiHeaders(isHttps: boolean): RequestHandler[] {
  return [
    noStore,
    helmet({ ...common(isHttps), contentSecurityPolicy: { useDefaults: false, directives: { ...nothing } } }),
  ];
}

/** For the browser pages: only their own two inline texts, no frame around them. */
export function pageHeaders({ style, script, formTargets, images, isHttps }: PageSources): RequestHandler[] {
  const directives = {
    ...nothing,
    'style-src': [style],
    'script-src': [script],
    ...(images.length > 0 && { 'img-src': images }),
    'form-action': ["'self'", ...formTargets],
  };
  return [noStore, helmet({ ...common(isHttps), contentSecurityPolicy: { useDefaults: false, directives } })];
}

const yearSeconds = 365 * 24 * 3600;

const nothing = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

function common(isHttps: boolean) {
  return {
    // With it the window's opener would be cut off, and the page would hear nothing (measured).
    crossOriginOpenerPolicy: false,
    // JSON is read across origins by CORS, which says itself who may.
    crossOriginResourcePolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // The host is the application's own: what its subdomains do is none of our business.
    strictTransportSecurity: isHttps ? { maxAge: yearSeconds, includeSubDomains: false } : false,
  } as const;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  // A host that mounts the router may have set it for its own pages.
  response.removeHeader('Cross-Origin-Opener-Policy');
  next();
};
