import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Sources for the Content-Security-Policy of the pages. */
export interface PageSources {
  readonly style: string;
  readonly script: string;
  /** Origins that the confirmation page's form is redirected to: Chromium checks `form-action` for every redirect. */
  readonly formTargets: readonly string[];
  readonly images: readonly string[];
  readonly isHttps: boolean;
}

/** For JSON answers: a browser may not execute, embed or frame them. */
export function apiHeaders(isHttps: boolean): RequestHandler[] {
  return [
    noStore,
    helmet({ ...common(isHttps), contentSecurityPolicy: { useDefaults: false, directives: { ...nothing } } }),
  ];
}

/** For the pages: only their own inline style and script, and no frame around them. */
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
    // The header would separate the window from its opener, and the opener would never learn the result (measured).
    crossOriginOpenerPolicy: false,
    // CORS decides which origins may read the JSON.
    crossOriginResourcePolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // The host name belongs to the application, and so does the decision about its subdomains.
    strictTransportSecurity: isHttps ? { maxAge: yearSeconds, includeSubDomains: false } : false,
  } as const;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  // The app that mounts the router may have set it for its own pages.
  response.removeHeader('Cross-Origin-Opener-Policy');
  next();
};
