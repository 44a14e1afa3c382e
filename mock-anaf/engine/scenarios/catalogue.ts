import type { BrokenKind } from '../../wire/http/answer.ts';
import { companyEndpoints } from './scenario-endpoints.ts';

/** The step of the flow that a scenario affects. */
export type ScenarioPoint = 'authorize' | 'certificate' | 'page' | 'closing' | 'token' | 'api' | 'upload';

/**
 * What is sent instead of the normal answer: a broken connection, HTTP 503 (`unavailable`), the firewall's page (`request-rejected`),
 * a page of the login (`login-page`), or a redirect to the login (`login-redirect`). `faults.ts` builds them.
 */
export type Fault = BrokenKind | 'unavailable' | 'request-rejected' | 'login-page' | 'login-redirect';

/**
 * A precondition of a scenario. `valid-request`: the authorization request is valid; `refused-certificate`: the login refuses the
 * certificate; `gateway`: the host requires a token or certificate; `caller`: the token or certificate was accepted.
 */
export type ScenarioNeed = 'valid-request' | 'refused-certificate' | 'gateway' | 'caller';

/**
 * One scenario. To add one, add an entry to `scenarioCatalogue`; `fault`, `isSlow` and `ending` are enough for most. Other behaviour is
 * implemented by the step that `point` names, which compares the name of the scenario.
 */
export interface ScenarioDescription {
  readonly point: ScenarioPoint;
  /** What a client or a person sees. */
  readonly sentence: string;
  /** The same in Romanian, for the console. */
  readonly sentenceRo: string;
  readonly fault?: Fault;
  /** The answer is delayed by `lifetimes.slowAnswerSeconds`. */
  readonly isSlow?: true;
  /** How the connection ends; see `WireForm`. */
  readonly ending?: 'cut' | 'garbage';
  /**
   * What happens to the certificate. `refused`: the login refuses it; `lost`: the login never receives it; `not-sent-back`: the person
   * stays on the F5's own page, and the application gets no answer.
   */
  readonly certificate?: 'refused' | 'lost' | 'not-sent-back';
  /** Value of `Cross-Origin-Opener-Policy` on every page of the login. */
  readonly openerPolicy?: 'same-origin' | 'noopener-allow-popups';
  /** A request that does not meet all of these is not affected, and does not count against `times`. */
  readonly needs?: readonly ScenarioNeed[];
  /** The affected endpoints. Default: all endpoints of the point. */
  readonly endpoints?: readonly string[];
}

