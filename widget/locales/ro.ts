import { ro as catalogue } from '../catalogue/ro.ts';
import type { AuthorizationStatus, RightsVerdict, Service } from '../contract/authorization.ts';
import type { GroundCode, Likelihood } from '../contract/diagnosis.ts';
import type { AnafWindowSight, Reply } from '../contract/failure.ts';
import type { Question } from '../core/input.ts';
import type { AtAnafScreen, Line, ProblemKind } from '../core/screen.ts';
import { list, plural } from './format.ts';
import type { CureLabels, StatusWords, Words } from './words.ts';

const serviceNames: Record<Service, string> = { 'e-factura': 'e-Factura', 'e-transport': 'e-Transport' };

/** Romanian, the source language. It uses the second person singular, and "token" only for the USB device, not for ANAF's tokens. */
export const ro = {
  common: {
    region: 'Autorizare e-Factura în SPV',
    back: 'Înapoi',
    close: 'Închide',
    notNow: 'Nu acum',
    copied: 'Copiat',
    cannotCopy: 'Nu am putut copia. Selectează textul și copiază-l.',
    days: (count: number) => plural('ro', count, { one: '1 zi', few: `${count} zile`, other: `${count} de zile` }),
    keeps: 'Autorizarea actuală merge mai departe.',
    newWindow: '(se deschide într-o filă nouă)',
    silent: 'Serverul nu răspunde; încercăm în continuare.',
  },
  line: {
    open: 'nicio legătură cu ANAF',
    moving: 'legătura cu ANAF se face acum',
    closed: 'legătura cu ANAF este activă',
    gap: 'legătura cu ANAF se va întrerupe',
    broken: 'legătura cu ANAF este întreruptă',
  } satisfies Words<Line>,
  loading: { title: 'Se verifică autorizarea…', part: 'Se încarcă…' },
  problem: {
    unreachable: {
      title: 'Nu putem afla starea autorizării',
      text: 'Serverul nu răspunde. Verifică dacă ai internet; autorizarea existentă rămâne neschimbată.',
    },
    session: { title: 'Sesiunea ta s-a încheiat', text: 'Reîncarcă pagina sau intră din nou în cont, apoi continuă.' },
    permission: {
      title: 'Nu ai dreptul să vezi autorizarea',
      text: 'Cere acces unui administrator al contului.',
    },
    'too-many': { title: 'Prea multe încercări', text: 'Așteaptă un minut, apoi încearcă din nou.' },
    part: {
      title: 'Nu am putut încărca acest ecran',
      text: 'Verifică dacă ai internet, apoi încearcă din nou.',
    },
    setup: {
      title: 'Autorizarea nu este pregătită pe acest site',
      text: 'Serverul a răspuns altfel decât ne așteptam. Anunță echipa aplicației.',
    },
  } satisfies Record<ProblemKind | 'part', { title: string; text: string }>,
  problemActions: {
    retry: 'Încearcă din nou',
    code: (code: string, reference?: string) => `Cod: ${code}${reference ? ` · ${reference}` : ''}`,
  },
  setup: {
    title: 'Elementul nu este configurat',
    text: (attribute: string) => `Lipsește sau este greșit: ${attribute}.`,
    example: 'Exemplu:',
  },
  none: {
    title: 'Autorizare pentru e-Factura în SPV',
    text: (application: string, company: string) =>
      `Este obligatorie pentru ca ${application} să poată trimite și prelua e-facturile firmei ${company}.`,
    once: 'Se face o dată, pe pagina ANAF, cu certificatul digital.',
    start: 'Autorizează',
    noPermission: 'Autorizarea o poate face un administrator al contului.',
  },
  scope: {
    title: 'Ce vede și ce nu vede aplicația',
    sees: (application: string, services: readonly Service[]) =>
      `${application} ajunge numai la ${list(
        'ro',
        services.map((name) => serviceNames[name]),
      )}.`,
    seesNot: 'Nu vede declarațiile, obligațiile de plată sau mesajele din SPV.',
    everyone: 'Facturile trimise le văd toți cei care au acces în SPV-ul firmei.',
    lasts:
      'Autorizarea este valabilă 90 de zile. Înainte să expire, o prelungim automat; dacă nu reușim, primești un e-mail și o refaci.',
    lastsUnwarned:
      'Autorizarea este valabilă 90 de zile. Înainte să expire, o prelungim automat; dacă nu reușim, o refaci.',
    anafMayEnd: 'ANAF o poate întrerupe și mai devreme, din motive care nu țin de noi.',
    privacy: 'Cum sunt protejate datele',
  },
  choose: {
    title: 'Cine are certificatul digital pentru firmă?',
    certificate: 'Am acces cu certificat digital',
    certificateMore: 'Token USB sau certificat în cloud, pe acest calculator',
    certificateOnComputer: 'Token USB sau certificat în cloud, de pe un PC cu Windows',
    nobody: 'Nu are nimeni sau nu știu',
    nobodyMore: 'Vezi cum se obține un certificat',
    meaning: 'Ce înseamnă certificat digital?',
    meaningText:
      'Un certificat calificat, pe numele unei persoane care reprezintă firma în SPV. Este pe un token USB sau în cloud și se folosește cu un PIN. Cu el se depun și declarațiile la ANAF.',
  },
  invite: {
    row: 'Obține accesul prin contabil',
    rowMore: 'Primești un link pe care îl trimiți mai departe',
    send: 'Trimite contabilului',
    waiting: 'Așteptăm persoana care a primit linkul.',
    links: (open: number) => `Linkuri pentru contabil${open > 0 ? ` (${open} în așteptare)` : ''}`,
  },
  guide: {
    title: 'Cum obții un certificat digital',
    accountant: (application: string) =>
      `Contabilul îl are deja? Poate face el autorizarea, de pe calculatorul lui, dacă are acces la contul firmei în ${application}.`,
    steps: [
      'Cumpără un certificat calificat de la un emitent acreditat. Se poate și online, cu identificare video; durează 1–5 zile lucrătoare.',
      'Înregistrează-l în SPV pentru firmă, ca reprezentant legal, reprezentant desemnat sau împuternicit: pe anaf.ro, la Servicii online › Înregistrare utilizatori. Ai nevoie de documentul de confirmare, pe care îl face emitentul.',
      'Așteaptă e-mailul ANAF și încă 24 de ore, apoi revino aici.',
    ] as readonly string[],
    notEnough: 'Buletinul electronic nu este suficient: certificatul din el nu este calificat.',
    ask: 'Contabilul îl are deja? Cel mai rapid este să autorizeze el, de pe calculatorul lui, printr-un link.',
    issuers: 'Emitenți din România',
  },
  checklist: {
    title: 'Înainte să începi',
    token: 'Tokenul cu certificatul este la îndemână și conectat sau aplicația certificatului din cloud este pornită.',
    driver: 'Driverul este instalat. Îl găsești pe site-ul emitentului.',
    enrolled: (taxId: string) => `Certificatul este înregistrat în SPV pentru CUI ${taxId} de cel puțin 24 de ore.`,
    pin: 'Știi PIN-ul. După câteva greșeli, tokenul se blochează.',
    reminder: 'Ce îți trebuie la îndemână',
    dialogs: 'Ce ferestre vor apărea',
    chooserName: 'Selectează un certificat',
    chooserRow: 'POPESCU MARIA',
    chooserText: 'Browserul îți arată certificatele. Alege-l pe al tău și apasă OK.',
    pinName: 'Introdu PIN-ul',
    pinText: 'Apoi ți se cere PIN-ul. Fereastra este a tokenului, nu a noastră.',
    missing: 'Nu apare certificatul?',
    missingText: 'Instalează driverul de pe site-ul emitentului, reconectează tokenul și redeschide browserul:',
    selfTest: 'Verifică pe anaf.ro, la „Autentificare RO e-Factura”, că certificatul funcționează',
    go: 'Continuă la ANAF',
    pinSafe: 'PIN-ul și certificatul rămân la tine: le folosești numai pe pagina ANAF.',
  },
  starting: { title: 'Se deschide pagina ANAF…', text: 'Nu închide această pagină.' },
  atAnaf: {
    titles: {
      window: 'Continuă în fereastra ANAF',
      gone: 'Fereastra ANAF pare închisă',
      elsewhere: 'Continuă în cealaltă fereastră',
      tab: 'Autorizarea nu s-a încheiat',
    } satisfies Words<AtAnafScreen['place']>,
    elsewhereText: 'Copiază adresa, deschide o fereastră privată, lipește adresa și urmează pașii.',
    elsewhereCopied: 'Adresa este copiată. Deschide o fereastră privată, lipește adresa și urmează pașii.',
    shortcut: 'Ctrl+Shift+N în Chrome și Edge, Ctrl+Shift+P în Firefox.',
    choose: 'Alege certificatul',
    pin: 'Introdu PIN-ul',
    notes: {
      window: 'Revenim aici singuri când termini. Nu închide fereastra până la confirmare.',
      gone: 'Dacă ai terminat, aflăm singuri în câteva secunde. Altfel, redeschide-o: nu s-a pierdut nimic.',
      elsewhere: 'Revenim aici singuri când termini. Nu închide fereastra până la confirmare.',
      tab: 'Te-ai întors înainte de confirmarea ANAF. Continuă și rămâi pe pagina ANAF până când ea te trimite înapoi aici.',
    } satisfies Words<AtAnafScreen['place']>,
    show: 'Arată fereastra ANAF',
    finished: 'Am terminat',
    reopen: 'Redeschide',
    reopenLong: 'Redeschide fereastra ANAF',
    giveUp: 'Renunță',
    question: 'Ce vezi în fereastra ANAF?',
    questionOfTab: 'Ce ai văzut pe pagina ANAF?',
    sights: {
      'still-choosing': 'Încă aleg certificatul',
      closed: 'Am închis-o',
      'certificate-not-presented': '„Certificatul nu a fost prezentat”',
      'session-finished': '„Your session is finished”',
      'request-rejected': '„Request Rejected”',
      'browser-error': 'O eroare a browserului',
      nothing: 'Nimic, o pagină goală',
    } satisfies Words<AnafWindowSight>,
  },
  privateWindow: {
    title: 'Deschide într-o fereastră privată',
    text: 'Ajută când browserul își amintește un certificat ales greșit. Adresa este valabilă 15 minute, numai pentru această încercare.',
    label: 'Adresa pentru fereastra privată',
    copy: 'Copiază adresa',
    show: 'Afișează adresa pentru o fereastră privată',
  },
  verifying: {
    title: 'Verificăm drepturile certificatului',
    text: (taxId: string) => `Întrebăm ANAF dacă certificatul are drepturi pentru CUI ${taxId}.`,
    mayClose: 'Durează câteva secunde. Dacă ANAF întârzie, poți închide pagina: verificarea continuă.',
  },
  success: {
    title: 'Gata, e-Factura este autorizată',
    text: (company: string) => `De acum poți trimite și prelua e-facturi pentru ${company}.`,
    renewal:
      'Tokenul nu mai este necesar. Autorizarea ține 90 de zile și o prelungim automat; dacă nu reușim, te anunțăm prin e-mail.',
    renewalUnwarned:
      'Tokenul nu mai este necesar. Autorizarea ține 90 de zile și o prelungim automat; dacă nu reușim, vezi aici.',
    done: 'Gata',
    certificateEnd: 'Când expiră certificatul?',
    certificateEndText:
      'ANAF nu ne spune; vezi în programul emitentului. După ce îl reînnoiești, încarcă documentul de confirmare la anaf.ro/reinnoire și reautorizează aici.',
  },
  failure: {
    likelihoods: {
      certain: 'Cauza',
      likely: 'Cauza probabilă',
      possible: 'O cauză posibilă',
    } satisfies Words<Likelihood>,
    questions: {
      chooserSeen: 'S-a deschis o fereastră în care să alegi certificatul?',
      pinAsked: 'Ți s-a cerut PIN-ul?',
    } satisfies Words<Question>,
    replies: { yes: 'Da', no: 'Nu', unknown: 'Nu știu' } satisfies Words<Reply>,
    cures: {
      retry: 'Reîncearcă',
      'retry-later': 'Reîncearcă',
      'private-window': 'Copiază adresa pentru o fereastră privată',
      'return-to-anaf': 'Arată fereastra ANAF',
      'continue-in-this-tab': 'Continuă în această filă',
      'tell-support': 'Scrie echipei aplicației',
    } satisfies CureLabels,
    others: (count: number) => `Alte cauze posibile (${count})`,
    help: 'Mai multe despre această eroare',
    helpLanguage: 'ro',
    details: 'Detalii tehnice',
    reference: (reference: string) => `cod ${reference}`,
    copyDetails: 'Copiază detaliile (fără date secrete)',
    grounds: {
      'answered-at-once': 'răspunsul a venit prea repede ca să fi apărut o fereastră',
      'answered-after-a-dialog': 'răspunsul a venit după o fereastră a browserului',
      'earlier-opening-in-same-browser': 'ai mai încercat în același browser',
      'chooser-was-seen': 'ai văzut fereastra de alegere',
      'chooser-was-not-seen': 'nu ai văzut fereastra de alegere',
      'pin-was-asked': 'ți s-a cerut PIN-ul',
      'pin-was-not-asked': 'nu ți s-a cerut PIN-ul',
      'reported-by-the-person': 'așa ai văzut în fereastra ANAF',
      'said-by-anaf': 'așa a răspuns ANAF',
      'usual-for-this-failure': 'este cauza obișnuită',
    } satisfies Words<GroundCode>,
    because: (grounds: string) => `De ce credem asta: ${grounds}.`,
    mailSubject: (application: string) => `Autorizare e-Factura: problemă în ${application}`,
  },
  status: {
    title: 'e-Factura în SPV',
    words: {
      checking: 'Se verifică',
      active: 'Activă',
      expiring: 'Expiră curând',
      expired: 'Expirată',
      revoked: 'Întreruptă de ANAF',
      'no-rights': 'Fără drepturi',
      other: 'Necunoscută',
    } satisfies StatusWords,
    texts: {
      checking: () => 'Așteptăm răspunsul ANAF despre drepturile certificatului. Poți închide pagina.',
      active: ({ reauthorizeBy }: StatusDates) =>
        `Se reînnoiește automat. Certificatul va fi necesar din nou până la ${reauthorizeBy}.`,
      expiring: ({ accessExpiresAt, days }: StatusDates) =>
        `Expiră în ${days}, la ${accessExpiresAt}, iar reînnoirea automată nu a reușit. Refă autorizarea cu certificatul.`,
      expired: ({ accessExpiresAt }: StatusDates) =>
        `A expirat la ${accessExpiresAt}. E-facturile nu mai pot fi trimise, iar termenul legal curge.`,
      revoked: () =>
        'ANAF a întrerupt legătura, din motive care nu țin de noi. E-facturile nu pot fi trimise până nu o refaci.',
      'no-rights': ({ taxId }: StatusDates) =>
        `Certificatul nu mai are drepturi în SPV pentru CUI ${taxId}. Autorizează cu un certificat care are.`,
      other: () => 'Starea este nouă pentru această pagină. Reîncarc-o.',
    } satisfies Record<Exclude<AuthorizationStatus, 'none'>, (dates: StatusDates) => string>,
    rights: (taxId: string) => `Drepturi pentru CUI ${taxId}`,
    verdicts: { granted: 'da', denied: 'nu', unknown: 'ANAF nu a răspuns' } satisfies Words<RightsVerdict>,
    todayAt: (time: string) => `azi, ${time}`,
    reauthorize: 'Reautorizează',
    verify: 'Verifică acum',
    verifying: 'Se verifică…',
    goOn: 'Continuă',
    disconnect: 'Deconectează',
    details: 'Cine, cu ce certificat, până când',
    authorizedBy: 'Autorizat de',
    authorizedAt: 'La data de',
    certificate: 'Certificat',
    certificateText: (issuer: string, serial: string) => `${issuer}, seria ${serial}`,
    accessUntil: 'Acces valabil până la',
    reauthorizeBy: 'Certificatul, din nou, până la',
    lastRenewal: 'Ultima reînnoire',
    renewals: { renewed: 'reușită', transient: 'se va încerca din nou', rejected: 'respinsă de ANAF' },
    warnsNobody: 'Nu anunțăm pe nimeni prin e-mail dacă reînnoirea nu reușește.',
    noPermission: 'Reautorizarea o poate face un administrator al contului.',
  },
  disconnect: {
    title: 'Deconectezi e-Factura?',
    text: 'Ștergem autorizarea din aplicație; la ANAF se stinge singură, la expirare. Nu vei mai putea trimite și prelua e-facturi până la o nouă autorizare.',
    confirm: 'Deconectează',
    sending: 'Se deconectează…',
  },
  failures: catalogue.failures,
  causes: catalogue.causes,
};

/** The values in the sentences about a status; dates are formatted. */
export interface StatusDates {
  readonly taxId: string;
  readonly accessExpiresAt: string;
  readonly reauthorizeBy: string;
  readonly days: string;
}
