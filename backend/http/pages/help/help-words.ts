import type { CatalogueLocale, Cause, Fixer } from 'spv-authorize/catalogue';
import type { GroupCode } from '../../../help/topics.ts';

/** Whether trying again helps, from the facts about a cause. */
export type RetryAdvice = 'yes' | 'in-minutes' | 'after-steps' | 'after-change' | 'after-support';

/** The texts of the help page that belong to no topic. */
export interface HelpWords {
  readonly title: string;
  readonly intro: (application: string) => string;
  readonly otherLanguage: string;
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly found: (count: number, query: string) => string;
    readonly closest: (query: string) => string;
    readonly nothing: (query: string) => string;
    readonly tryWord: string;
    /** Words to try, each a link. */
    readonly examples: readonly string[];
    readonly tryMessage: string;
    readonly all: string;
  };
  readonly contents: string;
  readonly backToContents: string;
  readonly groups: Readonly<Record<GroupCode, string>>;
  readonly signs: string;
  readonly reason: string;
  readonly steps: string;
  readonly whoFixes: string;
  readonly fixers: Readonly<Record<Fixer, (application: string) => string>>;
  /** Follows the person as fixer, where the issuer of the certificate can help. */
  readonly withIssuer: string;
  readonly retry: string;
  readonly retryAdvice: Readonly<Record<RetryAdvice, string>>;
  readonly notFound: { readonly title: string; readonly text: (application: string) => string };
  readonly writeTo: string;
  readonly neverPin: string;
  readonly feedback: {
    readonly question: string;
    readonly yes: string;
    readonly no: string;
    readonly thanks: string;
    readonly thanksForNo: string;
    readonly failed: string;
    readonly reasons: Readonly<Record<FeedbackTrouble, string>>;
    readonly again: string;
    readonly back: string;
  };
}

/** Why an answer to "Did this help?" was not counted. */
export type FeedbackTrouble = 'not-valid' | 'other-page' | 'too-many' | 'not-stored';

const ro: HelpWords = {
  title: 'Ajutor la autorizarea în SPV',
  intro: (application) =>
    `Ce poate opri autorizarea ${application} pentru e-Factura și cum treci mai departe. Alege ce ai văzut sau caută cu cuvintele tale.`,
  otherLanguage: 'English',
  search: {
    label: 'Caută în ajutor',
    hint: 'De exemplu: nu apare certificatul',
    submit: 'Caută',
    found: (count, query) => `${count === 1 ? 'Un răspuns' : `${count} răspunsuri`} pentru „${query}”`,
    closest: (query) => `Nicio explicație nu conține toate cuvintele din „${query}”. Cele mai apropiate:`,
    nothing: (query) => `Nu am găsit nimic pentru „${query}”`,
    tryWord: 'Încearcă un singur cuvânt, de exemplu:',
    examples: ['token', 'PIN', 'certificat', 'fereastră', 'contabil'],
    tryMessage: 'Sau caută câteva cuvinte din mesajul pe care l-ai văzut, în limba în care a apărut.',
    all: 'Vezi toate explicațiile',
  },
  contents: 'Cuprins',
  backToContents: 'Înapoi la cuprins',
  groups: {
    frequent: 'Cele mai frecvente erori',
    certificate: 'Certificat, browser și drepturi în SPV',
    anaf: 'Fereastra ANAF',
    application: 'Aplicația și încercarea',
    guides: 'Cum se face',
  },
  signs: 'Cum o recunoști',
  reason: 'De ce apare',
  steps: 'Ce faci',
  whoFixes: 'Cine rezolvă',
  fixers: {
    person: () => 'Tu',
    company: () => 'Cine reprezintă firma în SPV',
    anaf: () => 'Doar ANAF',
    application: (application) => `Echipa ${application}`,
  },
  withIssuer: ', la nevoie cu ajutorul emitentului',
  retry: 'Ajută să reîncerci?',
  retryAdvice: {
    yes: 'Da, cu pașii de mai sus',
    'in-minutes': 'Da, peste câteva minute',
    'after-steps': 'Abia după pașii de mai sus',
    'after-change': 'Abia după ce ANAF a înregistrat schimbarea',
    'after-support': 'Abia după ce echipa a corectat',
  },
  notFound: {
    title: 'Nu ai găsit ce căutai?',
    text: (application) =>
      `Scrie echipei ${application}. În pagina cu eroarea, la „Detalii tehnice”, găsești un cod pentru asistență: trimite-l și pe el.`,
  },
  writeTo: 'Scrie la',
  neverPin: 'Nu trimite niciodată PIN-ul.',
  feedback: {
    question: 'Ți-a fost de folos?',
    yes: 'Da',
    no: 'Nu',
    thanks: 'Mulțumim pentru răspuns.',
    thanksForNo: 'Mulțumim. Răspunsul tău ne arată ce trebuie explicat mai bine.',
    failed: 'Răspunsul tău nu a putut fi trimis',
    reasons: {
      'not-valid': 'Explicația la care ai răspuns nu mai există sau răspunsul a ajuns incomplet.',
      'other-page': 'Cererea nu a venit din pagina de ajutor. Deschide din nou pagina și răspunde de acolo.',
      'too-many': 'Au venit prea multe răspunsuri de la aceeași adresă. Așteaptă un minut.',
      'not-stored': 'Ceva nu a mers la noi. Nu ține de tine; încearcă din nou.',
    },
    again: 'Trimite din nou',
    back: 'Înapoi la explicație',
  },
};

