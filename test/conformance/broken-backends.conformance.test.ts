import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Report, runConformance, sessionsByHostKey } from 'spv-authorize-conformance';
import { hostSecret } from '../backend/support/keys.ts';
import { type Fault, startBrokenProxy } from './support/broken-proxy.ts';
import { ReferenceBackend, siteOrigin } from './support/reference-backend.ts';

interface Broken {
  /** Completes the sentence "a backend that …". */
  readonly what: string;
  readonly fault: () => Fault;
  /** The ids of the checks that are not met; all others are. */
  readonly notMet: readonly string[];
}

const brokenBackends: readonly Broken[] = [
  {
    what: 'forgets the CORS headers',
    fault: () => ({
      answer: ({ headers }) => {
        for (const name of Object.keys(headers)) if (name.startsWith('access-control-')) delete headers[name];
      },
    }),
    notMet: ['cors-preflight', 'cors-answer'],
  },
  {
    what: 'accepts a callback without the cookie',
    fault: () => {
      const cookies: string[] = [];
      return {
        request: ({ url, headers }) => {
          if (url.pathname === '/callback') headers.cookie = cookies.join('; ');
        },
        answer: ({ headers }) =>
          cookies.push(...(headers['set-cookie'] ?? []).map((line) => String(line.split(';')[0]))),
      };
    },
    notMet: ['callback-without-cookie', 'callback-of-other-attempt'],
  },
  {
    what: 'uses a problem code that is not in the list',
    fault: () => ({
      answer: (answered) => {
        answered.body = answered.body.replace('"code":"attempt-unknown"', '"code":"no-such-attempt"');
      },
    }),
    notMet: ['attempt-read', 'session-other-company'],
  },
  {
    what: 'sends problems as application/json',
    fault: () => ({
      answer: ({ headers }) => {
        if (headers['content-type']?.startsWith('application/problem+json'))
          headers['content-type'] = 'application/json';
      },
    }),
    notMet: [
      ...['attempt-request-checked', 'attempt-read', 'redirect-refused', 'unknown-path'],
      ...['session-required', 'session-garbage', 'session-permission', 'session-origin', 'session-other-company'],
      ...[
        'verify-anaf-silent',
        'disconnect-permission',
        'link-permission',
        'link-other-company',
        'host-key-refused',
        'host-key-in-browser',
        'host-request-checked',
      ],
    ],
  },
  {
    what: 'shows ANAF’s code on its result page',
    fault: () => ({
      answer: (answered, { url }) => {
        if (url.pathname === '/callback') answered.body += `<!-- ${url.searchParams.get('code')} -->`;
      },
    }),
    notMet: ['secrets-in-answers'],
  },
  {
    what: 'repeats the secret address of an attempt',
    fault: () => {
      let address = '';
      return {
        answer: (answered, { url }) => {
          const started = /"authorizeUrl":"([^"]+)"/.exec(answered.body)?.[1];
          address = started ?? address;
          const isRead = /^\/v1\/attempts\/./.test(url.pathname) && answered.status === 200;
          if (isRead) answered.body = answered.body.replace('{', `{"authorizeUrl":"${address}",`);
        },
      };
    },
    notMet: ['attempt-read'],
  },
  {
    what: 'goes on to ANAF for a visitor with the Referer of the host’s site',
    fault: () => ({
      request: (forwarded) => {
        const { url, headers } = forwarded;
        if (!url.pathname.startsWith('/authorize/') || headers.referer === undefined) return;
        forwarded.method = 'POST';
        headers['sec-fetch-site'] = 'same-origin';
      },
    }),
    notMet: ['page-says-who-asks', 'page-visit-changes-nothing'],
  },
  {
    what: 'lets its page be framed and cached',
    fault: () => ({
      answer: ({ headers }) => {
        for (const name of ['content-security-policy', 'x-frame-options', 'cache-control']) delete headers[name];
      },
    }),
    notMet: ['page-headers'],
  },
  {
    what: 'shows the names of companies as markup',
    fault: () => ({
      answer: (answered) => {
        answered.body = answered.body.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      },
    }),
    notMet: ['page-escapes-names'],
  },
  {
    what: 'lets scripts read its cookie',
    fault: () => ({
      answer: ({ headers }) => {
        const cookies = headers['set-cookie'];
        if (cookies) headers['set-cookie'] = cookies.map((line) => line.replace(/; HttpOnly/i, ''));
      },
    }),
    notMet: ['leaves-with-cookie'],
  },
  {
    what: 'takes a session from a page of any origin',
    fault: () => ({
      request: ({ url, headers }) => {
        if (url.pathname.startsWith('/v1/') && headers.origin !== undefined) headers.origin = siteOrigin;
      },
    }),
    notMet: ['session-origin'],
  },
  {
    what: 'uses up the code in a prefetch',
    fault: () => ({
      request: ({ url, headers }) => {
        if (url.pathname === '/callback') delete headers['sec-purpose'];
      },
    }),
    notMet: ['callback-prefetched'],
  },
  {
    what: 'takes a host key from a browser',
    fault: () => ({
      request: ({ url, headers }) => {
        if (url.pathname.startsWith('/host/')) delete headers.origin;
      },
    }),
    notMet: ['host-key-in-browser'],
  },
  {
    what: 'lists the secret of a link',
    fault: () => {
      let address = '';
      return {
        answer: (answered, { method, url }) => {
          if (url.pathname !== '/v1/links' || answered.status >= 300) return;
          if (method === 'POST') address = JSON.parse(answered.body).url;
          else answered.body = answered.body.replace('"links":[{', `"links":[{"url":"${address}",`);
        },
      };
    },
    notMet: ['link-secret-once'],
  },
  {
    what: 'takes a scanner of mail for the recipient of a link',
    fault: () => ({
      request: ({ url, headers }) => {
        if (url.pathname.startsWith('/l/')) headers['sec-fetch-mode'] = 'navigate';
      },
    }),
    notMet: ['link-page'],
  },
  {
    what: 'still names the company of a cancelled link',
    fault: () => ({
      answer: (answered, { url }) => {
        if (url.pathname.startsWith('/l/') && answered.status === 410) answered.body += 'Exemplu SRL';
      },
    }),
    notMet: ['link-cancelled'],
  },
  {
    what: 'says that a failed attempt succeeded',
    fault: () => ({
      answer: (answered) => {
        answered.body = answered.body.replace(/"state":"failed","failure":\{.*\}\}\}$/, '"state":"succeeded"}}');
      },
    }),
    notMet: [
      ...['attempt-cancel', 'opened-again', 'refused-by-anaf', 'no-right-for-company', 'no-right-at-all'],
      ...['code-too-old', 'anaf-silent-at-exchange'],
    ],
  },
];

describe('the conformance kit', () => {
  for (const { what, fault, notMet } of brokenBackends) {
    it(`the kit finds what is wrong, and nothing else, with a backend that ${what}`, async () => {
      const { checks } = await check(fault());

      const found = checks.filter(({ outcome }) => outcome === 'not-met');
      assert.deepEqual(found.map(({ id }) => id).sort(), [...notMet].sort(), JSON.stringify(found, null, 1));
    });
  }
});

async function check(fault: Fault): Promise<Report> {
  await using backend = await ReferenceBackend.create();
  await using proxy = await startBrokenProxy(backend.baseUrl, fault);
  return await runConformance({
    baseUrl: proxy.url,
    origin: siteOrigin,
    hostKey: hostSecret,
    sessions: sessionsByHostKey(proxy.url, hostSecret),
    anaf: {},
    onConfigured: (anaf) => backend.start(anaf, { publicUrl: proxy.url }),
  });
}
