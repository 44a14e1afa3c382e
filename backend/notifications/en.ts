import type { MailText } from './mail-text.ts';

/** The English translation of `ro.ts`. */
export const en: MailText = {
  and: ' and ',
  invitation: ({ requester, company, taxId, services, application, message, validUntil }) => ({
    subject: `${company} needs your authorization for ${services}`,
    line: 'none',
    heading: `${requester} asks you to authorize ${services} for ${company}`,
    paragraphs: [
      `CUI ${taxId}. You use your digital certificate on ANAF's own page; certificate and PIN stay with you.`,
      `ANAF ties the permission to your certificate, not to one company. ${application} uses it only for ${company} and only for ${services}. You can withdraw it at any time, from the confirmation that you receive.`,
    ],
    ...(message.length > 0 && { quote: { title: `Message from ${requester}:`, lines: message } }),
    button: 'See the request',
    notes: [
      `The link works once, until ${validUntil}. Never send anybody your PIN.`,
      'Not your company? Open the request and tell us: you will not be asked again.',
    ],
  }),
  reminder: ({ requester, company, taxId, services, validUntil }) => ({
    subject: `${company} is waiting for your authorization for ${services}`,
    line: 'none',
    heading: `${company} is waiting for your authorization for ${services}`,
    paragraphs: [
      `A few days ago, ${requester} asked you to authorize ${services} for ${company} (CUI ${taxId}). Nobody has opened the request yet.`,
      'It takes a few minutes, on the computer on which you use your digital certificate. Certificate and PIN stay with you.',
    ],
    button: 'See the request',
    notes: [
      `The link works once, until ${validUntil}. This is the only reminder that we send.`,
      'Not your company? Open the request and tell us: you will not be asked again.',
    ],
  }),
  receipt: ({ company, taxId, services, application, certificate, authorizedOn, reauthorizeBy }) => ({
    subject: `Confirmation: you authorized ${services} for ${company}`,
    line: 'active',
    heading: `You authorized ${services} for ${company}`,
    paragraphs: [
      `${application} uses your certificate only for ${company} and only for ${services}. Keep this e-mail: you can withdraw the access from here at any time.`,
    ],
    facts: [
      ['Company', `${company}, CUI ${taxId}`],
      ['Application', application],
      ['Services', services],
      ['Certificate', `${certificate.issuer}, serial ${certificate.serial}`],
      ['Authorized on', authorizedOn],
      ['Valid at most until', reauthorizeBy],
    ],
    button: 'See or withdraw the access',
    notes: ['The address of the button is for you only: whoever has it can withdraw the access.'],
  }),
  'link-completed': ({ company, taxId, services, application, certificate, reauthorizeBy, email }) => ({
    subject: `${company}: the authorization for ${services} is done`,
    line: 'active',
    heading: `Done, ${company} is authorized`,
    paragraphs: [
      `${email ?? 'The person who got the link'} authorized with the certificate ${certificate.issuer}, serial ${certificate.serial}. ${application} can use ${services} for CUI ${taxId}.`,
      `The certificate will be needed again by ${reauthorizeBy}.`,
    ],
    button: 'See the authorization',
    notes: [],
  }),
  'link-declined': ({ company, taxId, email }) => ({
    subject: `${company}: the request for authorization was refused`,
    line: 'broken',
    heading: `The request for ${company} was refused`,
    paragraphs: [
      `${email ?? 'The person who got the link'} answered that they do not handle ${company} (CUI ${taxId}). The link is no longer valid.`,
      'Send another one to the person who has the digital certificate for the company: usually the accountant or the administrator.',
    ],
    button: 'Send another link',
    notes: ['An earlier authorization is unchanged.'],
  }),
  'wrong-certificate': ({ company, taxId, certificate, email }) => ({
    subject: `${company}: the certificate used has no rights in SPV`,
    line: 'broken',
    heading: `The certificate used has no rights for ${company}`,
    paragraphs: [
      `${email ?? 'The person who got the link'} tried with the certificate ${certificate.issuer}, serial ${certificate.serial}. ANAF says that it has no rights in SPV for CUI ${taxId}.`,
      'The link stays open for the right certificate. If the rights were registered in SPV only today, they appear after 24 hours.',
    ],
    button: 'See the links',
    notes: ['An earlier authorization is unchanged.'],
  }),
  'access-withdrawn': ({ company, taxId, services, application, certificate }) => ({
    subject: `${company}: the access to ${services} was withdrawn`,
    line: 'broken',
    heading: `The access for ${company} was withdrawn`,
    paragraphs: [
      `The person who authorized with the certificate ${certificate.issuer}, serial ${certificate.serial}, has withdrawn the access. ${application} can no longer use ${services} for CUI ${taxId}.`,
      'E-invoices are waiting for a new authorization, and the legal deadline is running.',
    ],
    button: 'Authorize again',
    notes: [],
  }),
  revoked: ({ company, taxId, services, application, certificate }) => ({
    subject: `${company}: ANAF cut off the authorization for ${services}`,
    line: 'broken',
    heading: `ANAF cut off the authorization for ${company}`,
    paragraphs: [
      `ANAF no longer accepts the authorization made with the certificate ${certificate.issuer}, serial ${certificate.serial}. ${application} can no longer use ${services} for CUI ${taxId}.`,
      'E-invoices are waiting for a new authorization, and the legal deadline is running.',
    ],
    button: 'Authorize again',
    notes: ["The decision is ANAF's. It happens, for example, when the certificate was replaced or cancelled."],
  }),
  'mail-undelivered': ({ company, email }) => ({
    subject: `${company}: the e-mail with the link could not be delivered`,
    line: 'none',
    heading: 'The e-mail with the link could not be delivered',
    paragraphs: [
      `The mail server of the address ${email} refused it. Check the address, or copy the link and send it another way.`,
    ],
    button: 'See the links',
    notes: [],
  }),
  footer: {
    invited: (requester, application) =>
      `You got this e-mail because ${requester} entered your address in ${application}.`,
    told: (company, application) => `You got this e-mail because you look after ${company} in ${application}.`,
    asked: (application) => `You got this e-mail because you asked ${application} for a confirmation.`,
    unsubscribe: 'Do not write to me again',
    support: 'Support',
    help: 'Help',
    address: 'If the button does not work, copy the address into your browser:',
  },
};
