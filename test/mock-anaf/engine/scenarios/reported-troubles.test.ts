import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  defaultLifetimes,
  defaultLimits,
  defaultSwitches,
  type MockAnaf,
  personaNames,
  scenarioCatalogue,
} from 'mock-anaf';

/** What reproduces a problem. `act`: what the person at the picker, or the client, does. `notPlayed`: why it cannot be reproduced. */
interface Play {
  readonly scenarios?: readonly string[];
  readonly personas?: readonly string[];
  readonly switches?: readonly string[];
  readonly settings?: readonly string[];
  /** Calls of the library or the admin port. */
  readonly controls?: readonly string[];
  readonly act?: string;
  readonly notPlayed?: string;
}

/** Problems that real users of ANAF's login and API have reported, in one line each. */
const reportedTroubles: Readonly<Record<string, Play>> = {
  'access_denied: token not inserted, driver missing, picker never appeared': {
    scenarios: ['login-no-dialog', 'login-denied'],
    act: 'authorize with act "unplug"',
  },
  'access_denied: the person cancelled the dialog': {
    scenarios: ['login-denied-slow'],
    act: 'authorize with act "cancel"',
  },
  'access_denied right after a certificate was bought or rights were given': {
    personas: ['not-enrolled', 'enrolled-today'],
    controls: ['changePerson', 'delegateRight'],
  },
  'access_denied right after a certificate was renewed': { personas: ['renewed'], controls: ['renewCertificate'] },
  'wrong certificate, no picker: the browser remembered the choice': {
    personas: ['other-company'],
    act: 'the other certificate is shown; the memory itself is the browser’s own',
  },
  '"Your session is finished" / "Pagina logout" in place of the picker': {
    scenarios: ['login-stale-session'],
    switches: ['staleSession'],
  },
  'picker, then "Certificatul nu a fost prezentat"': {
    scenarios: ['login-certificate-lost', 'login-stranded'],
    personas: ['stranded'],
  },
  'the browser’s own error page, e.g. ERR_BAD_SSL_CLIENT_AUTH_CERT': {
    scenarios: ['login-certificate-reset'],
    switches: ['loginCertificate'],
  },
  'the page hangs at the certificate step (cloud certificate)': {
    scenarios: ['login-certificate-hang', 'login-certificate-slow'],
    personas: ['cloud-unapproved', 'slow-card'],
  },
  'PIN rejected, token locked': { act: 'authorize with act "wrong-pin"' },
  '60 seconds passed': { settings: ['codeSeconds'], switches: ['expiredCode'], controls: ['clock'] },
  '400 invalid_client: wrong secret, profile deleted or made anew': { act: 'a wrong secret; or another at /clients' },
  'page of the login and no callback: redirect_uri not exactly as registered': { act: 'another redirect_uri' },
  '401 invalid_token with an opaque token': { act: 'token_content_type=jwt left out on one leg' },
  '401 at a good token': { scenarios: ['api-unauthorized'] },
  '403: wrong path, or the service not ticked': {
    scenarios: ['api-forbidden'],
    act: 'a wrong path; a client of ETRANSPORT',
  },
  '"Nu aveti drept in SPV pentru CIF"': {
    scenarios: ['api-no-rights'],
    personas: ['other-company', 'no-company'],
    controls: ['changePerson'],
  },
  'refresh fails for good: rotated by another instance, lost answer': {
    scenarios: ['token-answer-lost', 'token-truncated'],
    switches: ['deadRefreshTokenError'],
  },
  'refresh fails for good: more than 365 days, certificate renewed, application deleted': {
    settings: ['refreshTokenSeconds'],
    switches: ['refreshExtendsYear', 'renewalEndsGrants'],
    controls: ['clock', 'disconnect', 'renewCertificate'],
  },
  'the integration stops by itself: certificate expired or revoked, representative changed, revocation': {
    personas: ['expired', 'revoked'],
    controls: ['changePerson', 'removePerson', 'disconnect'],
  },
  'every 90 days users must redo it': { settings: ['accessTokenSeconds'], controls: ['clock', 'issueTokens'] },
  '"no refresh token"': { scenarios: ['token-without-refresh'] },
  'ANAF down or slow': {
    scenarios: ['login-unavailable', 'login-slow', 'token-unavailable', 'token-slow', 'api-unavailable', 'api-slow'],
    personas: ['api-down'],
    switches: ['unavailableBody'],
    settings: ['slowAnswerSeconds'],
    controls: ['chaos'],
  },
  'ANAF’s gateway answers HTML where JSON is expected': { scenarios: ['token-html', 'api-html'] },
  'the firewall answers "Request Rejected"': { scenarios: ['login-waf', 'token-waf', 'api-waf'] },
  'connection reset: at once, after minutes between two steps, in the middle of an answer': {
    scenarios: ['login-reset', 'login-certificate-reset', 'token-reset', 'api-reset', 'api-truncated', 'api-bad-chunk'],
  },
  'connection closed without an answer, or with one that is no HTTP (a proxy in between)': {
    scenarios: ['login-empty', 'login-garbage', 'token-empty', 'token-garbage', 'api-empty', 'api-garbage'],
  },
  'curl ends with an error after a whole answer: no close_notify': { scenarios: ['login-no-close-notify'] },
  'no answer at all': { scenarios: ['login-hang', 'token-hang', 'api-hang'] },
  'the answer to an upload is lost, it is sent again, and ANAF has it already': {
    scenarios: ['api-truncated'],
    switches: ['invoiceSentBefore'],
  },
  'technical error, code 1814, now and then': { scenarios: ['api-technical-error'], controls: ['chaos'] },
  '"XML cu erori nepreluat de sistem"': { scenarios: ['api-xml-not-taken'] },
  'code 255: several tokens asked for by the same user': { switches: ['oneAuthorizationPerMinute'] },
  '429, and the limits of a day': { scenarios: ['api-limit'], settings: ['callsPerMinute', 'listsPerDay'] },
  'an invoice appears in the lists minutes late': { settings: ['listingSeconds'], controls: ['chaos'] },
  'a popup that loses its opener': { scenarios: ['login-coop-same-origin', 'login-coop-noopener'] },
  '"No cookie support": cookies are disabled': { act: 'a client without cookies gets "Your session is finished"' },
  'several tokens plugged in, cryptographic device not found': {
    notPlayed: 'the browser’s and the driver’s own; what ANAF sees of it is another certificate or none',
  },
  'Windows curl 8.13 to 8.15 fails in the handshake; Firefox refuses to renegotiate': {
    notPlayed: 'faults of one client; the door `login` renegotiates as the real one, so that they show there',
  },
  'a cloud certificate cannot sign with SHA-384': {
    notPlayed: 'a handshake that the client’s own software fails; what follows is login-certificate-lost',
  },
};

