import type { Catalogue, CauseValues } from './cause-text.ts';
import { issuerName } from './issuers.ts';

/** Romanian, the source language. */
export const ro: Catalogue = {
  failures: {
    'access-denied': () => ({
      title: 'ANAF nu a primit un certificat valabil',
      explanation: 'ANAF nu spune din ce cauză. Două răspunsuri de la tine ne ajută să o găsim.',
    }),
    'no-right-for-company': ({ company, taxId }) => ({
      title: `Certificatul nu are drepturi pentru CUI ${taxId}`,
      explanation: `ANAF a recunoscut certificatul, dar nu îl lasă să lucreze pentru ${company}.`,
    }),
    'no-right-for-any-company': () => ({
      title: 'Certificatul nu are drepturi pentru nicio firmă',
      explanation: 'ANAF a recunoscut certificatul, dar în SPV el nu reprezintă nicio firmă.',
    }),
    'service-missing': ({ application }) => ({
      title: `${application} nu are acces la e-Factura`,
      explanation: 'ANAF a acceptat certificatul, dar nu a dat aplicației și serviciul e-Factura.',
    }),
    'anaf-unavailable': () => ({
      title: 'ANAF nu răspunde acum',
      explanation: 'Nu este o problemă la certificatul tău.',
    }),
    'code-expired': () => ({
      title: 'Întoarcerea de la ANAF a durat prea mult',
      explanation: 'ANAF dă 60 de secunde pentru ultimul pas și le-am depășit.',
    }),
    'application-refused': ({ application }) => ({
      title: `ANAF nu acceptă aplicația ${application}`,
      explanation: 'Nu ține de certificatul tău.',
    }),
    'not-returned': () => ({
      title: 'ANAF nu te-a trimis înapoi aici',
      explanation: 'Uneori pagina ANAF se oprește fără să ne anunțe.',
    }),
    'window-blocked': ({ canContinueInThisTab }) => ({
      title: 'Browserul a blocat fereastra ANAF',
      explanation: canContinueInThisTab
        ? 'Poți continua în această filă; la sfârșit te întorci aici.'
        : 'Pagina ANAF se deschide într-o fereastră separată, iar browserul nu a permis-o.',
    }),
    'backend-unreachable': ({ application }) => ({
      title: `Nu putem ajunge la ${application}`,
      explanation: 'Cererea nu a plecat spre ANAF.',
    }),
    'attempt-lapsed': () => ({
      title: 'Timpul pentru autorizare a trecut',
      explanation: 'O încercare este valabilă 15 minute, pentru siguranța ta.',
    }),
    cancelled: () => ({
      title: 'Ai renunțat la autorizare',
      explanation: 'Nu s-a schimbat nimic.',
    }),
    other: () => ({
      title: 'Autorizarea nu a reușit',
      explanation: 'Motivul este nou pentru această pagină.',
    }),
  },
  causes: {
    'no-certificate-chosen': () => ({
      title: 'Nu a fost ales niciun certificat',
      explanation: 'Fereastra de alegere a fost închisă sau s-a apăsat „Anulare”, așa că ANAF nu a primit nimic.',
      steps: [
        'Închide toate ferestrele browserului: altfel își amintește că nu ai ales nimic.',
        'Reîncearcă și alege certificatul pe numele tău din lista care apare.',
        'Apasă OK și introdu PIN-ul. Dacă apar două certificate la fel, alege-l pe cel care expiră mai târziu.',
      ],
    }),
    'wrong-pin': () => ({
      title: 'PIN-ul a fost greșit sau anulat',
      explanation:
        'Fără PIN-ul corect, tokenul nu prezintă certificatul. După câteva greșeli la rând se blochează și îl mai ' +
        'poate debloca doar codul PUK sau emitentul.',
      steps: [
        'Caută PIN-ul în plicul sau e-mailul primit de la emitent; nu îl ghici.',
        'Dacă tokenul s-a blocat, deblochează-l cu PUK în programul emitentului sau sună-l.',
        'Reîncearcă și introdu PIN-ul o singură dată, cu atenție.',
      ],
    }),
    'token-not-inserted': () => ({
      title: 'Browserul nu vede tokenul cu certificatul',
      explanation:
        'Tokenul USB nu este conectat, îi lipsește driverul sau aplicația certificatului din cloud este oprită.',
      steps: [
        'Conectează tokenul direct la calculator, nu printr-un hub, sau pornește aplicația certificatului din cloud.',
        'Deschide programul emitentului: certificatul trebuie să apară acolo. Dacă nu apare, instalează driverul de pe site-ul emitentului.',
        'Închide toate ferestrele browserului, deschide-l din nou și reîncearcă.',
      ],
    }),
    'browser-remembers-no-certificate': (values) => ({
      title: 'Browserul își amintește alegerea de data trecută',
      explanation:
        'După o încercare fără certificat, browserul nu mai întreabă până nu este închis de tot. De aceea nu s-a deschis nicio fereastră.',
      steps: [
        'Verifică întâi că tokenul este conectat.',
        `${takeAddress(values)} și deschide-o într-o fereastră privată (Ctrl+Shift+N, în Firefox Ctrl+Shift+P).`,
        'Sau închide toate ferestrele browserului, deschide-l din nou și reîncearcă.',
      ],
    }),
    'certificate-not-enrolled': ({ taxId }) => ({
      title: 'Certificatul nu este înregistrat în SPV',
      explanation:
        'Un certificat nou sau reînnoit trebuie înregistrat la ANAF, chiar dacă cel vechi era. După înregistrare mai durează până la 24 de ore.',
      steps: [
        'Ai un certificat reînnoit: încarcă documentul de confirmare la anaf.ro/reinnoire și așteaptă e-mailul ANAF.',
        `Ai un certificat nou: înregistrează-l pe anaf.ro, la Servicii online › Înregistrare utilizatori, pentru CUI ${taxId}.`,
        'L-ai înregistrat azi: revino mâine. Poți verifica pe anaf.ro, la „Autentificare RO e-Factura”.',
      ],
    }),
    'another-companys-certificate': (values) => ({
      title: 'Certificatul este al altei firme',
      explanation: `${certificate(values)} nu are drepturi în SPV pentru ${values.company} (CUI ${values.taxId}). Probabil ai ales certificatul altei firme.`,
      steps: [
        `${takeAddress(values)} și deschide-o într-o fereastră privată: browserul ține minte certificatul ales.`,
        `Alege acolo certificatul persoanei care reprezintă CUI ${values.taxId} în SPV.`,
        'Dacă acesta este singurul tău certificat, firma trebuie să te împuternicească în SPV.',
      ],
    }),
    'certificate-without-any-right': (values) => ({
      title: 'Certificatul nu reprezintă nicio firmă în SPV',
      explanation: `${certificate(values)} este cunoscut de ANAF, dar nu are drepturi pentru niciun CUI.`,
      steps: [
        `Cere pe anaf.ro acces în SPV pentru CUI ${values.taxId}, ca reprezentant legal, reprezentant desemnat sau împuternicit.`,
        'Așteaptă e-mailul de aprobare și încă 24 de ore.',
        'Revino și reîncearcă.',
      ],
    }),
    'right-too-new': ({ taxId }) => ({
      title: 'Dreptul în SPV este prea nou',
      explanation: `Dacă ai primit dreptul pentru CUI ${taxId} astăzi, serverele e-Factura îl află în cel mult 24 de ore.`,
      steps: ['Revino mâine și reîncearcă, cu același certificat.'],
    }),
    'anaf-not-answering': () => ({
      title: 'Serverele ANAF nu răspund',
      explanation: 'Este o problemă de comunicare cu SPV, nu una la certificat, la token sau la PIN.',
      steps: [
        'Așteaptă câteva minute și reîncearcă.',
        'Dacă tot nu merge, verifică dacă se deschide anaf.ro; când ANAF are lucrări, nu merge pentru nimeni.',
      ],
    }),
    'anaf-window-closed': () => ({
      title: 'Fereastra ANAF s-a închis prea devreme',
      explanation: 'Autorizarea se încheie abia când pagina ANAF te trimite înapoi aici.',
      steps: ['Reîncearcă și lasă fereastra ANAF deschisă până vezi confirmarea.'],
    }),
    'anaf-session-finished': (values) => ({
      title: 'ANAF ține o sesiune veche deschisă',
      explanation:
        'Mesajul „Your session is finished” apare când browserul a rămas cu o intrare mai veche pe site-ul ANAF, care s-a încheiat.',
      steps: [
        `${takeAddress(values)} și deschide-o într-o fereastră privată, unde nu există sesiunea veche.`,
        'Sau închide toate ferestrele browserului, deschide-l din nou și reîncearcă.',
      ],
    }),
    'anaf-request-rejected': (values) => ({
      title: 'Filtrul de protecție ANAF a respins cererea',
      explanation: 'Mesajul „Request Rejected” vine de la protecția site-ului ANAF. De obicei trece singur.',
      steps: [
        `${takeAddress(values)} și deschide-o într-o fereastră privată.`,
        'Oprește VPN-ul, dacă folosești unul.',
        'Dacă mesajul revine, așteaptă câteva minute și reîncearcă.',
      ],
    }),
    'anaf-page-in-browser-failed': (values) => ({
      title: 'Browserul nu a putut deschide pagina ANAF',
      explanation:
        'Legătura s-a rupt când trebuia prezentat certificatul: din cauza PIN-ului, a driverului sau a rețelei.',
      steps: [
        'Verifică dacă programul emitentului vede certificatul.',
        `${takeAddress(values)} și deschide-o într-o fereastră privată sau în alt browser (Chrome sau Edge).`,
        'Cu certificat din cloud, confirmă pe telefon imediat ce ți se cere.',
      ],
    }),
    'still-at-anaf': () => ({
      title: 'Fereastra ANAF te așteaptă',
      explanation: 'Poți continua să alegi certificatul; nu s-a pierdut nimic.',
      steps: ['Întoarce-te în fereastra ANAF, alege certificatul și introdu PIN-ul.'],
    }),
    'came-back-too-late': () => ({
      title: 'A trecut prea mult până la întoarcere',
      explanation: 'Codul primit de la ANAF este valabil 60 de secunde și se poate folosi o singură dată.',
      steps: ['Reia de la început; durează puțin. Nu reîncărca pagina la întoarcere.'],
    }),
    'application-not-registered': ({ application }) => ({
      title: 'Aplicația nu este configurată corect la ANAF',
      explanation: `Certificatul tău este în regulă. Doar echipa ${application} poate corecta înregistrarea.`,
      steps: [`Trimite echipei ${application} detaliile tehnice de mai jos.`],
    }),
    'service-not-registered': ({ application }) => ({
      title: 'Aplicația nu are serviciul e-Factura la ANAF',
      explanation: `Certificatul tău este în regulă. Echipa ${application} trebuie să adauge serviciul e-Factura la ANAF.`,
      steps: [`Trimite echipei ${application} detaliile tehnice de mai jos.`],
    }),
    'window-blocked': ({ canContinueInThisTab }) => ({
      title: 'Ferestrele noi sunt blocate',
      explanation: 'Browserul sau o extensie nu a lăsat pagina ANAF să se deschidă într-o fereastră nouă.',
      steps: canContinueInThisTab
        ? [
            'Continuă în această filă: după ANAF te întorci aici.',
            'Sau permite ferestrele pop-up pentru acest site și reîncearcă.',
          ]
        : ['Permite ferestrele pop-up pentru acest site și reîncearcă.'],
    }),
    'backend-not-answering': ({ application }) => ({
      title: `Serverul ${application} nu răspunde`,
      explanation: 'Fie conexiunea ta la internet s-a întrerupt, fie serverul este oprit pentru moment.',
      steps: ['Verifică dacă ai internet.', 'Reîncearcă peste un minut.'],
    }),
    'attempt-lapsed': () => ({
      title: 'Încercarea a expirat',
      explanation: 'Au trecut cele 15 minute în care se putea termina.',
      steps: ['Pregătește tokenul și PIN-ul, apoi reia.'],
    }),
    cancelled: () => ({
      title: 'Ai oprit autorizarea',
      explanation: 'Poți relua oricând.',
      steps: ['Când ești gata, începe din nou.'],
    }),
    other: () => ({
      title: 'Motiv necunoscut',
      explanation: 'Motivul este nou pentru această pagină.',
      steps: ['Reîncarcă pagina și încearcă din nou.'],
    }),
  },
};

/** The beginning of a step. The caller adds where to open the address. */
function takeAddress({ address, application }: CauseValues): string {
  switch (address) {
    case 'shown':
      return 'Copiază adresa';
    case 'on-request':
      return 'Afișează adresa, copiaz-o';
    case 'in-application':
      return `Întoarce-te în ${application}, copiază adresa de acolo`;
    case 'received':
      return 'Copiază din nou adresa pe care ai primit-o';
    default:
      return address satisfies never;
  }
}

function certificate({ certificate }: CauseValues): string {
  if (!certificate) return 'Certificatul folosit';
  return `Certificatul ${issuerName(certificate.issuer)} cu seria ${certificate.serial}`;
}
