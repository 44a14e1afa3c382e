import type { Catalogue, CauseValues } from './cause-text.ts';
import { issuerName } from './issuers.ts';

/** The English translation of `ro.ts`. */
export const en: Catalogue = {
  failures: {
    'access-denied': () => ({
      title: 'ANAF did not receive a valid certificate',
      explanation: 'ANAF does not say why. Two answers from you help us find out.',
    }),
    'no-right-for-company': ({ company, taxId }) => ({
      title: `The certificate has no rights for CUI ${taxId}`,
      explanation: `ANAF recognised the certificate but does not let it act for ${company}.`,
    }),
    'no-right-for-any-company': () => ({
      title: 'The certificate has no rights for any company',
      explanation: 'ANAF recognised the certificate, but in SPV it represents no company.',
    }),
    'service-missing': ({ application }) => ({
      title: `${application} has no access to e-Factura`,
      explanation: 'ANAF accepted the certificate but did not grant the application the e-Factura service.',
    }),
    'anaf-unavailable': () => ({
      title: 'ANAF is not responding',
      explanation: 'Nothing is wrong with your certificate.',
    }),
    'code-expired': () => ({
      title: 'Coming back from ANAF took too long',
      explanation: 'ANAF allows 60 seconds for the last step, and they had passed.',
    }),
    'application-refused': ({ application }) => ({
      title: `ANAF does not accept ${application}`,
      explanation: 'Your certificate is not the problem.',
    }),
    'not-returned': () => ({
      title: 'ANAF did not send you back here',
      explanation: "Sometimes ANAF's page stops without telling us.",
    }),
    'window-blocked': ({ canContinueInThisTab }) => ({
      title: "The browser blocked ANAF's window",
      explanation: canContinueInThisTab
        ? 'You can continue in this tab and come back here at the end.'
        : "ANAF's page opens in a window of its own, which the browser did not allow.",
    }),
    'backend-unreachable': ({ application }) => ({
      title: `${application} cannot be reached`,
      explanation: 'The request was not sent to ANAF.',
    }),
    'attempt-lapsed': () => ({
      title: 'The time to authorize has passed',
      explanation: 'An attempt is valid for 15 minutes, for your safety.',
    }),
    cancelled: () => ({
      title: 'You stopped the authorization',
      explanation: 'Nothing has changed.',
    }),
    other: () => ({
      title: 'The authorization did not succeed',
      explanation: 'The reason is new to this page.',
    }),
  },
  causes: {
    'no-certificate-chosen': () => ({
      title: 'No certificate was chosen',
      explanation: 'The chooser was closed or “Cancel” was pressed, so ANAF received nothing.',
      steps: [
        'Close all browser windows: otherwise the browser remembers that you chose none.',
        'Try again and choose the certificate in your name from the list that appears.',
        'Press OK and enter the PIN. If two certificates look the same, choose the one that expires later.',
      ],
    }),
    'wrong-pin': () => ({
      title: 'The PIN was wrong or cancelled',
      explanation:
        'Without the right PIN the token does not present the certificate. A few wrong tries in a row lock it, and then ' +
        'only the PUK code or the issuer can unlock it.',
      steps: [
        'Find the PIN in the envelope or e-mail from the issuer; do not guess it.',
        "If the token is locked, unlock it with the PUK in the issuer's program or call the issuer.",
        'Try again and enter the PIN once, carefully.',
      ],
    }),
    'token-not-inserted': () => ({
      title: 'The browser does not see the token with the certificate',
      explanation:
        'The USB token is not plugged in, its driver is missing, or the cloud certificate app is not running.',
      steps: [
        'Plug the token straight into the computer, not through a hub, or start the cloud certificate app.',
        "Open the issuer's program: the certificate must show there. If it does not, install the driver from the issuer's site.",
        'Close all browser windows, open the browser again and retry.',
      ],
    }),
    'browser-remembers-no-certificate': (values) => ({
      title: 'The browser remembers the last choice',
      explanation:
        'After a try without a certificate the browser does not ask again until it is fully closed. That is why no window opened.',
      steps: [
        'First make sure that the token is plugged in.',
        `${takeAddress(values)} and open it in a private window (Ctrl+Shift+N, in Firefox Ctrl+Shift+P).`,
        'Or close all browser windows, open the browser again and retry.',
      ],
    }),
    'certificate-not-enrolled': ({ taxId }) => ({
      title: 'The certificate is not registered in SPV',
      explanation:
        'A new or renewed certificate must be registered at ANAF even if the old one was. It then takes up to 24 hours.',
      steps: [
        "Renewed certificate: upload the confirmation document at anaf.ro/reinnoire and wait for ANAF's e-mail.",
        `New certificate: register it on anaf.ro, under Servicii online › Înregistrare utilizatori, for CUI ${taxId}.`,
        'Registered today: come back tomorrow. You can check on anaf.ro, at “Autentificare RO e-Factura”.',
      ],
    }),
    'another-companys-certificate': (values) => ({
      title: 'The certificate belongs to another company',
      explanation: `${certificate(values)} has no SPV rights for ${values.company} (CUI ${values.taxId}). You may have picked another company's certificate.`,
      steps: [
        `${takeAddress(values)} and open it in a private window: the browser remembers the certificate that was chosen.`,
        `There, choose the certificate of the person who represents CUI ${values.taxId} in SPV.`,
        'If this is your only certificate, the company has to give you a mandate in SPV.',
      ],
    }),
    'certificate-without-any-right': (values) => ({
      title: 'The certificate represents no company in SPV',
      explanation: `${certificate(values)} is known to ANAF but has no rights for any CUI.`,
      steps: [
        `On anaf.ro, ask for SPV access for CUI ${values.taxId} as legal representative, designated representative or proxy.`,
        'Wait for the approval e-mail and another 24 hours.',
        'Come back and try again.',
      ],
    }),
    'right-too-new': ({ taxId }) => ({
      title: 'The right in SPV is too new',
      explanation: `If you got the right for CUI ${taxId} today, the e-Factura servers learn of it within 24 hours.`,
      steps: ['Come back tomorrow and try again with the same certificate.'],
    }),
    'anaf-not-answering': () => ({
      title: "ANAF's servers are not responding",
      explanation: 'It is a communication problem with SPV, not with the certificate, the token or the PIN.',
      steps: [
        'Wait a few minutes and try again.',
        'If it still fails, see whether anaf.ro opens; during maintenance at ANAF it works for nobody.',
      ],
    }),
    'anaf-window-closed': () => ({
      title: "ANAF's window was closed too early",
      explanation: "The authorization is complete only when ANAF's page sends you back here.",
      steps: ["Try again and keep ANAF's window open until you see the confirmation."],
    }),
    'anaf-session-finished': (values) => ({
      title: 'ANAF holds on to an old session',
      explanation:
        "“Your session is finished” appears when the browser still carries an earlier sign-in to ANAF's site that has ended.",
      steps: [
        `${takeAddress(values)} and open it in a private window, where the old session does not exist.`,
        'Or close all browser windows, open the browser again and retry.',
      ],
    }),
    'anaf-request-rejected': (values) => ({
      title: "ANAF's protection filter rejected the request",
      explanation: "“Request Rejected” comes from the protection of ANAF's site. It usually passes by itself.",
      steps: [
        `${takeAddress(values)} and open it in a private window.`,
        'Turn off your VPN, if you use one.',
        'If the message returns, wait a few minutes and try again.',
      ],
    }),
    'anaf-page-in-browser-failed': (values) => ({
      title: "The browser could not open ANAF's page",
      explanation:
        'The connection broke when the certificate should have been presented: because of the PIN, the driver or the network.',
      steps: [
        "Check that the issuer's program sees the certificate.",
        `${takeAddress(values)} and open it in a private window or in another browser (Chrome or Edge).`,
        'With a cloud certificate, confirm on the phone as soon as you are asked.',
      ],
    }),
    'still-at-anaf': () => ({
      title: "ANAF's window is waiting for you",
      explanation: 'You can still choose the certificate; nothing is lost.',
      steps: ["Go back to ANAF's window, choose the certificate and enter the PIN."],
    }),
    'came-back-too-late': () => ({
      title: 'Too much time passed before coming back',
      explanation: "ANAF's code is valid for 60 seconds and can be used once.",
      steps: ['Start again; it is quick. Do not reload the page on the way back.'],
    }),
    'application-not-registered': ({ application }) => ({
      title: 'The application is not set up correctly at ANAF',
      explanation: `Your certificate is fine. Only the ${application} team can correct the registration.`,
      steps: [`Send the technical details below to the ${application} team.`],
    }),
    'service-not-registered': ({ application }) => ({
      title: 'The application lacks the e-Factura service at ANAF',
      explanation: `Your certificate is fine. The ${application} team has to add the e-Factura service at ANAF.`,
      steps: [`Send the technical details below to the ${application} team.`],
    }),
    'window-blocked': ({ canContinueInThisTab }) => ({
      title: 'New windows are blocked',
      explanation: "The browser or an extension did not let ANAF's page open in a new window.",
      steps: canContinueInThisTab
        ? [
            'Continue in this tab: after ANAF you come back here.',
            'Or allow pop-up windows for this site and try again.',
          ]
        : ['Allow pop-up windows for this site and try again.'],
    }),
    'backend-not-answering': ({ application }) => ({
      title: `The ${application} server is not responding`,
      explanation: 'Either your internet connection was interrupted or the server is down for a moment.',
      steps: ['Check your internet connection.', 'Try again in a minute.'],
    }),
    'attempt-lapsed': () => ({
      title: 'The attempt has expired',
      explanation: 'The 15 minutes in which it could be finished have passed.',
      steps: ['Have the token and the PIN ready, then start again.'],
    }),
    cancelled: () => ({
      title: 'You stopped the authorization',
      explanation: 'You can start again at any time.',
      steps: ['When you are ready, start again.'],
    }),
    other: () => ({
      title: 'Unknown reason',
      explanation: 'The reason is new to this page.',
      steps: ['Reload the page and try again.'],
    }),
  },
};

function takeAddress({ address, application }: CauseValues): string {
  switch (address) {
    case 'shown':
      return 'Copy the address';
    case 'on-request':
      return 'Show the address, copy it';
    case 'in-application':
      return `Go back to ${application}, copy the address there`;
    case 'received':
      return 'Copy the link that you received';
    default:
      return address satisfies never;
  }
}

function certificate({ certificate }: CauseValues): string {
  if (!certificate) return 'The certificate that was used';
  return `The ${issuerName(certificate.issuer)} certificate with serial ${certificate.serial}`;
}
