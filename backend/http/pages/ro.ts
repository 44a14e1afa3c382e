import type { PageText } from './page-text.ts';

/** Romanian texts. `en.ts` is their translation. */
export const ro: PageText = {
  and: ' și ',
  taxId: (taxId) => `CUI ${taxId}`,
  confirmation: {
    title: ({ application, company, services }, askedBy) =>
      askedBy
        ? `${askedBy} îți cere să autorizezi ${services} pentru ${company}`
        : `${application} îți cere să autorizezi ${services} pentru ${company}`,
    account: (account, application) => `Cererea vine din contul ${account} (${application}).`,
    promises: ({ application, company, taxId, services }) => [
      `${application} folosește doar ${services}, nimic altceva din SPV.`,
      'Facturile trimise le văd toți cei care au acces în SPV-ul firmei.',
      `ANAF leagă permisiunea de certificatul tău; ${application} o folosește numai pentru ${company} (CUI ${taxId}).`,
    ],
    needs: {
      title: 'Ce îți trebuie',
      items: ({ taxId }) => [
        'Tokenul USB conectat sau certificatul din cloud pornit, cu driverul emitentului instalat.',
        `Drept în SPV pentru CUI ${taxId}, de cel puțin 24 de ore.`,
        'PIN-ul. După câteva greșeli, tokenul se blochează.',
      ],
    },
    submit: 'Continuă la ANAF',
    safe: 'Certificatul și PIN-ul rămân la tine: le folosești doar pe pagina ANAF.',
  },
  leaving: {
    title: 'Se deschide pagina ANAF…',
    text: 'Dacă nu se deschide în câteva secunde,',
    link: 'continuă de aici',
  },
  result: {
    succeeded: ({ company }) => ({
      title: `Gata, ${company} este autorizată`,
      text: 'De acum se pot trimite și prelua e-Facturi. Tokenul nu mai este necesar.',
    }),
    kept: ({ company }) => ({
      title: 'Certificatul a fost primit, ANAF încă verifică',
      text: `ANAF răspunde greu. Întrebăm mai departe dacă certificatul are drepturi pentru ${company}; poți închide pagina.`,
    }),
    alreadyDone: ({ company }) => ({
      title: `${company} a fost deja autorizată`,
      text: 'Autorizarea s-a încheiat cu bine în altă fereastră. Nu mai este nimic de făcut aici.',
    }),
    ended: () => ({
      title: 'Această încercare s-a încheiat',
      text: 'Timpul a trecut sau cineva a renunțat la ea. Nu s-a schimbat nimic; poți începe din nou din aplicație.',
    }),
    stillActive: 'Autorizarea actuală merge mai departe.',
    otherCauses: (count) => `Alte cauze posibile (${count})`,
    details: 'Detalii tehnice',
    reference: (reference) => `Cod pentru asistență: ${reference}`,
    certificate: (issuer, serial) => `Certificat: ${issuer}, seria ${serial}`,
    close: 'Închide fereastra',
    closeYourself: (application) => `Poți închide această fereastră și reveni la ${application}.`,
    back: (application) => `Înapoi la ${application}`,
  },
  notices: {
    unknown: {
      title: 'Nu recunoaștem această întoarcere',
      text: 'Adresa nu aparține niciunei autorizări începute aici. Nu s-a schimbat nimic; începe din nou din aplicație.',
    },
    elsewhere: {
      title: 'Autorizarea a fost începută în altă parte',
      text: 'Continuă în browserul și în fereastra în care ai pornit-o sau începe din nou din aplicație. Nu s-a schimbat nimic.',
    },
    'ticket-unknown': {
      title: 'Această adresă nu este valabilă',
      text: 'Verifică dacă ai copiat-o întreagă sau începe din nou din aplicație.',
    },
    ended: {
      title: 'Această încercare s-a încheiat',
      text: 'O încercare este valabilă 15 minute. Începe din nou din aplicație.',
    },
    'already-done': {
      title: 'Autorizarea este deja făcută',
      text: 'S-a încheiat cu bine. Nu mai este nimic de făcut aici.',
    },
    refused: {
      title: 'Cererea nu a venit din această pagină',
      text: 'Pentru siguranța ta nu am continuat. Deschide din nou adresa și apasă butonul de pe pagină.',
    },
    'not-found': {
      title: 'Aici nu este nimic',
      text: 'Această pagină se deschide doar din aplicație, la autorizare. Întoarce-te acolo.',
    },
    busy: {
      title: 'Prea multe cereri',
      text: 'Așteaptă un minut și încearcă din nou.',
    },
    failed: {
      title: 'Ceva nu a mers la noi',
      text: 'Nu ține de certificatul tău. Încearcă din nou; dacă se repetă, trimite codul de mai jos la asistență.',
    },
  },
  moreHelp: 'Mai multe despre această eroare',
  support: 'Asistență',
  privacy: 'Confidențialitate',
};