const en: HelpWords = {
  title: 'Help with the authorization in SPV',
  intro: (application) =>
    `What can stop the authorization of ${application} for e-Factura, and how to go on. Choose what you saw, or search in your own words.`,
  otherLanguage: 'Română',
  search: {
    label: 'Search the help',
    hint: 'For example: certificate not showing',
    submit: 'Search',
    found: (count, query) => `${count === 1 ? 'One answer' : `${count} answers`} for “${query}”`,
    closest: (query) => `No explanation contains all the words of “${query}”. The closest ones:`,
    nothing: (query) => `Nothing was found for “${query}”`,
    tryWord: 'Try a single word, for example:',
    examples: ['token', 'PIN', 'certificate', 'window', 'accountant'],
    tryMessage: 'Or search for a few words of the message that you saw, in the language in which it appeared.',
    all: 'See all explanations',
  },
  contents: 'Contents',
  backToContents: 'Back to the contents',
  groups: {
    frequent: 'The most frequent errors',
    certificate: 'Certificate, browser and rights in SPV',
    anaf: "ANAF's window",
    application: 'The application and the attempt',
    guides: 'How it is done',
  },
  signs: 'How to recognise it',
  reason: 'Why it happens',
  steps: 'What to do',
  whoFixes: 'Who can fix it',
  fixers: {
    person: () => 'You',
    company: () => 'Whoever represents the company in SPV',
    anaf: () => 'ANAF only',
    application: (application) => `The ${application} team`,
  },
  withIssuer: ", if necessary with the issuer's help",
  retry: 'Does trying again help?',
  retryAdvice: {
    yes: 'Yes, with the steps above',
    'in-minutes': 'Yes, in a few minutes',
    'after-steps': 'Only after the steps above',
    'after-change': 'Only when ANAF has registered the change',
    'after-support': 'Only when the team has corrected it',
  },
  notFound: {
    title: 'Did you not find it?',
    text: (application) =>
      `Write to the ${application} team. On the page with the error, “Technical details” contains a code for support: send that too.`,
  },
  writeTo: 'Write to',
  neverPin: 'Never send the PIN.',
  feedback: {
    question: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    thanks: 'Thank you for your answer.',
    thanksForNo: 'Thank you. Your answer shows us what has to be explained better.',
    failed: 'Your answer could not be sent',
    reasons: {
      'not-valid': 'The explanation that you answered no longer exists, or the answer arrived incomplete.',
      'other-page': 'The request did not come from the help page. Open the page again and answer there.',
      'too-many': 'Too many answers came from the same address. Wait a minute.',
      'not-stored': 'Something went wrong on our side. It is not your fault; try again.',
    },
    again: 'Send again',
    back: 'Back to the explanation',
  },
};

/** The words of the help page in both languages. */
export const helpWords: Readonly<Record<CatalogueLocale, HelpWords>> = { ro, en };

/** Whether trying again helps against a cause. */
export function retryAdvice({ retryable, cure }: Cause): RetryAdvice {
  if (cure === 'tell-support') return 'after-support';
  if (cure === 'retry-later') return retryable ? 'in-minutes' : 'after-change';
  return retryable ? 'yes' : 'after-steps';
}
