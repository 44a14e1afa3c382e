/** Where in the walk a scenario takes hold. */
export type ScenarioPoint = 'authorize' | 'certificate' | 'page' | 'token' | 'api';

interface ScenarioDescription {
  readonly point: ScenarioPoint;
  /** What a client or a person sees. */
  readonly sentence: string;
}

/** Everything that can be made to go wrong, by name. */
export const scenarioCatalogue = {
  'login-denied': {
    point: 'certificate',
    sentence: 'The login refuses every certificate: the application gets error=access_denied and nothing else.',
  },
  'login-stranded': {
    point: 'certificate',
    sentence:
      'Whoever shows no acceptable certificate is left on the page "Certificatul nu a fost prezentat" (HTTP 200); the application hears nothing.',
  },
  'login-stale-session': {
    point: 'authorize',
    sentence: 'The login shows "Your session is finished" until the browser has visited /my.logout.php3.',
  },
  'login-waf': { point: 'authorize', sentence: 'The login answers "Request Rejected" with HTTP 200 and a support id.' },
  'login-unavailable': { point: 'authorize', sentence: 'The login answers HTTP 503 with a page of HTML.' },
  'login-reset': { point: 'authorize', sentence: 'The login cuts the connection.' },
  'login-no-dialog': {
    point: 'authorize',
    sentence:
      'The browser shows no dialog and goes on without a certificate: the application gets error=access_denied within milliseconds.',
  },
  'login-slow': {
    point: 'authorize',
    sentence: 'The login answers after three seconds (lifetimes.slowAnswerSeconds).',
  },
  'login-coop-same-origin': {
    point: 'page',
    sentence:
      'Every page of the login carries Cross-Origin-Opener-Policy: same-origin, so that a popup loses its opener.',
  },
  'login-coop-noopener': {
    point: 'page',
    sentence: 'Every page of the login carries Cross-Origin-Opener-Policy: noopener-allow-popups.',
  },
  'login-hang': { point: 'authorize', sentence: 'The login takes the request and never answers.' },
  'token-unavailable': { point: 'token', sentence: 'The token address answers HTTP 503 with a page of HTML.' },
  'token-html': {
    point: 'token',
    sentence: 'The token address redirects to /my.policy, so that a client that follows it gets HTML.',
  },
  'token-reset': { point: 'token', sentence: 'The token address cuts the connection before it did anything.' },
  'token-answer-lost': {
    point: 'token',
    sentence:
      'The token address does its work, a refresh token is rotated, and the connection breaks before the answer.',
  },
  'token-slow': { point: 'token', sentence: 'The token address does its work and answers after three seconds.' },
  'token-hang': { point: 'token', sentence: 'The token address takes the request and never answers.' },
  'api-unavailable': { point: 'api', sentence: 'The API answers HTTP 503 with a page of HTML.' },
  'api-waf': { point: 'api', sentence: 'The API answers "Request Rejected" with HTTP 200 instead of JSON or XML.' },
  'api-reset': { point: 'api', sentence: 'The API cuts the connection.' },
  'api-slow': { point: 'api', sentence: 'The API answers after three seconds.' },
  'api-hang': { point: 'api', sentence: 'The API takes the request and never answers.' },
  'api-limit': { point: 'api', sentence: 'The API answers HTTP 429: more than 1000 calls in a minute.' },
  'api-unauthorized': { point: 'api', sentence: 'The API answers HTTP 401 to every token, as to an expired one.' },
  'api-forbidden': { point: 'api', sentence: 'The API answers HTTP 403, as to an application without the service.' },
  'api-no-rights': { point: 'api', sentence: 'No certificate has a right for the CUI that is asked for.' },
  'api-technical-error': {
    point: 'api',
    sentence: 'The API answers HTTP 200 with "A aparut o eroare tehnica. Cod: 1814".',
  },
} as const satisfies Record<string, ScenarioDescription>;

export type ScenarioName = keyof typeof scenarioCatalogue;

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarioCatalogue, name);
}
