import type { GuidesHelp, HelpValues } from './help-text.ts';

/** The guides of the Romanian help. */
export const roGuides = ({ application, services }: HelpValues): GuidesHelp => ({
  'anaf-pages': {
    title: 'Ce înseamnă paginile de eroare ale ANAF',
    blocks: [
      'De pe aceste pagini ANAF nu te mai trimite înapoi. Închide fereastra și continuă din aplicație.',
      {
        terms: [
          [
            '„Certificatul nu a fost prezentat”',
            'O pagină aproape goală, cu titlul „Pagina logout”. ANAF a așteptat un certificat și nu a primit niciunul: [nu a fost ales](#no-certificate-chosen), [tokenul nu este văzut](#token-not-inserted) sau [PIN-ul a fost greșit](#wrong-pin).',
          ],
          [
            '„Your session is finished”',
            'O pagină în engleză despre o sesiune încheiată. Browserul a rămas cu [o intrare mai veche la ANAF](#anaf-session-finished).',
          ],
          [
            '„Request Rejected”',
            'O pagină albă cu textul „The requested URL was rejected” și un „support ID”. [Filtrul de protecție al ANAF](#anaf-request-rejected) a respins cererea.',
          ],
          [
            'O eroare a browserului',
            '„Acest site nu poate fi accesat” sau un cod care începe cu ERR_. Legătura s-a rupt [când trebuia prezentat certificatul](#anaf-page-in-browser-failed).',
          ],
        ],
      },
    ],
  },
  'private-window': {
    title: 'Cum folosești o fereastră privată',
    blocks: [
      'Browserul păstrează certificatul ales, sau faptul că nu ai ales niciunul, până când este închis de tot. O fereastră privată nu știe nimic despre alegerile vechi, deci întreabă din nou.',
      {
        steps: [
          'În aplicație, la autorizare, deschide „Deschide într-o fereastră privată” și copiază adresa. Este valabilă 15 minute.',
          'Deschide fereastra privată: Ctrl+Shift+N în Chrome și Edge, Ctrl+Shift+P în Firefox, ⌘+Shift+N pe Mac.',
          'Lipește adresa și continuă acolo. Rezultatul apare și în aplicație.',
          'La sfârșit, închide fereastra privată.',
        ],
      },
      'Ca să închizi browserul de tot: închide toate ferestrele lui, apoi verifică lângă ceas dacă mai rulează în fundal. Pe Mac apasă ⌘+Q.',
    ],
  },
  drivers: {
    title: 'Driverul tokenului, după emitent',
    blocks: [
      'Driverul este programul prin care calculatorul vede certificatul de pe token. Îl găsești pe site-ul firmei care a emis certificatul, de obicei la „Suport” sau „Descărcări”. Numele emitentului este scris pe token, în e-mailul de livrare sau în detaliile certificatului, la „Emis de”.',
      {
        issuers: {
          certSIGN: 'Alege driverul după modelul tokenului. Certificatul din cloud se numește vToken.',
          DigiSign: 'Fereastra în care se cere PIN-ul este de obicei a programului SafeNet.',
          'Trans Sped':
            'Certificatul din cloud se folosește prin programul EasySign, pe Windows; la fiecare intrare confirmi cu un cod.',
          CertDigital: 'În certificat, emitentul apare cu numele firmei: Centrul de Calcul.',
        },
      },
      {
        steps: [
          'Instalează driverul, reconectează tokenul și repornește browserul.',
          'Deschide programul emitentului și verifică două lucruri: certificatul apare și nu a expirat.',
          'Dacă ți se cere PIN-ul de mai multe ori la rând, caută în programul tokenului opțiunea „single logon”.',
        ],
      },
      'Certificatele din cloud de la Namirial nu pot fi înregistrate în SPV. Toți emitenții acreditați sunt în [lista Uniunii Europene](https://eidas.ec.europa.eu/efda/tl-browser/#/screen/tl/RO).',
    ],
  },
  devices: {
    title: 'Ce calculator și ce browser se potrivesc',
    blocks: [
      {
        terms: [
          ['Windows, cu Chrome sau Edge', 'Merge cu certificatele tuturor emitenților. Începe aici, dacă poți alege.'],
          [
            'Windows cu procesor ARM',
            'Unele drivere există doar pentru procesoare Intel și AMD: certificatul apare în listă, dar nu ajunge la ANAF. Folosește alt calculator sau întreabă emitentul ce browser recomandă.',
          ],
          [
            'Mac',
            'Depinde de emitent: unele tokenuri au driver pentru macOS, iar unele certificate din cloud se folosesc numai pe Windows. Întreabă emitentul înainte să cauți greșeala în altă parte.',
          ],
          ['Firefox', 'Ține o listă proprie de certificate. Dacă al tău nu apare, încearcă în Chrome sau Edge.'],
          [
            'Telefon sau tabletă',
            'Autorizarea nu se poate face de acolo. Deschide aplicația pe calculatorul cu certificatul sau trimite [linkul](#accountant-link) persoanei care are certificatul.',
          ],
        ],
      },
      'După autorizare, aplicația merge pe orice calculator sau telefon: certificatul nu mai este necesar.',
    ],
  },
  'get-certificate': {
    title: 'Cum obții un certificat digital',
    blocks: [
      'Dacă un contabil depune deja declarații pentru firmă, are probabil și certificat, și drept în SPV. Cel mai repede este să îi trimiți [linkul pentru contabil](#accountant-link); tu nu mai ai nevoie de certificat.',
      'Altfel îți trebuie un certificat calificat pe numele tău. De obicei îl ai în una până la cinci zile lucrătoare.',
      {
        steps: [
          'Alege un [emitent acreditat](#drivers) și hotărăște dacă vrei token USB sau certificat în cloud. Pentru cloud, întreabă întâi dacă merge la ANAF și pe calculatorul tău.',
          'Cere certificatul pe site-ul emitentului și spune că este pentru ANAF, ca să primești și documentul de confirmare.',
          'Dovedește cine ești: la mulți emitenți ajunge o identificare video, cu actul de identitate în față.',
          'Primești tokenul și, separat, PIN-ul. Instalează [driverul](#drivers) și verifică dacă vezi certificatul.',
          '[Înregistrează certificatul în SPV](#register-in-spv) pentru firmă.',
        ],
      },
      'Cartea electronică de identitate nu este suficientă: certificatul din ea nu este unul calificat, iar ANAF nu îl acceptă pentru SPV.',
    ],
  },
  'register-in-spv': {
    title: 'Cum înregistrezi firma și certificatul în SPV',
    blocks: [
      'O firmă intră în SPV doar prin certificatul unei persoane care o reprezintă: reprezentantul legal, un reprezentant desemnat de el sau un împuternicit, de exemplu contabilul. O persoană poate avea drept pentru oricâte firme, iar o firmă poate avea oricâte persoane.',
      'Pregătește:',
      {
        items: [
          'certificatul, conectat la calculator;',
          'documentul de confirmare, semnat de tine și de emitent, pe care îl obții de la emitent;',
          'o copie a actului de identitate;',
          'documentele care dovedesc calitatea ta: actele firmei, decizia de desemnare sau împuternicirea.',
        ],
      },
      {
        steps: [
          'Pe [anaf.ro](https://www.anaf.ro) deschide „Servicii online”, apoi „Înregistrare utilizatori”.',
          'Alege „Înregistrare utilizatori persoane juridice”, apoi „cu certificat digital”.',
          'Completează formularul pentru CUI-ul firmei și atașează documentele. Verifică de două ori adresa de e-mail: acolo vine răspunsul.',
          'Așteaptă e-mailul de aprobare, de obicei una până la trei zile lucrătoare.',
          'După aprobare mai lasă 24 de ore: în acest timp serverele e-Factura află de dreptul nou.',
          'Verifică pe anaf.ro, la „Autentificare RO e-Factura”. Când poți intra acolo, poți autoriza și aplicația.',
        ],
      },
      'Formularul 150 privește depunerea declarațiilor online. Pentru e-Factura ai nevoie de accesul în SPV descris aici.',
    ],
  },
  'renewed-certificate': {
    title: 'Ai reînnoit sau ai înlocuit certificatul',
    blocks: [
      'Certificatul nou are altă serie și ANAF nu îl cunoaște, chiar dacă cel vechi era înregistrat. La fel și după schimbarea emitentului sau a tokenului.',
      {
        steps: [
          'Reînnoiește certificatul înainte să expire cel vechi; emitentul te anunță din timp, prin e-mail.',
          'Descarcă documentul de confirmare de la emitent și nu îl modifica.',
          'Încarcă-l la [anaf.ro/reinnoire](https://www.anaf.ro/reinnoire/) și așteaptă e-mailul ANAF.',
          'Intră o dată în SPV cu certificatul nou. Dacă este prea devreme, revino după 24 de ore.',
          'Autorizează din nou aplicația.',
        ],
      },
      'O vreme apar ambele certificate în fereastra de alegere. Alege-l pe cel care expiră mai târziu.',
    ],
  },
  'accountant-link': {
    title: 'Cum autorizează contabilul, printr-un link',
    blocks: [
      'Autorizarea o poate face oricine are certificat și drept în SPV pentru firmă: contabilul, administratorul sau alt împuternicit.',
      {
        steps: [
          'În aplicație alege „Obține accesul prin contabil”.',
          'Trimite linkul prin e-mail sau copiază-l și trimite-l cum îți este mai ușor.',
          'Persoana îl deschide pe calculatorul cu certificatul, vede cine cere și pentru ce firmă, apoi continuă la ANAF.',
          'Când a terminat, starea se schimbă singură în aplicația ta.',
        ],
      },
      {
        items: [
          'Linkul este pentru o singură firmă și are o dată de expirare, scrisă lângă el.',
          'O încercare nereușită nu îl consumă: poate fi deschis din nou până la reușită.',
          'Trimite-l doar persoanei cu certificatul. Nu cere și nu trimite niciodată PIN-ul.',
          'Dacă a expirat, a fost folosit sau anulat, creează altul în același loc.',
        ],
      },
      `Ai primit un link și ești contabil? ANAF leagă permisiunea de certificatul tău. ${application} o folosește numai pentru firma din link și numai pentru ${services}. Certificatul și PIN-ul rămân la tine, iar accesul îl retragi oricând, cu adresa din confirmarea pe care o primești la sfârșit. Dacă linkul nu mai este valabil, cere altul celui care ți l-a trimis.`,
    ],
  },
  access: {
    title: 'Ce vede și ce nu vede aplicația',
    blocks: [
      {
        items: [
          `${application} folosește numai ${services}: trimite facturi, le citește starea și preia facturile și mesajele firmei.`,
          'Nu vede declarațiile, obligațiile de plată, notificările sau alte mesaje din SPV.',
          'Facturile trimise le văd toți cei care au acces în SPV-ul firmei.',
          'Certificatul și PIN-ul rămân la tine: le folosești doar pe pagina ANAF.',
          `ANAF leagă permisiunea de certificat, nu de o firmă; ${application} o folosește numai pentru firma pentru care ai dat-o.`,
        ],
      },
    ],
  },
  validity: {
    title: 'Cât ține autorizarea și cum o oprești',
    blocks: [
      {
        terms: [
          [
            '90 de zile',
            'Atât este valabil accesul primit de la ANAF. Înainte să expire, aplicația încearcă să îl prelungească singură; dacă reușește, nu ai nimic de făcut.',
          ],
          [
            'Cel mult un an',
            'După aproximativ un an de la autorizare, ANAF cere din nou certificatul. Data este scrisă în aplicație, la starea autorizării.',
          ],
          [
            'Oricând, dacă ANAF o întrerupe',
            'De exemplu, când certificatul a fost înlocuit sau dreptul în SPV a fost retras. Motivul nu ține de aplicație. Autorizează din nou.',
          ],
          [
            'Când vrei tu',
            `Cu „Deconectează”, ${application} șterge autorizarea. La ANAF, ea se stinge singură, la expirare. Nu mai poți trimite e-Facturi până la o nouă autorizare.`,
          ],
        ],
      },
      'Cât timp autorizezi din nou, autorizarea existentă merge mai departe; este înlocuită abia când cea nouă a reușit.',
    ],
  },
});
