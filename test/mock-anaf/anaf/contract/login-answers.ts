import { noCertificatePage, sessionFinishedPage } from 'mock-anaf/internal/wire/f5/f5-pages.ts';
import { authorizeUrl, redirectUri } from '../../support/login.ts';
import type { ContractAnswer } from './contract-answer.ts';
import type { Exchange } from './exchange.ts';
import type { Stage } from './stage.ts';

const html = 'text/html; charset=utf-8';
const f5 = { server: 'BigIP', connection: 'close' };
const nowhere: Exchange = { status: 302, type: '', body: '' };

/** Cookies of an answer, without the values that change between runs. */
function cookieNames({ headers }: Exchange): string {
  return (headers?.['set-cookie'] ?? '').replaceAll(/(Session|F5_ST)=[^;]*/g, '$1=…');
}

async function cold(stage: Stage): Promise<Exchange> {
  const answer = await stage.send(authorizeUrl(stage.mock.urls.picker));
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookieNames(answer) } };
}

/** The firewall's page, with the observed support id in place of the generated one. */
async function rejected(stage: Stage): Promise<Exchange> {
  stage.mock.scenarios.add({ name: 'login-waf', times: 1 });
  const answer = await stage.send(authorizeUrl(stage.mock.urls.picker));
  return { ...answer, body: answer.body.replace(/\d{20}/, '98266458329619173510') };
}

/** Pages and redirects of the login. Observed: the quoted words; the rest of a page is the mock's own. */
export const loginAnswers: readonly ContractAnswer[] = [
  {
    from: 'authorize',
    quote: '302 Location: /my.policy, Server: BigIP, Set-Cookie: MRHSession, LastMRH_Session, F5_ST, Connection: close',
    source: 'observed',
    ask: cold,
    expected: {
      ...nowhere,
      headers: {
        ...f5,
        location: '/my.policy',
        'set-cookie': 'LastMRH_Session=…; path=/, MRHSession=…; path=/, F5_ST=…; path=/',
      },
    },
  },
  {
    from: 'authorize',
    quote: 'error=access_denied&state=…, without error_description',
    source: 'observed',
    ask: async (stage) => {
      const { location } = await stage.mock.authorize({
        url: authorizeUrl(stage.mock.urls.picker, { state: 'x' }),
        persona: 'ana',
        act: 'cancel',
      });
      return { ...nowhere, headers: { location } };
    },
    expected: { ...nowhere, headers: { location: `${redirectUri}?error=access_denied&state=x` } },
  },
  {
    from: 'revoke',
    quote: '302 → /my.policy',
    source: 'observed',
    ask: (stage) => stage.send(`${stage.mock.urls.picker}/anaf-oauth2/v1/revoke`, { method: 'POST', body: 'token=x' }),
    expected: { ...nowhere, headers: { ...f5, location: '/my.policy' } },
  },
  {
    from: 'revoke, followed',
    quote: 'HTML with 200',
    source: 'observed',
    ask: (stage) => stage.send(`${stage.mock.urls.picker}/my.policy`),
    expected: { status: 200, type: html, body: sessionFinishedPage, headers: f5 },
  },
  {
    from: '/vdesk/hangup.php3',
    quote: 'Pagina logout: Certificatul nu a fost prezentat',
    source: 'observed',
    ask: (stage) => stage.send(`${stage.mock.urls.picker}/vdesk/hangup.php3`),
    expected: { status: 200, type: html, body: noCertificatePage, headers: f5 },
  },
  {
    from: 'authorize with a stale session',
    quote: 'Your session is finished',
    source: 'observed',
    ask: (stage) => {
      stage.mock.scenarios.add({ name: 'login-stale-session', times: 1 });
      return stage.send(authorizeUrl(stage.mock.urls.picker));
    },
    expected: { status: 200, type: html, body: sessionFinishedPage, headers: f5 },
  },
  {
    from: 'the firewall',
    quote:
      '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: …',
    source: 'observed',
    ask: rejected,
    expected: {
      status: 200,
      type: html,
      body: "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 98266458329619173510<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>",
    },
  },
];
