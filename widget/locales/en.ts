import { en as catalogue } from '../catalogue/en.ts';
import type { Service } from '../contract/authorization.ts';
import type { Dictionary } from './dictionary.ts';
import { list, plural } from './format.ts';
import type { StatusDates } from './ro.ts';

const serviceNames: Record<Service, string> = { 'e-factura': 'e-Factura', 'e-transport': 'e-Transport' };

/** The English translation of `ro.ts`. */
export const en = {
  common: {
    region: 'e-Factura authorization in SPV',
    back: 'Back',
    close: 'Close',
    notNow: 'Not now',
    copied: 'Copied',
    cannotCopy: 'Could not copy. Select the text and copy it.',
    days: (count: number) => plural('en', count, { one: '1 day', other: `${count} days` }),
    keeps: 'The current authorization keeps working.',
    newWindow: '(opens in a new tab)',
    silent: 'The server is not responding; we keep trying.',
  },
  line: {
    open: 'no connection to ANAF',
    moving: 'the connection to ANAF is being made',
    closed: 'the connection to ANAF is active',
    gap: 'the connection to ANAF is about to end',
    broken: 'the connection to ANAF is broken',
  },
  loading: { title: 'Checking the authorization…', part: 'Loading…' },
  problem: {
    unreachable: {
      title: 'The state of the authorization is unknown',
      text: 'The server does not respond. Check your internet connection; any existing authorization is unchanged.',
    },
    session: { title: 'Your session has ended', text: 'Reload the page or sign in again, then continue.' },
    permission: {
      title: 'You are not allowed to see the authorization',
      text: 'Ask an account administrator for access.',
    },
    'too-many': { title: 'Too many attempts', text: 'Wait a minute, then try again.' },
    part: { title: 'This screen could not be loaded', text: 'Check your internet connection, then try again.' },
    setup: {
      title: 'Authorization is not set up on this site',
      text: 'The server answered in an unexpected way. Tell the team of the application.',
    },
  },
  problemActions: {
    retry: 'Try again',
    code: (code: string, reference?: string) => `Code: ${code}${reference ? ` · ${reference}` : ''}`,
  },
  setup: {
    title: 'The element is not configured',
    text: (attribute: string) => `Missing or wrong: ${attribute}.`,
    example: 'Example:',
  },
  none: {
    title: 'e-Factura authorization in SPV',
    text: (application: string, company: string) =>
      `Required before ${application} can send and fetch the e-invoices of ${company}.`,
    once: "It is done once, on ANAF's page, with the digital certificate.",
    start: 'Authorize',
    noPermission: 'An account administrator can authorize.',
  },
  scope: {
    title: 'What the application can and cannot see',
    sees: (application: string, services: readonly Service[]) =>
      `${application} reaches ${list(
        'en',
        services.map((name) => serviceNames[name]),
      )} only.`,
    seesNot: 'It cannot see tax returns, tax debts or SPV messages.',
    everyone: "Everyone with access to the company's SPV sees the invoices that are sent.",
    lasts:
      'The authorization is valid for 90 days. We extend it automatically before it expires; if that fails you get an e-mail and authorize again.',
    lastsUnwarned:
      'The authorization is valid for 90 days. We extend it automatically before it expires; if that fails you authorize again.',
    anafMayEnd: 'ANAF may end it earlier, for reasons outside our control.',
    privacy: 'How data is protected',
  },
  choose: {
    title: 'Who holds the digital certificate for the company?',
    certificate: 'I have the certificate',
    certificateMore: 'USB token or cloud certificate on this computer',
    certificateOnComputer: 'USB token or cloud certificate, on a Windows PC',
    nobody: "Nobody has one, or I don't know",
    nobodyMore: 'See how to get a certificate',
    meaning: 'What is a digital certificate?',
    meaningText:
      'A qualified certificate in the name of a person who represents the company in SPV. It lives on a USB token or in the cloud and is used with a PIN. It is also used to file tax returns at ANAF.',
  },
  invite: {
    row: 'My accountant or someone else has it',
    rowMore: 'You get a link to pass on',
    send: 'Send to the accountant',
    waiting: 'Waiting for the person who got the link.',
    links: (open: number) => `Links for the accountant${open > 0 ? ` (${open} waiting)` : ''}`,
  },
  guide: {
    title: 'How to get a digital certificate',
    accountant: (application: string) =>
      `Your accountant already has one? They can authorize from their own computer if they have access to the company's account in ${application}.`,
    steps: [
      'Buy a qualified certificate from an accredited issuer. It can be done online with video identification and takes 1–5 working days.',
      'Register it in SPV for the company as legal representative, designated representative or proxy: on anaf.ro, under Servicii online › Înregistrare utilizatori. You need the confirmation document, which the issuer makes.',
      "Wait for ANAF's e-mail and another 24 hours, then come back here.",
    ],
    notEnough: 'The electronic ID card is not enough: its certificate is not a qualified one.',
    ask: 'Your accountant already has one? The fastest way is that they authorize from their own computer, with a link.',
    issuers: 'Issuers in Romania',
  },
  checklist: {
    title: 'Before you start',
    token: 'The token with the certificate is at hand and plugged in, or the cloud certificate app is running.',
    driver: "The driver is installed. You find it on the issuer's site.",
    enrolled: (taxId: string) => `The certificate has been registered in SPV for CUI ${taxId} for at least 24 hours.`,
    pin: 'You know the PIN. A few wrong tries lock the token.',
    reminder: 'What to have at hand',
    dialogs: 'Which windows will appear',
    chooserName: 'Select a certificate',
    chooserRow: 'POPESCU MARIA',
    chooserText: 'The browser shows your certificates. Choose yours and press OK.',
    pinName: 'Enter the PIN',
    pinText: "Then you are asked for the PIN. That window is the token's, not ours.",
    missing: 'Certificate not showing?',
    missingText: "Install the driver from the issuer's site, reconnect the token and reopen the browser:",
    selfTest: 'Check on anaf.ro, at “Autentificare RO e-Factura”, that the certificate works',
    go: 'Continue to ANAF',
    pinSafe: "The PIN and the certificate stay with you: you use them on ANAF's page only.",
  },
  starting: { title: "ANAF's page is opening…", text: 'Keep this page open.' },
  atAnaf: {
    titles: {
      window: "Continue in ANAF's window",
      gone: "ANAF's window seems to be closed",
      elsewhere: 'Continue in the other window',
      tab: 'The authorization is not finished',
    },
    elsewhereText: 'Copy the address, open a private window, paste the address and follow the steps.',
    elsewhereCopied: 'The address is copied. Open a private window, paste the address and follow the steps.',
    shortcut: 'Ctrl+Shift+N in Chrome and Edge, Ctrl+Shift+P in Firefox.',
    choose: 'Choose the certificate',
    pin: 'Enter the PIN',
    notes: {
      window: 'We come back here by ourselves when you finish. Keep the window open until the confirmation.',
      gone: 'If you have finished, we learn of it in a few seconds. Otherwise open it again: nothing is lost.',
      elsewhere: 'We come back here by ourselves when you finish. Keep the window open until the confirmation.',
      tab: "You came back before ANAF's confirmation. Continue, and stay on ANAF's page until it sends you back here.",
    },
    show: "Show ANAF's window",
    finished: 'I have finished',
    reopen: 'Open again',
    reopenLong: "Open ANAF's window again",
    giveUp: 'Give up',
    question: "What do you see in ANAF's window?",
    questionOfTab: "What did you see on ANAF's page?",
    sights: {
      'still-choosing': 'I am still choosing the certificate',
      closed: 'I closed it',
      'certificate-not-presented': '“Certificatul nu a fost prezentat”',
      'session-finished': '“Your session is finished”',
      'request-rejected': '“Request Rejected”',
      'browser-error': 'A browser error',
      nothing: 'Nothing, an empty page',
    },
  },
  privateWindow: {
    title: 'Open in a private window',
    text: 'Helps when the browser remembers a wrong certificate. The address is valid for 15 minutes, for this try only.',
    label: 'Address for the private window',
    copy: 'Copy the address',
    show: 'Show the address for a private window',
  },
  verifying: {
    title: "Checking the certificate's rights",
    text: (taxId: string) => `We are asking ANAF whether the certificate has rights for CUI ${taxId}.`,
    mayClose: 'It takes a few seconds. If ANAF is slow you may close the page: the check goes on.',
  },
  success: {
    title: 'Done, e-Factura is authorized',
    text: (company: string) => `From now on you can send and fetch e-invoices for ${company}.`,
    renewal:
      'The token is no longer needed. The authorization lasts 90 days and we extend it automatically; if that fails we tell you by e-mail.',
    renewalUnwarned:
      'The token is no longer needed. The authorization lasts 90 days and we extend it automatically; if that fails you see it here.',
    done: 'Done',
    certificateEnd: 'When does the certificate expire?',
    certificateEndText:
      "ANAF does not tell us; look in the issuer's program. After renewing it, upload the confirmation document at anaf.ro/reinnoire and authorize again here.",
  },
  failure: {
    likelihoods: { certain: 'Cause', likely: 'Likely cause', possible: 'A possible cause' },
    questions: {
      chooserSeen: 'Did a window open to choose the certificate?',
      pinAsked: 'Were you asked for the PIN?',
    },
    replies: { yes: 'Yes', no: 'No', unknown: "I don't know" },
    cures: {
      retry: 'Try again',
      'retry-later': 'Try again',
      'private-window': 'Copy the address for a private window',
      'return-to-anaf': "Show ANAF's window",
      'continue-in-this-tab': 'Continue in this tab',
      'tell-support': 'Write to the application team',
    },
    others: (count: number) => `Other possible causes (${count})`,
    help: 'More about this error',
    helpLanguage: 'en',
    details: 'Technical details',
    reference: (reference: string) => `code ${reference}`,
    copyDetails: 'Copy the details (no secrets)',
    grounds: {
      'answered-at-once': 'the answer came too fast for a window to have appeared',
      'answered-after-a-dialog': 'the answer came after the browser had shown a window',
      'earlier-opening-in-same-browser': 'you tried before in the same browser',
      'chooser-was-seen': 'you saw the chooser',
      'chooser-was-not-seen': 'you did not see the chooser',
      'pin-was-asked': 'you were asked for the PIN',
      'pin-was-not-asked': 'you were not asked for the PIN',
      'reported-by-the-person': "that is what you saw in ANAF's window",
      'said-by-anaf': 'that is what ANAF answered',
      'usual-for-this-failure': 'it is the usual cause',
    },
    because: (grounds: string) => `Why we think so: ${grounds}.`,
    mailSubject: (application: string) => `e-Factura authorization: a problem in ${application}`,
  },
  status: {
    title: 'e-Factura in SPV',
    words: {
      checking: 'Being checked',
      active: 'Active',
      expiring: 'Expires soon',
      expired: 'Expired',
      revoked: 'Cut off by ANAF',
      'no-rights': 'Without rights',
      other: 'Unknown',
    },
    texts: {
      checking: () => "We are waiting for ANAF's answer about the certificate's rights. You may close the page.",
      active: ({ reauthorizeBy }: StatusDates) =>
        `It renews automatically. The certificate will be needed again by ${reauthorizeBy}.`,
      expiring: ({ accessExpiresAt, days }: StatusDates) =>
        `It expires in ${days}, on ${accessExpiresAt}, and automatic renewal failed. Authorize again with the certificate.`,
      expired: ({ accessExpiresAt }: StatusDates) =>
        `It expired on ${accessExpiresAt}. E-invoices can no longer be sent and the legal deadline is running.`,
      revoked: () =>
        'ANAF ended the connection for reasons outside our control. E-invoices cannot be sent until you authorize again.',
      'no-rights': ({ taxId }: StatusDates) =>
        `The certificate no longer has SPV rights for CUI ${taxId}. Authorize with one that has.`,
      other: () => 'The status is new to this page. Reload it.',
    },
    rights: (taxId: string) => `Rights for CUI ${taxId}`,
    verdicts: { granted: 'yes', denied: 'no', unknown: 'ANAF did not answer' },
    todayAt: (time: string) => `today, ${time}`,
    reauthorize: 'Authorize again',
    verify: 'Check now',
    verifying: 'Checking…',
    goOn: 'Continue',
    disconnect: 'Disconnect',
    details: 'Who, with which certificate, until when',
    authorizedBy: 'Authorized by',
    authorizedAt: 'On',
    certificate: 'Certificate',
    certificateText: (issuer: string, serial: string) => `${issuer}, serial ${serial}`,
    accessUntil: 'Access valid until',
    reauthorizeBy: 'Certificate again, by',
    lastRenewal: 'Last renewal',
    renewals: { renewed: 'succeeded', transient: 'will be tried again', rejected: 'rejected by ANAF' },
    warnsNobody: 'Nobody is told by e-mail if the renewal fails.',
    noPermission: 'An account administrator can authorize again.',
  },
  disconnect: {
    title: 'Disconnect e-Factura?',
    text: 'We delete the authorization here; at ANAF it lapses by itself. You will not be able to send and fetch e-invoices until you authorize again.',
    confirm: 'Disconnect',
    sending: 'Disconnecting…',
  },
  failures: catalogue.failures,
  causes: catalogue.causes,
} satisfies Dictionary;