/** Every scenario, by name. */
export const scenarioCatalogue = {
  'login-denied': {
    point: 'certificate',
    certificate: 'refused',
    sentence: 'The login refuses every certificate: the application gets only error=access_denied.',
    sentenceRo: 'Autentificarea refuză orice certificat: aplicația primește error=access_denied și nimic altceva.',
  },
  'login-stranded': {
    point: 'certificate',
    certificate: 'not-sent-back',
    needs: ['refused-certificate'],
    sentence:
      'A person without an accepted certificate stays on the page "Certificatul nu a fost prezentat" (HTTP 200); the application gets no answer.',
    sentenceRo:
      'Cine nu prezintă un certificat acceptat rămâne pe pagina „Certificatul nu a fost prezentat” (HTTP 200); aplicația nu află nimic.',
  },
  'login-stale-session': {
    point: 'authorize',
    needs: ['valid-request'],
    sentence: 'The login shows "Your session is finished" until the browser has visited /my.logout.php3.',
    sentenceRo: 'Autentificarea arată „Your session is finished” până când browserul trece pe la /my.logout.php3.',
  },
  'login-waf': {
    point: 'authorize',
    fault: 'request-rejected',
    sentence: 'The login answers "Request Rejected" with HTTP 200 and a support id.',
    sentenceRo: 'Autentificarea răspunde „Request Rejected” cu HTTP 200 și un număr de asistență.',
  },
  'login-unavailable': {
    point: 'authorize',
    fault: 'unavailable',
    sentence: 'The login answers HTTP 503 with an HTML page, or without a body (switch unavailableBody).',
    sentenceRo: 'Autentificarea răspunde HTTP 503 cu o pagină HTML sau fără conținut (comutatorul unavailableBody).',
  },
  'login-reset': {
    point: 'authorize',
    fault: 'reset',
    sentence: 'The login resets the connection (TCP RST).',
    sentenceRo: 'Autentificarea taie conexiunea (TCP reset).',
  },
  'login-empty': {
    point: 'authorize',
    fault: 'empty',
    sentence: 'The login closes the connection without sending any data.',
    sentenceRo: 'Autentificarea închide conexiunea fără niciun octet.',
  },
  'login-garbage': {
    point: 'authorize',
    fault: 'garbage',
    sentence: 'The login sends bytes that are not HTTP, and closes the connection.',
    sentenceRo: 'Autentificarea trimite octeți care nu sunt HTTP și închide conexiunea.',
  },
  'login-no-dialog': {
    point: 'authorize',
    needs: ['valid-request'],
    sentence:
      'The browser shows no dialog and continues without a certificate: the application gets error=access_denied within milliseconds.',
    sentenceRo:
      'Browserul nu arată nicio fereastră și merge mai departe fără certificat: aplicația primește error=access_denied în câteva milisecunde.',
  },
  'login-slow': {
    point: 'authorize',
    isSlow: true,
    sentence: 'The login answers after three seconds (lifetimes.slowAnswerSeconds).',
    sentenceRo: 'Autentificarea răspunde după trei secunde (lifetimes.slowAnswerSeconds).',
  },
  'login-coop-same-origin': {
    point: 'page',
    openerPolicy: 'same-origin',
    sentence: 'Every page of the login has Cross-Origin-Opener-Policy: same-origin, so that a popup loses its opener.',
    sentenceRo:
      'Fiecare pagină a autentificării are Cross-Origin-Opener-Policy: same-origin, așa că o fereastră popup își pierde deschizătorul.',
  },
  'login-coop-noopener': {
    point: 'page',
    openerPolicy: 'noopener-allow-popups',
    sentence: 'Every page of the login has Cross-Origin-Opener-Policy: noopener-allow-popups.',
    sentenceRo: 'Fiecare pagină a autentificării are Cross-Origin-Opener-Policy: noopener-allow-popups.',
  },
  'login-denied-slow': {
    point: 'certificate',
    certificate: 'refused',
    isSlow: true,
    sentence:
      'The login refuses every certificate with error=access_denied, after as long as a person would need (lifetimes.slowAnswerSeconds).',
    sentenceRo:
      'Autentificarea refuză orice certificat, și abia după cât i-ar trebui unui om (lifetimes.slowAnswerSeconds): error=access_denied.',
  },
  'login-certificate-lost': {
    point: 'certificate',
    certificate: 'lost',
    sentence:
      'The person chooses a certificate, but it does not reach the login (driver, cloud signature): they stay on "Certificatul nu a fost prezentat".',
    sentenceRo:
      'Certificatul este ales, dar nu ajunge la autentificare (driver, semnătură în cloud): omul rămâne la „Certificatul nu a fost prezentat”.',
  },
  'login-certificate-slow': {
    point: 'certificate',
    isSlow: true,
    sentence: 'The certificate step takes three seconds (lifetimes.slowAnswerSeconds), as with a slow card.',
    sentenceRo:
      'Pasul cu certificatul durează trei secunde (lifetimes.slowAnswerSeconds), ca la un dispozitiv criptografic lent.',
  },
  'login-certificate-reset': {
    point: 'certificate',
    fault: 'reset',
    sentence: 'The certificate step resets the connection, as after several minutes between two steps.',
    sentenceRo: 'Pasul cu certificatul întrerupe conexiunea, ca atunci când între doi pași trec minute.',
  },
  'login-certificate-hang': {
    point: 'certificate',
    fault: 'hang',
    sentence: 'The certificate step never answers, as when a cloud certificate is not approved on the phone.',
    sentenceRo:
      'Pasul cu certificatul nu răspunde niciodată, ca atunci când certificatul cloud nu este aprobat pe telefon.',
  },
  'login-no-close-notify': {
    point: 'closing',
    sentence:
      'The login closes the connection without a TLS close_notify, so that a strict client reports an error after a complete answer.',
    sentenceRo:
      'Autentificarea închide conexiunea fără close_notify din TLS, așa că un client strict raportează o eroare după un răspuns întreg.',
  },
  'login-hang': {
    point: 'authorize',
    fault: 'hang',
    sentence: 'The login accepts the request and never answers.',
    sentenceRo: 'Autentificarea preia cererea și nu răspunde niciodată.',
  },
  'token-unavailable': {
    point: 'token',
    fault: 'unavailable',
    sentence: 'The token endpoint answers HTTP 503 with an HTML page, or without a body (switch unavailableBody).',
    sentenceRo:
      'Adresa de tokenuri răspunde HTTP 503 cu o pagină HTML sau fără conținut (comutatorul unavailableBody).',
  },
  'token-html': {
    point: 'token',
    fault: 'login-redirect',
    sentence: 'The token endpoint redirects to /my.policy, so that a client that follows the redirect gets HTML.',
    sentenceRo:
      'Adresa de tokenuri redirecționează la /my.policy, așa că un client care urmează redirecționarea primește HTML.',
  },
  'token-reset': {
    point: 'token',
    fault: 'reset',
    sentence: 'The token endpoint resets the connection (TCP RST) without processing the request.',
    sentenceRo: 'Adresa de tokenuri taie conexiunea (TCP reset) înainte să fi făcut ceva.',
  },
  'token-empty': {
    point: 'token',
    fault: 'empty',
    sentence: 'The token endpoint closes the connection without sending any data and without processing the request.',
    sentenceRo: 'Adresa de tokenuri închide conexiunea fără niciun octet, înainte să fi făcut ceva.',
  },
  'token-garbage': {
    point: 'token',
    fault: 'garbage',
    sentence:
      'The token endpoint sends bytes that are not HTTP, and closes the connection without processing the request.',
    sentenceRo: 'Adresa de tokenuri trimite octeți care nu sunt HTTP și închide conexiunea, înainte să fi făcut ceva.',
  },
  'token-answer-lost': {
    point: 'token',
    sentence:
      'The token endpoint processes the request and rotates the refresh token, but the connection breaks before the answer.',
    sentenceRo:
      'Adresa de tokenuri își face treaba, refresh tokenul se schimbă, iar conexiunea cade înainte de răspuns.',
  },
  'token-slow': {
    point: 'token',
    isSlow: true,
    sentence: 'The token endpoint processes the request and answers after three seconds.',
    sentenceRo: 'Adresa de tokenuri își face treaba și răspunde după trei secunde.',
  },
  'token-waf': {
    point: 'token',
    fault: 'request-rejected',
    sentence: 'The token endpoint answers "Request Rejected" with HTTP 200 instead of JSON.',
    sentenceRo: 'Adresa de tokenuri răspunde „Request Rejected” cu HTTP 200 în loc de JSON.',
  },
  'token-truncated': {
    point: 'token',
    ending: 'cut',
    sentence:
      'The token endpoint processes the request and rotates the refresh token, but the connection breaks in the middle of the JSON.',
    sentenceRo:
      'Adresa de tokenuri își face treaba, tokenul de reîmprospătare se schimbă, iar conexiunea se rupe la mijlocul JSON-ului.',
  },
  'token-without-refresh': {
    point: 'token',
    sentence: 'The answer of the token endpoint has no refresh_token; the previous one, if any, stays valid.',
    sentenceRo: 'Răspunsul adresei de tokenuri nu conține refresh_token; cel dinainte, dacă există, rămâne bun.',
  },
  'token-hang': {
    point: 'token',
    fault: 'hang',
    sentence: 'The token endpoint accepts the request and never answers.',
    sentenceRo: 'Adresa de tokenuri preia cererea și nu răspunde niciodată.',
  },
  'api-unavailable': {
    point: 'api',
    fault: 'unavailable',
    sentence: 'The API answers HTTP 503 with an HTML page, or without a body (switch unavailableBody).',
    sentenceRo: 'API-ul răspunde HTTP 503 cu o pagină HTML sau fără conținut (comutatorul unavailableBody).',
  },
  'api-waf': {
    point: 'api',
    fault: 'request-rejected',
    sentence: 'The API answers "Request Rejected" with HTTP 200 instead of JSON or XML.',
    sentenceRo: 'API-ul răspunde „Request Rejected” cu HTTP 200 în loc de JSON sau XML.',
  },
  'api-html': {
    point: 'api',
    fault: 'login-page',
    sentence: 'The API answers HTTP 200 with a login page instead of JSON or XML, as when the gateway fails.',
    sentenceRo:
      'API-ul răspunde cu HTTP 200 și pagina de autentificare în loc de JSON sau XML, ca atunci când poarta are probleme.',
  },
  'api-truncated': {
    point: 'api',
    ending: 'cut',
    sentence: 'The API processes the request, but the connection breaks in the middle of the answer.',
    sentenceRo: 'API-ul își face treaba, iar conexiunea se rupe la mijlocul răspunsului.',
  },
  'api-bad-chunk': {
    point: 'api',
    ending: 'garbage',
    sentence: 'The API processes the request and sends a chunked answer whose second chunk is malformed.',
    sentenceRo: 'API-ul își face treaba și răspunde în bucăți, a doua fiind fără sens.',
  },
  'api-reset': {
    point: 'api',
    fault: 'reset',
    sentence: 'The API resets the connection (TCP RST).',
    sentenceRo: 'API-ul taie conexiunea (TCP reset).',
  },
  'api-empty': {
    point: 'api',
    fault: 'empty',
    sentence: 'The API closes the connection without sending any data.',
    sentenceRo: 'API-ul închide conexiunea fără niciun octet.',
  },
  'api-garbage': {
    point: 'api',
    fault: 'garbage',
    sentence: 'The API sends bytes that are not HTTP, and closes the connection.',
    sentenceRo: 'API-ul trimite octeți care nu sunt HTTP și închide conexiunea.',
  },
  'api-slow': {
    point: 'api',
    isSlow: true,
    sentence: 'The API answers after three seconds.',
    sentenceRo: 'API-ul răspunde după trei secunde.',
  },
  'api-hang': {
    point: 'api',
    fault: 'hang',
    sentence: 'The API accepts the request and never answers.',
    sentenceRo: 'API-ul preia cererea și nu răspunde niciodată.',
  },
  'api-limit': {
    point: 'api',
    sentence: 'The API answers HTTP 429: more than 1000 calls in a minute.',
    sentenceRo: 'API-ul răspunde HTTP 429: mai mult de 1000 de apeluri într-un minut.',
  },
  'api-unauthorized': {
    point: 'api',
    needs: ['gateway'],
    sentence: 'The API answers HTTP 401 to every token, as if it had expired.',
    sentenceRo: 'API-ul răspunde HTTP 401 la orice token, ca la unul expirat.',
  },
  'api-forbidden': {
    point: 'api',
    needs: ['gateway', 'caller'],
    sentence: 'The API answers HTTP 403, as for an application that is not registered for the service.',
    sentenceRo: 'API-ul răspunde HTTP 403, ca unei aplicații fără acest serviciu.',
  },
  'api-no-rights': {
    point: 'api',
    needs: ['caller'],
    endpoints: companyEndpoints,
    sentence: 'No certificate has rights for the requested CUI.',
    sentenceRo: 'Niciun certificat nu are drepturi pentru CUI-ul cerut.',
  },
  'api-xml-not-taken': {
    point: 'upload',
    sentence:
      'An upload is accepted, but stareMesaj then reports "XML cu erori nepreluat de sistem": nothing to download, nothing in the lists.',
    sentenceRo:
      'O încărcare este preluată, iar stareMesaj spune apoi „XML cu erori nepreluat de sistem”: nimic de descărcat, nimic în liste.',
  },
  'api-technical-error': {
    point: 'api',
    needs: ['caller'],
    endpoints: [...companyEndpoints, 'validare', 'transformare'],
    sentence: 'The API answers HTTP 200 with "A aparut o eroare tehnica. Cod: 1814".',
    sentenceRo: 'API-ul răspunde HTTP 200 cu „A aparut o eroare tehnica. Cod: 1814”.',
  },
} as const satisfies Record<string, ScenarioDescription>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarioCatalogue;

/** The description of a scenario. In contrast to `scenarioCatalogue[name]`, its type has all optional fields. */
export function scenarioDescription(name: ScenarioName): ScenarioDescription {
  return scenarioCatalogue[name];
}

/** Whether a text is the name of a scenario. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarioCatalogue, name);
}
