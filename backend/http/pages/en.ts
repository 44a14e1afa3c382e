import type { PageText } from './page-text.ts';

/** The English translation of `ro.ts`. */
export const en: PageText = {
  and: ' and ',
  taxId: (taxId) => `CUI ${taxId}`,
  confirmation: {
    title: ({ application, company, services }, askedBy) =>
      `${askedBy ?? application} asks you to authorize ${services} for ${company}`,
    account: (account, application) => `The request comes from the account ${account} (${application}).`,
    promises: ({ application, company, taxId, services }) => [
      `${application} uses ${services} only, nothing else in SPV.`,
      "Everyone with access to the company's SPV sees the invoices that are sent.",
      `ANAF ties the permission to your certificate; ${application} uses it only for ${company} (CUI ${taxId}).`,
    ],
    needs: {
      title: 'What you need',
      items: ({ taxId }) => [
        "The USB token plugged in or the cloud certificate running, with its issuer's driver installed.",
        `Rights in SPV for CUI ${taxId}, for at least 24 hours.`,
        'The PIN. A few mistakes lock the token.',
      ],
    },
    submit: 'Continue to ANAF',
    safe: "Certificate and PIN stay with you: you use them on ANAF's page only.",
  },
  leaving: {
    title: "ANAF's page is opening…",
    text: 'If it does not open within a few seconds,',
    link: 'continue here',
  },
  result: {
    succeeded: ({ company }) => ({
      title: `Done, ${company} is authorized`,
      text: 'From now on e-invoices can be sent and fetched. The token is no longer needed.',
    }),
    kept: ({ company }) => ({
      title: 'The certificate has arrived, ANAF is still checking',
      text: `ANAF is slow to answer. We keep asking whether the certificate has rights for ${company}; you may close the page.`,
    }),
    alreadyDone: ({ company }) => ({
      title: `${company} is already authorized`,
      text: 'The authorization succeeded in another window. There is nothing left to do here.',
    }),
    ended: () => ({
      title: 'This attempt has ended',
      text: 'It expired or was cancelled. Nothing was changed; you can start again from the application.',
    }),
    stillActive: 'The current authorization keeps working.',
    otherCauses: (count) => `Other possible causes (${count})`,
    details: 'Technical details',
    reference: (reference) => `Code for support: ${reference}`,
    certificate: (issuer, serial) => `Certificate: ${issuer}, serial ${serial}`,
    close: 'Close the window',
    closeYourself: (application) => `You may close this window and go back to ${application}.`,
    back: (application) => `Back to ${application}`,
  },
  notices: {
    unknown: {
      title: 'We do not recognize this return',
      text: 'The address belongs to no authorization that was started here. Nothing was changed; start again from the application.',
    },
    elsewhere: {
      title: 'The authorization was started elsewhere',
      text: 'Continue in the browser and window where you started it, or start again from the application. Nothing was changed.',
    },
    'ticket-unknown': {
      title: 'This address is not valid',
      text: 'See whether you copied all of it, or start again from the application.',
    },
    ended: {
      title: 'This attempt has ended',
      text: 'An attempt is valid for 15 minutes. Start again from the application.',
    },
    'already-done': {
      title: 'The authorization is already done',
      text: 'It succeeded. There is nothing left to do here.',
    },
    refused: {
      title: 'The request did not come from this page',
      text: 'For your safety we stopped here. Open the address again and press the button on the page.',
    },
    'not-found': {
      title: 'There is nothing here',
      text: 'This page opens only from the application, while authorizing. Go back there.',
    },
    busy: {
      title: 'Too many requests',
      text: 'Wait a minute and try again.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Your certificate is not the problem. Try again; if it happens again, send the code below to support.',
    },
  },
  moreHelp: 'More about this error',
  support: 'Support',
  privacy: 'Privacy',
};