const controls = {
  changePerson: true,
  removePerson: true,
  renewCertificate: true,
  delegateRight: true,
  disconnect: true,
  issueTokens: true,
  clock: true,
  chaos: true,
} satisfies Partial<Record<keyof MockAnaf, true>>;
const known = {
  scenarios: new Set(Object.keys(scenarioCatalogue)),
  personas: new Set<string>(personaNames),
  switches: new Set(Object.keys(defaultSwitches)),
  settings: new Set([...Object.keys(defaultLifetimes), ...Object.keys(defaultLimits)]),
  controls: new Set(Object.keys(controls)),
} as const;

describe('problems that users have reported', () => {
  for (const [trouble, play] of Object.entries(reportedTroubles)) {
    it(`a reported problem is covered by existing features or has a reason why not: ${trouble}`, () => {
      const unknown = Object.entries(known).flatMap(([kind, names]) =>
        (play[kind as keyof typeof known] ?? []).filter((name) => !names.has(name)),
      );

      assert.deepEqual(unknown, []);
      assert.ok(Object.keys(play).length > 0);
    });
  }

  it('every scenario and every persona with a problem covers a reported problem', () => {
    const plays = Object.values(reportedTroubles);
    const scenarios = new Set(plays.flatMap((play) => play.scenarios ?? []));
    const personas = new Set(plays.flatMap((play) => play.personas ?? []));
    const untroubled = ['administrator', 'accountant', 'unknown-authority'];

    assert.deepEqual(
      [...known.scenarios].filter((name) => !scenarios.has(name)),
      [],
    );
    assert.deepEqual(
      [...known.personas].filter((name) => !personas.has(name) && !untroubled.includes(name)),
      [],
    );
  });
});
