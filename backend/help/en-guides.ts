import type { GuidesHelp, HelpValues } from './help-text.ts';

/** The English translation of `ro-guides.ts`. */
export const enGuides = ({ application, services }: HelpValues): GuidesHelp => ({
  'anaf-pages': {
    title: "What ANAF's error pages mean",
    blocks: [
      'ANAF does not send you back from these pages. Close the window and continue from the application.',
      {
        terms: [
          [
            '“Certificatul nu a fost prezentat”',
            'A nearly empty page with the title “Pagina logout”. ANAF waited for a certificate and received none: [none was chosen](#no-certificate-chosen), [the token is not seen](#token-not-inserted), or [the PIN was wrong](#wrong-pin).',
          ],
          [
            '“Your session is finished”',
            'A page about a session that has ended. The browser still carries [an earlier sign-in to ANAF](#anaf-session-finished).',
          ],
          [
            '“Request Rejected”',
            "A white page with the text “The requested URL was rejected” and a “support ID”. [ANAF's protection filter](#anaf-request-rejected) rejected the request.",
          ],
          [
            'An error of the browser',
            '“This site can’t be reached”, or a code that begins with ERR_. The connection broke [when the certificate should have been presented](#anaf-page-in-browser-failed).',
          ],
        ],
      },
    ],
  },
  'private-window': {
    title: 'How to use a private window',
    blocks: [
      'The browser keeps the certificate that was chosen, or the fact that none was, until it is fully closed. A private window knows nothing of earlier choices, so it asks again.',
      {
        steps: [
          'In the application, while authorizing, open “Open in a private window” and copy the address. It is valid for 15 minutes.',
          'Open the private window: Ctrl+Shift+N in Chrome and Edge, Ctrl+Shift+P in Firefox, ⌘+Shift+N on a Mac.',
          'Paste the address and go on there. The result also appears in the application.',
          'At the end, close the private window.',
        ],
      },
      'To close the browser fully: close all its windows, then look beside the clock whether it still runs in the background. On a Mac press ⌘+Q.',
    ],
  },
  drivers: {
    title: "The token's driver, by issuer",
    blocks: [
      "The driver is the program through which the computer sees the certificate on the token. It is on the site of the firm that issued the certificate, usually under “Suport” or “Descărcări”. The issuer's name is on the token, in the delivery e-mail, or in the details of the certificate under “Issued by”.",
      {
        issuers: {
          certSIGN: 'Choose the driver by the model of the token. The cloud certificate is called vToken.',
          DigiSign: 'The window that asks for the PIN usually belongs to the SafeNet program.',
          'Trans Sped':
            'The cloud certificate is used through the EasySign program, on Windows; you confirm each sign-in with a code.',
          CertDigital: "In the certificate, the issuer has the firm's name: Centrul de Calcul.",
        },
      },
      {
        steps: [
          'Install the driver, plug the token in again and restart the browser.',
          "Open the issuer's program and check two things: the certificate shows, and it has not expired.",
          "If you are asked for the PIN several times in a row, look for the option “single logon” in the token's program.",
        ],
      },
      'Cloud certificates of Namirial cannot be registered in SPV. All accredited issuers are in the [list of the European Union](https://eidas.ec.europa.eu/efda/tl-browser/#/screen/tl/RO).',
    ],
  },
  devices: {
    title: 'Which computer and browser are suitable',
    blocks: [
      {
        terms: [
          [
            'Windows, with Chrome or Edge',
            'Works with the certificates of all issuers. Begin here, if you can choose.',
          ],
          [
            'Windows with an ARM processor',
            'Some drivers exist for Intel and AMD processors only: the certificate is in the list but never reaches ANAF. Use another computer, or ask the issuer which browser it recommends.',
          ],
          [
            'Mac',
            'Depends on the issuer: some tokens have a driver for macOS, and some cloud certificates work on Windows only. Ask the issuer before you look for the fault elsewhere.',
          ],
          ['Firefox', 'Has its own list of certificates. If yours does not show, try Chrome or Edge.'],
          [
            'Phone or tablet',
            'The authorization cannot be done there. Open the application on the computer with the certificate, or send the [link](#accountant-link) to the person who has one.',
          ],
        ],
      },
      'After the authorization the application works on any computer or phone: the certificate is no longer needed.',
    ],
  },
  'get-certificate': {
    title: 'How to get a digital certificate',
    blocks: [
      'If an accountant already files returns for the company, they probably have both a certificate and the right in SPV. The fastest way is to send them the [link for the accountant](#accountant-link); then you need no certificate.',
      'Otherwise you need a qualified certificate in your name. You usually have it within one to five working days.',
      {
        steps: [
          'Choose an [accredited issuer](#drivers), and a USB token or a cloud certificate. For the cloud, first ask whether it works at ANAF and on your computer.',
          "Order the certificate on the issuer's site and say that it is for ANAF, so that you also get the confirmation document (“document de confirmare”).",
          'Prove who you are: with many issuers a video identification is enough, with your identity document at hand.',
          'You receive the token and, separately, the PIN. Install the [driver](#drivers) and check that you see the certificate.',
          '[Register the certificate in SPV](#register-in-spv) for the company.',
        ],
      },
      'The electronic identity card is not enough: its certificate is not a qualified one, and ANAF does not accept it for SPV.',
    ],
  },
  'register-in-spv': {
    title: 'How to register company and certificate in SPV',
    blocks: [
      'A company enters SPV only through the certificate of a person who represents it: the legal representative, a representative whom they designate, or a proxy, for example the accountant. A person may have rights for any number of companies, and a company may have any number of persons.',
      'Have ready:',
      {
        items: [
          'the certificate, connected to the computer;',
          'the confirmation document, signed by you and by the issuer, which you get from the issuer;',
          'a copy of your identity document;',
          "the documents that prove your capacity: the company's documents, the decision to designate you, or the mandate.",
        ],
      },
      {
        steps: [
          'On [anaf.ro](https://www.anaf.ro) open “Servicii online”, then “Înregistrare utilizatori”.',
          'Choose “Înregistrare utilizatori persoane juridice”, then “cu certificat digital”.',
          "Fill in the form for the company's CUI and attach the documents. Check the e-mail address twice: the answer goes there.",
          'Wait for the approval e-mail, usually one to three working days.',
          'After the approval allow 24 hours: in that time the e-Factura servers learn of the new right.',
          'Check on anaf.ro, at “Autentificare RO e-Factura”. Once you can sign in there, you can authorize the application too.',
        ],
      },
      'Form 150 is about filing returns online. For e-Factura you need the access in SPV that is described here.',
    ],
  },
  'renewed-certificate': {
    title: 'You renewed or replaced the certificate',
    blocks: [
      'The new certificate has another serial, and ANAF does not know it even if the old one was registered. The same holds after changing the issuer or the token.',
      {
        steps: [
          'Renew the certificate before the old one expires; the issuer reminds you by e-mail in good time.',
          'Download the confirmation document from the issuer and do not change it.',
          "Upload it at [anaf.ro/reinnoire](https://www.anaf.ro/reinnoire/) and wait for ANAF's e-mail.",
          'Sign in to SPV once with the new certificate. If it is too early, come back after 24 hours.',
          'Authorize the application again.',
        ],
      },
      'For a while both certificates show in the chooser. Choose the one that expires later.',
    ],
  },
  'accountant-link': {
    title: 'How the accountant authorizes, with a link',
    blocks: [
      'Anybody with a certificate and the right in SPV for the company can authorize: the accountant, the director or another proxy.',
      {
        steps: [
          'In the application, choose to get access through your accountant (“Obține accesul prin contabil”).',
          'Send the link by e-mail, or copy it and send it in whatever way suits you.',
          'The person opens it on the computer with the certificate, sees who asks and for which company, and continues to ANAF.',
          'When they are done, the status in your application changes by itself.',
        ],
      },
      {
        items: [
          'A link is for one company and has an expiry date, which is shown beside it.',
          'A failed try does not use it up: it can be opened again until one succeeds.',
          'Send it only to the person with the certificate. Never ask for the PIN, never send it.',
          'If it expired, was used or was cancelled, create another one in the same place.',
        ],
      },
      `Are you an accountant who received a link? ANAF ties the permission to your certificate. ${application} uses it only for the company in the link and only for ${services}. Certificate and PIN stay with you, and you can withdraw the access at any time, with the address in the confirmation that you receive at the end. If the link is no longer valid, ask whoever sent it for another one.`,
    ],
  },
  access: {
    title: 'What the application sees and what it does not',
    blocks: [
      {
        items: [
          `${application} uses ${services} only: it sends invoices, reads their state and fetches the company's invoices and messages.`,
          'It cannot see returns, tax debts, notifications or other messages in SPV.',
          "Everyone with access to the company's SPV sees the invoices that are sent.",
          "Certificate and PIN stay with you: you use them on ANAF's page only.",
          `ANAF ties the permission to the certificate, not to one company; ${application} uses it only for the company for which you gave it.`,
        ],
      },
    ],
  },
  validity: {
    title: 'How long the authorization lasts and how to stop it',
    blocks: [
      {
        terms: [
          [
            '90 days',
            'That is how long the access from ANAF is valid. Before it expires the application tries to extend it by itself; if that works you have nothing to do.',
          ],
          [
            'A year at most',
            'About a year after the authorization ANAF asks for the certificate again. The application shows the date with the status of the authorization.',
          ],
          [
            'At any time, if ANAF ends it',
            'For example when the certificate was replaced or the right in SPV was withdrawn. The reason lies outside the application. Authorize again.',
          ],
          [
            'When you want',
            `With “Disconnect”, ${application} deletes the authorization. At ANAF it lapses by itself when it expires. You cannot send e-invoices until you authorize again.`,
          ],
        ],
      },
      'While you authorize again the existing authorization keeps working; it is replaced only when the new one has succeeded.',
    ],
  },
});
