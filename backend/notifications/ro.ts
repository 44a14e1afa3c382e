import type { MailText } from './mail-text.ts';

/** Romanian texts. `en.ts` is their translation. */
export const ro: MailText = {
  and: ' și ',
  invitation: ({ requester, company, taxId, services, application, message, validUntil }) => ({
    subject: `${company} are nevoie de autorizarea ta pentru ${services}`,
    line: 'none',
    heading: `${requester} îți cere să autorizezi ${services} pentru ${company}`,
    paragraphs: [
      `CUI ${taxId}. Îți folosești certificatul digital direct pe pagina ANAF; certificatul și PIN-ul rămân la tine.`,
      `ANAF leagă permisiunea de certificatul tău, nu de o firmă. ${application} o folosește numai pentru ${company} și numai pentru ${services}. O poți retrage oricând, din confirmarea pe care o primești.`,
    ],
    ...(message.length > 0 && { quote: { title: `Mesajul scris de ${requester}:`, lines: message } }),
    button: 'Vezi cererea',
    notes: [
      `Linkul funcționează o singură dată, până la ${validUntil}. Nu trimite nimănui PIN-ul.`,
      'Nu te ocupi de această firmă? Deschide cererea și spune-ne: nu te mai întrebăm.',
    ],
  }),
  reminder: ({ requester, company, taxId, services, validUntil }) => ({
    subject: `${company} așteaptă autorizarea ta pentru ${services}`,
    line: 'none',
    heading: `${company} așteaptă autorizarea ta pentru ${services}`,
    paragraphs: [
      `Acum câteva zile, ${requester} te-a rugat să autorizezi ${services} pentru ${company} (CUI ${taxId}). Nimeni nu a deschis încă cererea.`,
      'Durează câteva minute, pe calculatorul pe care îți folosești certificatul digital. Certificatul și PIN-ul rămân la tine.',
    ],
    button: 'Vezi cererea',
    notes: [
      `Linkul funcționează o singură dată, până la ${validUntil}. Este singura reamintire pe care o trimitem.`,
      'Nu te ocupi de această firmă? Deschide cererea și spune-ne: nu te mai întrebăm.',
    ],
  }),
  receipt: ({ company, taxId, services, application, certificate, authorizedOn, reauthorizeBy }) => ({
    subject: `Confirmare: ai autorizat ${services} pentru ${company}`,
    line: 'active',
    heading: `Ai autorizat ${services} pentru ${company}`,
    paragraphs: [
      `${application} folosește certificatul tău numai pentru ${company} și numai pentru ${services}. Păstrează acest e-mail: de aici poți retrage oricând accesul.`,
    ],
    facts: [
      ['Firma', `${company}, CUI ${taxId}`],
      ['Aplicația', application],
      ['Servicii', services],
      ['Certificat', `${certificate.issuer}, seria ${certificate.serial}`],
      ['Autorizat la', authorizedOn],
      ['Valabil cel mult până la', reauthorizeBy],
    ],
    button: 'Vezi sau retrage accesul',
    notes: ['Adresa butonului este doar pentru tine: cine o are poate retrage accesul.'],
  }),
  'link-completed': ({ company, taxId, services, application, certificate, reauthorizeBy, email }) => ({
    subject: `${company}: autorizarea pentru ${services} este gata`,
    line: 'active',
    heading: `Gata, ${company} este autorizată`,
    paragraphs: [
      `${email ?? 'Persoana care a primit linkul'} a autorizat cu certificatul ${certificate.issuer}, seria ${certificate.serial}. ${application} poate folosi ${services} pentru CUI ${taxId}.`,
      `Certificatul va fi necesar din nou până la ${reauthorizeBy}.`,
    ],
    button: 'Vezi autorizarea',
    notes: [],
  }),
  'link-declined': ({ company, taxId, email }) => ({
    subject: `${company}: cererea de autorizare a fost refuzată`,
    line: 'broken',
    heading: `Cererea pentru ${company} a fost refuzată`,
    paragraphs: [
      `${email ?? 'Persoana care a primit linkul'} a răspuns că nu se ocupă de ${company} (CUI ${taxId}). Linkul nu mai este valabil.`,
      'Trimite altul persoanei care are certificatul digital pentru firmă: de obicei contabilul sau administratorul.',
    ],
    button: 'Trimite alt link',
    notes: ['O autorizare mai veche rămâne neschimbată.'],
  }),
  'wrong-certificate': ({ company, taxId, certificate, email }) => ({
    subject: `${company}: certificatul folosit nu are drepturi în SPV`,
    line: 'broken',
    heading: `Certificatul folosit nu are drepturi pentru ${company}`,
    paragraphs: [
      `${email ?? 'Persoana care a primit linkul'} a încercat cu certificatul ${certificate.issuer}, seria ${certificate.serial}. ANAF spune că acesta nu are drepturi în SPV pentru CUI ${taxId}.`,
      'Linkul rămâne deschis: se poate reîncerca cu certificatul potrivit. Dacă dreptul a fost înregistrat în SPV abia azi, el apare după 24 de ore.',
    ],
    button: 'Vezi linkurile',
    notes: ['O autorizare mai veche rămâne neschimbată.'],
  }),
  'access-withdrawn': ({ company, taxId, services, application, certificate }) => ({
    subject: `${company}: accesul la ${services} a fost retras`,
    line: 'broken',
    heading: `Accesul pentru ${company} a fost retras`,
    paragraphs: [
      `Persoana care a autorizat cu certificatul ${certificate.issuer}, seria ${certificate.serial}, a retras accesul. ${application} nu mai poate folosi ${services} pentru CUI ${taxId}.`,
      'E-facturile așteaptă o nouă autorizare, iar termenul legal de transmitere curge.',
    ],
    button: 'Autorizează din nou',
    notes: [],
  }),
  revoked: ({ company, taxId, services, application, certificate }) => ({
    subject: `${company}: ANAF a întrerupt autorizarea pentru ${services}`,
    line: 'broken',
    heading: `ANAF a întrerupt autorizarea pentru ${company}`,
    paragraphs: [
      `ANAF nu mai acceptă autorizarea făcută cu certificatul ${certificate.issuer}, seria ${certificate.serial}. ${application} nu mai poate folosi ${services} pentru CUI ${taxId}.`,
      'E-facturile așteaptă o nouă autorizare, iar termenul legal de transmitere curge.',
    ],
    button: 'Autorizează din nou',
    notes: ['Decizia este a ANAF. Se întâmplă, de exemplu, când certificatul a fost înlocuit sau anulat.'],
  }),
  'mail-undelivered': ({ company, email }) => ({
    subject: `${company}: e-mailul cu linkul nu a putut fi livrat`,
    line: 'none',
    heading: 'E-mailul cu linkul nu a putut fi livrat',
    paragraphs: [
      `Serverul de e-mail al adresei ${email} l-a refuzat. Verifică adresa sau copiază linkul și trimite-l pe altă cale.`,
    ],
    button: 'Vezi linkurile',
    notes: [],
  }),
  footer: {
    invited: (requester, application) =>
      `Ai primit acest e-mail pentru că ${requester} a scris adresa ta în ${application}.`,
    told: (company, application) => `Ai primit acest e-mail pentru că te ocupi de ${company} în ${application}.`,
    asked: (application) => `Ai primit acest e-mail pentru că ai cerut o confirmare de la ${application}.`,
    unsubscribe: 'Nu-mi mai scrieți',
    support: 'Asistență',
    help: 'Ajutor',
    address: 'Dacă butonul nu merge, copiază adresa în browser:',
  },
};
