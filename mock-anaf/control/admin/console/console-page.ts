import { createHash } from 'node:crypto';
import { consoleEntry, importMap } from './console-modules.ts';
import { consolePageStyle } from './console-page-style.ts';

/** Shown if JavaScript is disabled. */
const noScript = {
  ro: 'Consola are nevoie de JavaScript. Tot ce face ea face și API-ul de administrare.',
  en: 'The console needs JavaScript. Everything that it does can also be done with the admin API.',
};

/** The HTML of the console. */
export const consolePage = `<!DOCTYPE html>
<html lang="ro"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>mock-anaf</title><link rel="icon" href="/console/icon.svg"><meta name="color-scheme" content="light dark">
<style>${consolePageStyle}</style><script type="importmap">${importMap}</script>
<script type="module" src="${consoleEntry}"></script></head>
<body><mock-console></mock-console><noscript><p>${noScript.ro}</p><p lang="en">${noScript.en}</p></noscript></body></html>
`;

/** The icon: a sheet of paper with a mark. */
export const consoleIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b57d0"/>
<path d="M4.5 11.5V4.8L8 8.6l3.5-3.8v6.7" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;

const policy = [
  "default-src 'none'",
  `script-src 'self' ${hashOf(importMap)}`,
  `style-src ${hashOf(consolePageStyle)}`,
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // lit-html creates this policy for its templates.
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Headers of every answer under `/console`. */
export const consoleHeaders = {
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
