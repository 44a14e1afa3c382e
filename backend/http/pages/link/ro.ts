import type { LinkText } from './link-text.ts';

/** Romanian texts. `en.ts` is their translation. */
export const ro: LinkText = {
  preview: {
    title: (services) => `Cerere de autorizare ${services}`,
    description: (application) =>
      `${application} are nevoie de un certificat digital pentru ANAF. Deschide linkul pe calculatorul pe care ai certificatul: acolo vezi cine cere și pentru ce.`,
  },
  landing: {
    title: ({ requester, application, services, company }) =>
      `${requester ?? application} îți cere să autorizezi ${services} pentru ${company}`,
    requester: 'Cine cere',
    account: (account, application) => `din contul ${account} (${application})`,
    company: 'Firma',
    does: ({ application, company, services }) => [
      `${application} folosește autorizarea doar la ${services}, numai pentru ${company}.`,
      'Certificatul și PIN-ul rămân la tine: le folosești doar pe pagina ANAF.',
      'Ține cel mult un an. O retragi oricând, cu adresa din confirmarea pe care o primești la sfârșit.',
    ],
    doesNot: () => [
      'Nimic pentru alte firme ale tale și nimic altceva din SPV. ANAF leagă permisiunea de certificat, nu de o firmă; limita este angajamentul nostru.',
    ],
    submit: 'Continuă la ANAF',
    leaving: ({ loginHost }) => `Se deschide ${loginHost}. După PIN, ANAF te trimite înapoi aici.`,
    stranded: 'Dacă ANAF se blochează sau nu apare fereastra cu certificate, revino la acest link: rămâne valabil.',
    decline: 'Nu eu mă ocup de această firmă',
    doubt: ({ company }) => `Nu te așteptai la această cerere? Sună la ${company} înainte să continui.`,
    needs: {
      title: 'Ce îți trebuie',
      items: ({ taxId }) => [
        'Tokenul USB conectat sau certificatul din cloud pornit, cu driverul emitentului instalat.',
        `Drept în SPV pentru CUI ${taxId}, de cel puțin 24 de ore: reprezentant legal, reprezentant desemnat sau împuternicit.`,
        'PIN-ul. După câteva greșeli, tokenul se blochează.',
      ],
    },
    elsewhere: {
      title: 'Fereastră privată sau alt calculator',
      text: 'Browserul ține minte certificatul ales. Ca să alegi altul, deschide adresa într-o fereastră privată: Ctrl+Shift+N în Chrome și Edge, Ctrl+Shift+P în Firefox.',
      qr: 'Codul QR duce la aceeași adresă.',
    },
    address: 'Adresa acestei pagini',
    validUntil: (instant) => `Link valabil până la ${instant}`,
  },
  phone: {
    title: 'Continuă pe calculatorul cu certificatul',
    text: 'Certificatul digital se folosește de pe un calculator. Deschide acolo adresa de mai jos; până atunci nu se întâmplă nimic.',
    mail: 'Trimite-ți linkul pe e-mail',
    mailSubject: (application) => `Link pentru autorizare în ${application}`,
    qr: 'Codul QR al adresei',
    anyway: {
      title: 'Ai certificatul pe acest dispozitiv?',
      text: 'Poți continua și de aici, dacă browserul vede certificatul.',
    },
  },
  decline: {
    title: ({ company }) => `Nu te ocupi de ${company}?`,
    text: 'Anunțăm persoana care ți-a trimis linkul, iar linkul nu va mai putea fi folosit.',
    submit: 'Da, nu mă ocup de această firmă',
    back: 'Înapoi la cerere',
    done: {
      title: 'Am transmis răspunsul tău',
      text: 'Persoana care ți-a trimis linkul află că nu te ocupi de această firmă. Nu s-a autorizat nimic; poți închide pagina.',
    },
  },
  ends: {
    unknown: {
      title: 'Linkul nu este valabil',
      text: 'Verifică dacă l-ai copiat întreg și dacă nu ai primit între timp altul. Dacă tot nu merge, cere un link nou de la persoana care ți l-a trimis.',
    },
    used: {
      title: 'Linkul a fost deja folosit',
      text: 'Autorizarea s-a încheiat cu bine și nu mai este nimic de făcut. Dacă nu tu ai făcut-o, anunță persoana care ți-a trimis linkul.',
    },
    expired: {
      title: 'Linkul a expirat',
      text: 'Cere un link nou de la persoana care ți l-a trimis. Nu s-a autorizat nimic.',
    },
    cancelled: {
      title: 'Linkul nu mai este valabil',
      text: 'A fost anulat. Nu s-a autorizat nimic cu el; dacă autorizarea este totuși necesară, primești un link nou.',
    },
    declined: {
      title: 'La această cerere s-a răspuns deja',
      text: 'Răspunsul a fost că a ajuns la persoana nepotrivită. Dacă a fost o greșeală, cere un link nou de la persoana care ți l-a trimis.',
    },
  },
  receipt: {
    title: ({ company }) => `Gata, ${company} este autorizată`,
    text: ({ company }) =>
      `Mulțumim. ${company} a fost anunțată; poți închide pagina. Tokenul nu mai este necesar acum.`,
    labels: {
      company: 'Firma',
      application: 'Aplicația',
      certificate: 'Certificatul tău',
      at: 'Autorizată la',
      until: 'Valabilă până la',
    },
    services: (services) => `doar pentru ${services}`,
    certificate: (issuer, serial) => `${issuer}, seria ${serial}`,
    allowed: ({ application, company, services }) =>
      `${application} poate folosi ${services} numai pentru ${company}. Certificatul și PIN-ul au rămas la tine.`,
    withdraw: {
      title: 'Retrage accesul oricând',
      text: ({ company }) =>
        `Adresa de mai jos este numai a ta. Păstrează-o: cu ea oprești folosirea certificatului tău pentru ${company}. O arătăm numai pe această pagină.`,
      link: 'Retrage accesul',
      address: 'Adresa ta pentru retragere',
      shownBefore: 'Adresa personală pentru retragere a fost arătată la prima afișare a acestei confirmări.',
    },
    mail: {
      label: 'Primește confirmarea pe e-mail',
      hint: 'Folosim adresa numai pentru acest mesaj.',
      submit: 'Trimite confirmarea',
      sent: (address) => ({
        title: 'Confirmarea pleacă spre tine',
        text: `O trimitem la ${address}, cu adresa ta personală pentru retragere. Poți închide pagina.`,
      }),
      refused: {
        title: 'Adresa de e-mail nu pare corectă',
        text: 'Întoarce-te, verifică adresa și încearcă din nou. Autorizarea este făcută oricum.',
      },
      tooLate: {
        title: 'Confirmarea nu poate fi trimisă de aici',
        text: 'Autorizarea este făcută. Adresa de retragere rămâne valabilă, dacă ai păstrat-o.',
      },
    },
  },
  result: {
    kept: ({ company }) => ({
      title: 'Certificatul a fost primit, ANAF încă verifică',
      text: `ANAF răspunde greu. Întrebăm mai departe dacă certificatul are drepturi pentru ${company}. Poți închide pagina: ${company} află rezultatul.`,
    }),
    lookAgain: 'Vezi dacă ANAF a răspuns',
    alreadyDone: ({ company }) => ({
      title: `${company} a fost deja autorizată`,
      text: 'Autorizarea s-a încheiat cu bine în altă fereastră. Nu mai este nimic de făcut; poți închide pagina.',
    }),
    ended: {
      title: 'Această încercare s-a încheiat',
      text: 'Au trecut cele 15 minute în care se putea termina. Nu s-a schimbat nimic, iar linkul primit rămâne valabil.',
    },
    former: {
      title: 'Această autorizare nu mai este folosită',
      text: 'Între timp a fost retrasă sau înlocuită cu alta. Nu mai este nimic de făcut; poți închide pagina.',
    },
    stillOpen: 'Linkul primit rămâne valabil: poți relua de aici sau îl poți deschide din nou mai târziu.',
    again: 'Reia',
    questions: {
      title: 'Ajută-ne să găsim cauza',
      chooserSeen: 'S-a deschis o fereastră în care să alegi certificatul?',
      pinAsked: 'Ți s-a cerut PIN-ul?',
    },
    replies: { yes: 'Da', no: 'Nu', unknown: 'Nu știu' },
    answer: 'Arată cauza probabilă',
    likelihoods: { certain: 'Cauza', likely: 'Cauza probabilă', possible: 'O cauză posibilă' },
    tellSupport: 'Scrie echipei aplicației',
    supportSubject: (application) => `Autorizare e-Factura: problemă în ${application}`,
  },
  withdrawal: {
    title: ({ company }) => `Retragi accesul pentru ${company}?`,
    text: ({ application, services, company }) =>
      `${application} folosește ${services} pentru ${company} prin certificatul tău. Dacă retragi accesul:`,
    effects: ({ application, company }) => [
      `${application} nu mai poate trimite și prelua facturi pentru ${company}, până la o nouă autorizare.`,
      'Autorizarea firmei este ștearsă din aplicație imediat.',
      'La ANAF permisiunea se stinge singură, la expirare: ANAF nu are o retragere care să funcționeze.',
      `${company} este anunțată.`,
    ],
    submit: 'Retrage accesul',
    keep: 'Dacă vrei să păstrezi accesul, închide pagina.',
    done: ({ application, company }) => ({
      title: 'Accesul a fost retras',
      text: 'Poți închide pagina.',
      effects: [
        `Autorizarea pentru ${company} a fost ștearsă din ${application}.`,
        `${company} a fost anunțată.`,
        'La ANAF permisiunea se stinge singură, la expirare; nimeni nu o mai folosește pentru această firmă.',
      ],
    }),
    unknown: {
      title: 'Adresa nu este valabilă',
      text: 'Accesul a fost retras deja, autorizarea a fost înlocuită sau adresa nu este întreagă. Nu s-a schimbat nimic.',
    },
  },
};
