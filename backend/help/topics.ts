import type { CauseCode } from 'spv-authorize/contract';

/** The guides of the help. A code is the anchor of its section, so it stays as it is. */
export const guideCodes = [
  'anaf-pages',
  'private-window',
  'drivers',
  'devices',
  'get-certificate',
  'register-in-spv',
  'renewed-certificate',
  'accountant-link',
  'access',
  'validity',
] as const;
export type GuideCode = (typeof guideCodes)[number];

/** A section of the help: a cause of the catalogue, or a guide. Its code is its anchor, and the topic of its feedback. */
export type TopicCode = CauseCode | GuideCode;

export type GroupCode = 'frequent' | 'certificate' | 'anaf' | 'application' | 'guides';

/** The sections in the order of the page. The first group has the four errors that people meet most often. */
export const topicGroups: Readonly<Record<GroupCode, readonly TopicCode[]>> = {
  frequent: [
    'no-certificate-chosen',
    'wrong-pin',
    'another-companys-certificate',
    'anaf-not-answering',
    'token-not-inserted',
  ],
  certificate: [
    'browser-remembers-no-certificate',
    'certificate-not-enrolled',
    'right-too-new',
    'certificate-without-any-right',
    'anaf-page-in-browser-failed',
  ],
  anaf: ['anaf-session-finished', 'anaf-request-rejected', 'anaf-window-closed', 'still-at-anaf', 'came-back-too-late'],
  application: [
    'window-blocked',
    'attempt-lapsed',
    'cancelled',
    'backend-not-answering',
    'application-not-registered',
    'service-not-registered',
    'other',
  ],
  guides: guideCodes,
};

/** Causes against which the certificate's issuer can help the person. */
export const issuerHelps: ReadonlySet<TopicCode> = new Set<TopicCode>([
  'wrong-pin',
  'token-not-inserted',
  'anaf-page-in-browser-failed',
]);

const topicCodes = new Set<string>(Object.values(topicGroups).flat());

/** Whether the help has a section with this code. */
export function isTopic(code: string): code is TopicCode {
  return topicCodes.has(code);
}

/**
 * Words by which people look for a topic and that its text need not contain, in Romanian and English: somebody with an English
 * Windows quotes its English message on the Romanian page.
 */
export const topicKeywords: Readonly<Record<TopicCode, readonly string[]>> = {
  'no-certificate-chosen': [
    'nu am ales certificatul, anulare, cancel, am inchis fereastra',
    'certificatul nu a fost prezentat, access denied, acces refuzat, select a certificate',
  ],
  'wrong-pin': ['pin gresit, parola token, cod pin, puk, token blocat, am uitat pinul', 'forgot pin, token locked'],
  'another-companys-certificate': [
    'alta firma, alt certificat, certificat gresit, firma gresita, nu aveti drept in spv pentru cif',
    'another company, wrong certificate, no rights',
  ],
  'anaf-not-answering': [
    'comunicare spv, nu merge anaf, anaf picat, server anaf, eroare tehnica, cod 1814, mentenanta, nu se incarca',
    'anaf down, timeout, not responding, technical error, maintenance',
  ],
  'token-not-inserted': [
    'nu apare certificatul, nu vede tokenul, nu se deschide fereastra, stick, nu este in lista, hub usb',
    'certificate not showing, token not detected, no chooser',
  ],
  'browser-remembers-no-certificate': [
    'nu mai intreaba, nu se mai deschide fereastra, cache, memorat, cookie',
    'does not ask again, remembered',
  ],
  'certificate-not-enrolled': [
    'certificat nou, certificat neinregistrat, neinrolat, access denied',
    'new certificate, not registered, not enrolled',
  ],
  'right-too-new': ['regula 24 de ore, azi, ieri, mai asteapta', '24 hours rule, today, wait'],
  'certificate-without-any-right': [
    'nicio firma, nu exista niciun cif pentru care sa aveti drept in spv, fara drepturi',
    'no company, no rights at all',
  ],
  'anaf-page-in-browser-failed': [
    'err_bad_ssl_client_auth_cert, err_ssl_protocol_error, err_connection_reset, eroare ssl, conexiune resetata',
    'secure connection failed, site cannot be reached, antivirus, proxy',
  ],
  'anaf-session-finished': [
    'your session is finished, sesiune expirata, pagina logout, sesiune incheiata',
    'session expired, errorcode 19',
  ],
  'anaf-request-rejected': [
    'request rejected, the requested url was rejected, support id, vpn, firewall',
    'cerere respinsa, filtru',
  ],
  'anaf-window-closed': ['am inchis fereastra, nu m-a trimis inapoi', 'closed the window, did not return'],
  'still-at-anaf': ['fereastra asteapta, in spate, ascunsa', 'waiting, hidden window'],
  'came-back-too-late': ['60 de secunde, cod expirat, reincarcat pagina', '60 seconds, code expired, reload'],
  'window-blocked': ['popup, pop-up, fereastra blocata, adblock', 'popup blocker, blocked window'],
  'attempt-lapsed': ['15 minute, expirat, timpul a trecut', '15 minutes, expired'],
  cancelled: ['am renuntat, anulat', 'gave up, cancelled'],
  'backend-not-answering': ['fara internet, server oprit, nu se conecteaza', 'offline, no internet, server down'],
  'application-not-registered': [
    'invalid_client, redirect uri, callback, nu este configurata',
    'client id, misconfigured, developer',
  ],
  'service-not-registered': ['serviciu lipsa, profil oauth, 403', 'missing service, forbidden'],
  other: ['alta eroare, alta problema, nu gasesc, suport, asistenta', 'another error, unknown, support, contact'],
  'anaf-pages': ['pagina de eroare, pagina alba, mesaj in engleza', 'error page, white page, message'],
  'private-window': ['incognito, inprivate, inchide browserul, sterge istoric', 'incognito, quit browser'],
  drivers: [
    'driver, instalare, certsign, digisign, transsped, alfasign, certdigital, safenet, etoken, emitent',
    'install, middleware, vtoken, easysign, namirial, issuer, download',
  ],
  devices: [
    'mac, macos, macbook, apple, iphone, ipad, android, telefon, tableta, arm, surface, linux, firefox, safari',
    'phone, tablet, computer, device, snapdragon',
  ],
  'get-certificate': [
    'nu am certificat, cumpar certificat, semnatura electronica, identificare video, buletin electronic, cei, pret',
    'buy certificate, electronic signature, video identification, id card',
  ],
  'register-in-spv': [
    'inrolare spv, inregistrare utilizatori, document de confirmare, imputernicire, formular 150, cont spv',
    'enrol, register, proxy, mandate, form 150',
  ],
  'renewed-certificate': [
    'certificat reinnoit, expirat, prelungire certificat, anaf.ro/reinnoire, token nou, schimbat emitentul',
    'renewed certificate, expired certificate, replaced',
  ],
  'accountant-link': [
    'contabil, imputernicit, link expirat, link folosit, trimite link, delegat, alta persoana',
    'accountant, share link, expired link, delegate, someone else',
  ],
  access: [
    'ce vede aplicatia, date, siguranta, confidentialitate, declaratii, gdpr, drepturi',
    'privacy, security, what can it see, scope',
  ],
  validity: [
    '90 de zile, expira, reautorizare, reinnoire automata, un an, deconectare, intrerupt de anaf, retrage accesul',
    '90 days, expires, renewal, one year, disconnect, withdraw, revoked',
  ],
};
