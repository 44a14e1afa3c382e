import type { LinkText } from './link-text.ts';

/** The English translation of `ro.ts`. */
export const en: LinkText = {
  preview: {
    title: (services) => `Request to authorize ${services}`,
    description: (application) =>
      `${application} needs a digital certificate for ANAF. Open the link on the computer with the certificate: there you see who asks and for what.`,
  },
  landing: {
    title: ({ requester, application, services, company }) =>
      `${requester ?? application} asks you to authorize ${services} for ${company}`,
    requester: 'Who asks',
    account: (account, application) => `from the account ${account} (${application})`,
    company: 'Company',
    does: ({ application, company, services }) => [
      `${application} uses the authorization for ${services} only, and only for ${company}.`,
      "Certificate and PIN stay with you: you use them on ANAF's page only.",
      'It lasts a year at most. You can withdraw it at any time, with the address in the confirmation that you get at the end.',
    ],
    doesNot: () => [
      'Nothing for your other companies, and nothing else in SPV. ANAF ties the permission to the certificate, not to one company; this limit is our commitment.',
    ],
    submit: 'Continue to ANAF',
    leaving: ({ loginHost }) => `This opens ${loginHost}. After the PIN, ANAF sends you back here.`,
    stranded: 'If ANAF gets stuck or no certificate window appears, come back to this link: it stays valid.',
    decline: 'I do not handle this company',
    doubt: ({ company }) => `You did not expect this request? Call ${company} before you continue.`,
    needs: {
      title: 'What you need',
      items: ({ taxId }) => [
        "The USB token plugged in or the cloud certificate running, with its issuer's driver installed.",
        `Rights in SPV for CUI ${taxId}, for at least 24 hours: as legal representative, designated representative or proxy.`,
        'The PIN. A few mistakes lock the token.',
      ],
    },
    elsewhere: {
      title: 'Private window or another computer',
      text: 'The browser remembers the certificate that was chosen. To choose another one, open the address in a private window: Ctrl+Shift+N in Chrome and Edge, Ctrl+Shift+P in Firefox.',
      qr: 'The QR code leads to the same address.',
    },
    address: 'Address of this page',
    validUntil: (instant) => `Link valid until ${instant}`,
  },
  phone: {
    title: 'Continue on the computer with the certificate',
    text: 'The digital certificate is used from a computer. Open the address below there; nothing happens until then.',
    mail: 'E-mail the link to yourself',
    mailSubject: (application) => `Link for the authorization in ${application}`,
    qr: 'QR code of the address',
    anyway: {
      title: 'Is the certificate on this device?',
      text: 'You can continue here too, if the browser sees the certificate.',
    },
  },
  decline: {
    title: ({ company }) => `You do not handle ${company}?`,
    text: 'We tell the person who sent you the link, and the link can no longer be used.',
    submit: 'Right, I do not handle this company',
    back: 'Back to the request',
    done: {
      title: 'Your answer has been passed on',
      text: 'The person who sent you the link is told that you do not handle this company. Nothing was authorized; you may close this page.',
    },
  },
  ends: {
    unknown: {
      title: 'This link is not valid',
      text: 'See whether you copied all of it, and whether you received another one since. If it still does not work, ask the person who sent it for a new one.',
    },
    used: {
      title: 'This link was already used',
      text: 'The authorization succeeded and there is nothing left to do. If it was not you, tell the person who sent you the link.',
    },
    expired: {
      title: 'This link has expired',
      text: 'Ask the person who sent it for a new one. Nothing was authorized.',
    },
    cancelled: {
      title: 'This link is no longer valid',
      text: 'It was cancelled. Nothing was authorized with it; if the authorization is needed after all, you will receive a new link.',
    },
    declined: {
      title: 'This request was already answered',
      text: 'The answer was that it reached the wrong person. If that was a mistake, ask the person who sent it for a new link.',
    },
  },
  receipt: {
    title: ({ company }) => `Done, ${company} is authorized`,
    text: ({ company }) =>
      `Thank you. ${company} has been told; you may close this page. The token is no longer needed for now.`,
    labels: {
      company: 'Company',
      application: 'Application',
      certificate: 'Your certificate',
      at: 'Authorized on',
      until: 'Valid until',
    },
    services: (services) => `for ${services} only`,
    certificate: (issuer, serial) => `${issuer}, serial ${serial}`,
    allowed: ({ application, company, services }) =>
      `${application} may use ${services} for ${company} only. Certificate and PIN have stayed with you.`,
    withdraw: {
      title: 'Withdraw the access at any time',
      text: ({ company }) =>
        `The address below is yours alone. Keep it: it stops the use of your certificate for ${company}. We show it on this page only.`,
      link: 'Withdraw the access',
      address: 'Your address for withdrawing',
      shownBefore: 'Your personal address for withdrawing was shown when this confirmation first appeared.',
    },
    mail: {
      label: 'Get the confirmation by e-mail',
      hint: 'We use the address for this message only.',
      submit: 'Send the confirmation',
      sent: (address) => ({
        title: 'The confirmation is on its way',
        text: `We send it to ${address}, with your personal address for withdrawing. You may close this page.`,
      }),
      refused: {
        title: 'The e-mail address does not look right',
        text: 'Go back, check the address and try again. The authorization is done in any case.',
      },
      tooLate: {
        title: 'The confirmation can no longer be sent from here',
        text: 'The authorization is done. The address for withdrawing stays valid, if you kept it.',
      },
    },
  },
  result: {
    kept: ({ company }) => ({
      title: 'The certificate has arrived, ANAF is still checking',
      text: `ANAF is slow to answer. We keep asking whether the certificate has rights for ${company}. You may close this page: ${company} is told the result.`,
    }),
    lookAgain: 'See whether ANAF has answered',
    alreadyDone: ({ company }) => ({
      title: `${company} is already authorized`,
      text: 'The authorization succeeded in another window. There is nothing left to do; you may close this page.',
    }),
    ended: {
      title: 'This attempt has ended',
      text: 'Its 15 minutes have passed. Nothing was changed, and the link that you received stays valid.',
    },
    former: {
      title: 'This authorization is no longer used',
      text: 'It has been withdrawn or replaced since. There is nothing left to do; you may close this page.',
    },
    stillOpen: 'The link that you received stays valid: try again from here, or open it again later.',
    again: 'Try again',
    questions: {
      title: 'Help us find the cause',
      chooserSeen: 'Did a window open to choose the certificate?',
      pinAsked: 'Were you asked for the PIN?',
    },
    replies: { yes: 'Yes', no: 'No', unknown: 'Not sure' },
    answer: 'Show the likely cause',
    likelihoods: { certain: 'Cause', likely: 'Likely cause', possible: 'A possible cause' },
    tellSupport: "Write to the application's team",
    supportSubject: (application) => `e-Factura authorization: a problem in ${application}`,
  },
  withdrawal: {
    title: ({ company }) => `Withdraw the access for ${company}?`,
    text: ({ application, services, company }) =>
      `${application} uses ${services} for ${company} through your certificate. If you withdraw the access:`,
    effects: ({ application, company }) => [
      `${application} can no longer send and fetch invoices for ${company}, until a new authorization.`,
      "The company's authorization is deleted from the application at once.",
      'At ANAF the permission lapses by itself: ANAF has no revocation that works.',
      `${company} is told.`,
    ],
    submit: 'Withdraw the access',
    keep: 'To keep the access, close this page.',
    done: ({ application, company }) => ({
      title: 'The access was withdrawn',
      text: 'You may close this page.',
      effects: [
        `The authorization for ${company} was deleted from ${application}.`,
        `${company} has been told.`,
        'At ANAF the permission lapses by itself; nobody uses it for this company any more.',
      ],
    }),
    unknown: {
      title: 'This address is not valid',
      text: 'The access was withdrawn already, the authorization was replaced, or the address is not complete. Nothing was changed.',
    },
  },
};
