import type { CausesHelp, HelpValues } from './help-text.ts';

/** The English translation of `ro-causes.ts`. Names of ANAF's pages stay in Romanian, as people see them there. */
export const enCauses = ({ application }: HelpValues): CausesHelp => ({
  'no-certificate-chosen': {
    signs: [
      'The browser opened the window “Select a certificate” and you pressed “Cancel” or closed it.',
      'ANAF showed “Certificatul nu a fost prezentat” or sent you back without any explanation.',
    ],
    reason:
      'ANAF recognises you only by your certificate. Without one it refuses the request and does not say why. ' +
      'The browser then remembers that you chose none.',
    steps: [
      'Plug in the USB token or start the cloud certificate app.',
      'Close all browser windows and open the browser again, or use a [private window](#private-window).',
      'Start the authorization again. In the window that appears, choose the certificate in your name and press OK.',
      'If you see two certificates with the same name, choose the one that expires later.',
      'Enter the PIN when you are asked for it.',
    ],
  },
  'wrong-pin': {
    signs: [
      "The token's program said that the PIN was wrong, or you closed the window that asked for it.",
      'Right after the PIN the browser showed a connection error.',
    ],
    reason:
      'The token presents the certificate only with the right PIN. A few mistakes in a row lock it; with many tokens it takes three.',
    steps: [
      'Do not guess. Look for the PIN in the envelope or e-mail from the issuer; if you changed it, it is the one that you chose.',
      'Check Caps Lock, Num Lock and the keyboard language.',
      'Start the authorization again and enter the PIN once, carefully.',
      "Is the token locked? Unlock it with the PUK code in the issuer's program. Without the PUK only the [issuer](#drivers) can help.",
      'With a cloud certificate, confirm in the app on your phone, or with the code that you receive, while it is valid.',
      "Never send the PIN to anybody: not to the accountant, not to the application's team.",
    ],
  },
  'another-companys-certificate': {
    signs: [
      "ANAF sent you back, and the page says that the certificate has no rights for the company's CUI.",
      'You work for several companies, or have several certificates on the computer.',
      'The browser did not ask which certificate you want.',
    ],
    reason:
      'A certificate belongs to a person, and ANAF knows which companies that person may represent. The one that was used has no rights ' +
      'for this company. The browser keeps the certificate that was chosen first and uses it again without asking.',
    steps: [
      'On the page with the error, open “Technical details”: it shows the issuer and the serial of the certificate that was used.',
      'Open the authorization in a [private window](#private-window), so that the browser asks again.',
      'Choose the certificate of the person who represents the company in SPV: the legal representative, the designated representative or the proxy.',
      'If that is somebody else, send them the [link for the accountant](#accountant-link).',
      'If this is your only certificate, the company first has to give you [access in SPV](#register-in-spv).',
    ],
  },
  'anaf-not-answering': {
    signs: [
      "ANAF's page does not load, loads very slowly or says “A apărut o eroare tehnică”.",
      'The application says that ANAF is not responding.',
    ],
    reason:
      "Communication with SPV is interrupted: ANAF's servers are down, overloaded or under maintenance. It is not the certificate, the token or the PIN.",
    steps: [
      'Wait a few minutes and start again.',
      'Open [anaf.ro](https://www.anaf.ro) in another tab. If it does not work either, the problem is at ANAF and nobody can get through.',
      'If anaf.ro works, check your network: a VPN, a proxy or an antivirus program may block the connection to logincert.anaf.ro.',
      'If the company already has an authorization, it stays unchanged while ANAF is not responding.',
    ],
  },
  'token-not-inserted': {
    signs: [
      'No window opened in which to choose the certificate.',
      'The window opened, but your certificate is not in the list.',
      'ANAF showed “Certificatul nu a fost prezentat”.',
    ],
    reason:
      'The browser does not find the certificate: the USB token is not in the computer, its driver is missing, or the cloud certificate app is not running.',
    steps: [
      'Plug the token straight into a USB port of the computer, not into a hub. Leave only one token plugged in.',
      "Open the issuer's program: the certificate must show there. If it does not, install the [issuer's driver](#drivers) and plug the token in again.",
      'With a cloud certificate, start its app and sign in to it.',
      'Close all browser windows, open the browser again and retry. Often the browser notices the token only after a restart.',
      'Still nothing? Try Chrome or Edge on [a Windows computer](#devices).',
    ],
  },
  'browser-remembers-no-certificate': {
    signs: [
      'You tried once without a certificate, and now no window opens to choose one.',
      'ANAF sends you back at once, in less than a second.',
    ],
    reason:
      'The browser keeps the last choice, even the choice of no certificate, until it is fully closed. No page can clear it for you.',
    steps: [
      'First make sure that the token is plugged in.',
      'Open the authorization in a [private window](#private-window): there the browser asks again.',
      'Or close all browser windows, open the browser again and retry.',
    ],
  },
  'certificate-not-enrolled': {
    signs: [
      'The certificate is new, renewed or replaced.',
      'You chose the certificate, the PIN was accepted, and still ANAF refuses you.',
      'You cannot sign in with it on anaf.ro either, at “Autentificare RO e-Factura”.',
    ],
    reason:
      'ANAF accepts only certificates that are registered in SPV. A renewed certificate has another serial, so it must be registered again. ' +
      'After that it takes up to 24 hours until the e-Factura servers know it.',
    steps: [
      'Renewed or replaced certificate: follow the [steps for a renewed certificate](#renewed-certificate).',
      "New certificate: [register it in SPV](#register-in-spv) for the company's CUI.",
      'Registered today? Come back tomorrow.',
      'Check on [anaf.ro](https://www.anaf.ro), at “Autentificare RO e-Factura”, in the same browser. Once you can sign in there, start the authorization again.',
    ],
  },
  'right-too-new': {
    signs: [
      'ANAF approved your access today or yesterday, and you already see the company in SPV.',
      "The page says that the certificate has no rights for the company's CUI.",
    ],
    reason: 'The e-Factura servers learn of a new right within 24 hours of its approval.',
    steps: [
      'Wait until 24 hours after the approval e-mail.',
      'Start the authorization again with the same certificate.',
      'If it still fails, check in SPV that the company is listed and that its CUI is the right one.',
    ],
  },
  'certificate-without-any-right': {
    signs: [
      'The page says that the certificate has no rights for any company.',
      'ANAF answered “Nu există niciun CIF pentru care să aveți drept în SPV”.',
    ],
    reason: 'ANAF recognises the certificate, but its holder represents no company in SPV.',
    steps: [
      '[Ask for access in SPV for the company](#register-in-spv), as legal representative, designated representative or proxy.',
      "Wait for ANAF's approval e-mail and another 24 hours, then start the authorization again.",
      'Until then, somebody who already has the right can authorize, with the [link for the accountant](#accountant-link).',
    ],
  },
  'anaf-page-in-browser-failed': {
    signs: [
      "Instead of ANAF's page the browser shows an error of its own, for example ERR_BAD_SSL_CLIENT_AUTH_CERT, ERR_SSL_PROTOCOL_ERROR or “The connection was reset”.",
    ],
    reason:
      'The connection to ANAF broke just when the certificate should have been presented. Usually because of the PIN, the driver, an expired certificate or the network.',
    steps: [
      "Check in the issuer's program that the certificate shows and has not expired.",
      'Open the authorization in a [private window](#private-window) or in another browser: Chrome or Edge.',
      'With a cloud certificate, confirm on the phone as soon as you are asked.',
      'In a company network, an antivirus program or a proxy that inspects https pages can break the connection. Try another network, or ask for an exception for logincert.anaf.ro.',
      'On a Mac, or on Windows with an ARM processor, see [which computer is suitable](#devices).',
    ],
  },
  'anaf-session-finished': {
    signs: ["ANAF's window says “Your session is finished” or “Sesiune expirată”."],
    reason:
      "The browser has kept an earlier sign-in to ANAF's site that has ended in the meantime. ANAF recognises it and does not start a new one.",
    steps: [
      "Close ANAF's window.",
      'Open the authorization in a [private window](#private-window), where the earlier sign-in does not exist.',
      'Or close all browser windows, open the browser again and retry.',
    ],
  },
  'anaf-request-rejected': {
    signs: [
      'A white page with the title “Request Rejected”, the text “The requested URL was rejected” and a number after “support ID”.',
    ],
    reason:
      "The protection filter of ANAF's site rejected the request. It usually passes by itself; sometimes a VPN or a browser extension triggers it.",
    steps: [
      'Close the window and start again in a few minutes.',
      'Turn off your VPN, if you use one.',
      'Try a [private window](#private-window), where extensions are usually off.',
      'If it comes back every time, note the number after “support ID”: ANAF can look it up.',
    ],
  },
  'anaf-window-closed': {
    signs: [
      "You closed ANAF's window before the confirmation appeared.",
      'You chose the certificate, but the application is still waiting.',
    ],
    reason:
      'The authorization is complete only when ANAF sends you back to the application. A window that was closed earlier leaves no trace at ANAF.',
    steps: ['Start the authorization again.', "Keep ANAF's window open until you see the confirmation."],
  },
  'still-at-anaf': {
    signs: ["The application is waiting for you and ANAF's window is still open, perhaps behind other windows."],
    reason: 'ANAF is waiting for the certificate or the PIN. Nothing is lost.',
    steps: [
      "Go to ANAF's window: from the task bar, or with Alt+Tab.",
      'Also look for the small window that asks for the PIN: it sometimes opens behind the browser.',
      'Choose the certificate and enter the PIN.',
    ],
  },
  'came-back-too-late': {
    signs: [
      'The page says that coming back from ANAF took too long.',
      'You reloaded the page or pressed “Back” while you were returning from ANAF.',
    ],
    reason: 'On the way back ANAF issues a code that is valid for 60 seconds and can be used once.',
    steps: [
      'Start again; it is quick.',
      'Do not reload the page on the way back, and do not press “Back”.',
      'If it happens again, your connection or ANAF is very slow: try in a few minutes.',
    ],
  },
  'window-blocked': {
    signs: ['You pressed the button and nothing opened.', 'A sign of a blocked window appeared in the address bar.'],
    reason: "The browser or an extension did not let ANAF's page open in a new window.",
    steps: [
      'Choose “Continue in this tab”, if the application offers it: after ANAF you come back by yourself.',
      'Or press the sign in the address bar, allow pop-up windows for this site and try again.',
      'If you use an extension that blocks advertisements, turn it off for this site.',
    ],
  },
  'attempt-lapsed': {
    signs: [
      'You started the authorization and came back to it after more than 15 minutes.',
      'An address that you copied earlier no longer opens.',
    ],
    reason: 'An attempt is valid for 15 minutes, so that nobody else can use its address later.',
    steps: ['Have the token and the PIN ready.', 'Start again from the application.'],
  },
  cancelled: {
    signs: ['You gave up, or somebody else at the company stopped the attempt.'],
    reason: 'The attempt was stopped. Nothing has changed, neither here nor at ANAF.',
    steps: ['When you are ready, start again from the application.'],
  },
  'backend-not-answering': {
    signs: [`The page says that it cannot reach ${application}.`],
    reason:
      'Your internet connection was interrupted, or the server is down for a moment. The request did not reach ANAF.',
    steps: [
      'Check whether other pages open.',
      'Try again in a minute.',
      `If the rest of the internet works, tell the ${application} team.`,
    ],
  },
  'application-not-registered': {
    signs: [`The page says that ANAF does not accept ${application}.`],
    reason:
      'The data with which the application is registered at ANAF is wrong or was deleted. Your certificate is not the problem.',
    steps: [
      'On the page with the error, open “Technical details” and copy the text. It contains no secrets.',
      `Send it to the ${application} team: only they can correct the registration.`,
    ],
  },
  'service-not-registered': {
    signs: [`The page says that ${application} has no access to e-Factura.`],
    reason:
      'ANAF accepted the certificate, but the application is registered without the e-Factura service. Your certificate is not the problem.',
    steps: [
      'On the page with the error, open “Technical details” and copy the text. It contains no secrets.',
      `Send it to the ${application} team, who have to add the service. Then start the authorization again.`,
    ],
  },
  other: {
    signs: ['You saw something that this page does not describe.'],
    reason: 'Sometimes ANAF answers in a way that we do not know yet.',
    steps: [
      "Reload the application's page and try again, perhaps in a [private window](#private-window).",
      'If it happens again, open “Technical details” and copy the text. It contains no secrets.',
      `Send it to the ${application} team, together with what ANAF's window said. Do not send the PIN.`,
    ],
  },
});
