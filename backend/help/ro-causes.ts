import type { CausesHelp, HelpValues } from './help-text.ts';

/** What the Romanian help says about each cause. Titles are those of the catalogue. */
export const roCauses = ({ application }: HelpValues): CausesHelp => ({
  'no-certificate-chosen': {
    signs: [
      'Browserul a deschis fereastra „Selectează un certificat”, iar tu ai apăsat „Anulare” sau ai închis-o.',
      'ANAF a afișat „Certificatul nu a fost prezentat” sau te-a trimis înapoi fără nicio explicație.',
    ],
    reason:
      'ANAF te recunoaște doar după certificat. Când nu primește niciunul, refuză cererea și nu spune de ce. ' +
      'Browserul ține minte apoi că nu ai ales nimic.',
    steps: [
      'Conectează tokenul USB sau pornește aplicația certificatului din cloud.',
      'Închide toate ferestrele browserului și deschide-l din nou sau folosește o [fereastră privată](#private-window).',
      'Reia autorizarea. În fereastra care apare, alege certificatul pe numele tău și apasă OK.',
      'Dacă vezi două certificate pe același nume, alege-l pe cel care expiră mai târziu.',
      'Introdu PIN-ul când ți se cere.',
    ],
  },
  'wrong-pin': {
    signs: [
      'Programul tokenului a spus că PIN-ul este greșit sau ai închis fereastra în care se cerea.',
      'Imediat după PIN, browserul a afișat o eroare de conexiune.',
    ],
    reason:
      'Tokenul prezintă certificatul doar cu PIN-ul corect. După câteva greșeli la rând, la multe tokenuri după trei, se blochează.',
    steps: [
      'Nu ghici. Caută PIN-ul în plicul sau în e-mailul primit de la emitent; dacă l-ai schimbat, este cel ales de tine.',
      'Verifică tastele Caps Lock și Num Lock și limba tastaturii.',
      'Reia autorizarea și introdu PIN-ul o singură dată, cu atenție.',
      'Tokenul s-a blocat? Deblochează-l cu codul PUK, în programul emitentului. Fără PUK te poate ajuta doar [emitentul](#drivers).',
      'La un certificat din cloud, confirmă în aplicația de pe telefon sau cu codul primit, cât timp este valabil.',
      'Nu trimite PIN-ul nimănui: nici contabilului, nici echipei aplicației.',
    ],
  },
  'another-companys-certificate': {
    signs: [
      'ANAF te-a trimis înapoi, iar pagina spune că certificatul nu are drepturi pentru CUI-ul firmei.',
      'Lucrezi pentru mai multe firme sau ai mai multe certificate pe calculator.',
      'Browserul nu te-a întrebat ce certificat vrei.',
    ],
    reason:
      'Un certificat aparține unei persoane, iar ANAF știe pentru ce firme o poate reprezenta. Cel folosit acum nu are drept pentru ' +
      'această firmă. Browserul păstrează certificatul ales prima dată și îl folosește din nou fără să întrebe.',
    steps: [
      'Vezi în pagina cu eroarea, la „Detalii tehnice”, emitentul și seria certificatului folosit.',
      'Deschide autorizarea într-o [fereastră privată](#private-window), ca browserul să te întrebe din nou.',
      'Alege certificatul persoanei care reprezintă firma în SPV: reprezentantul legal, reprezentantul desemnat sau împuternicitul.',
      'Dacă persoana aceea este altcineva, trimite-i [linkul pentru contabil](#accountant-link).',
      'Dacă ai doar certificatul acesta, firma trebuie întâi să îți dea [acces în SPV](#register-in-spv).',
    ],
  },
  'anaf-not-answering': {
    signs: [
      'Pagina ANAF nu se încarcă, se încarcă foarte greu sau spune „A apărut o eroare tehnică”.',
      'Aplicația spune că ANAF nu răspunde.',
    ],
    reason:
      'Comunicarea cu SPV este întreruptă: serverele ANAF sunt oprite, supraîncărcate sau în lucru. Nu ține de certificat, de token sau de PIN.',
    steps: [
      'Așteaptă câteva minute și reia.',
      'Deschide [anaf.ro](https://www.anaf.ro) în altă filă. Dacă nici acolo nu merge, problema este la ANAF și nu merge pentru nimeni.',
      'Dacă anaf.ro merge, verifică rețeaua ta: un VPN, un proxy sau un antivirus poate opri legătura cu logincert.anaf.ro.',
      'Dacă firma are deja o autorizare, ea rămâne neschimbată cât timp ANAF nu răspunde.',
    ],
  },
  'token-not-inserted': {
    signs: [
      'Nu s-a deschis nicio fereastră în care să alegi certificatul.',
      'Fereastra s-a deschis, dar certificatul tău nu este în listă.',
      'ANAF a afișat „Certificatul nu a fost prezentat”.',
    ],
    reason:
      'Browserul nu găsește certificatul: tokenul USB nu este în calculator, îi lipsește driverul sau aplicația certificatului din cloud este oprită.',
    steps: [
      'Conectează tokenul direct într-un port USB al calculatorului, nu printr-un hub. Lasă conectat un singur token.',
      'Deschide programul emitentului: certificatul trebuie să apară acolo. Dacă nu apare, instalează [driverul emitentului](#drivers) și reconectează tokenul.',
      'La un certificat din cloud, pornește aplicația lui și autentifică-te în ea.',
      'Închide toate ferestrele browserului, deschide-l din nou și reia. De multe ori browserul observă tokenul abia după repornire.',
      'Tot nu apare? Încearcă în Chrome sau Edge, pe [un calculator cu Windows](#devices).',
    ],
  },
  'browser-remembers-no-certificate': {
    signs: [
      'Ai mai încercat o dată fără certificat, iar acum nu se mai deschide nicio fereastră de alegere.',
      'ANAF te trimite înapoi imediat, în mai puțin de o secundă.',
    ],
    reason:
      'Browserul păstrează ultima alegere, chiar și alegerea „niciun certificat”, până când este închis de tot. Nicio pagină nu o poate șterge în locul tău.',
    steps: [
      'Verifică întâi că tokenul este conectat.',
      'Deschide autorizarea într-o [fereastră privată](#private-window): acolo browserul întreabă din nou.',
      'Sau închide toate ferestrele browserului, deschide-l din nou și reia.',
    ],
  },
  'certificate-not-enrolled': {
    signs: [
      'Certificatul este nou, reînnoit sau înlocuit.',
      'Ai ales certificatul, PIN-ul a fost acceptat și totuși ANAF te refuză.',
      'Nici pe anaf.ro, la „Autentificare RO e-Factura”, nu poți intra cu el.',
    ],
    reason:
      'ANAF acceptă doar certificate înregistrate în SPV. Un certificat reînnoit are altă serie, deci trebuie înregistrat din nou. ' +
      'După aceea mai durează până la 24 de ore ca serverele e-Factura să îl cunoască.',
    steps: [
      'Certificat reînnoit sau înlocuit: urmează [pașii pentru certificatul reînnoit](#renewed-certificate).',
      'Certificat nou: [înregistrează-l în SPV](#register-in-spv) pentru CUI-ul firmei.',
      'L-ai înregistrat azi? Revino mâine.',
      'Verifică pe [anaf.ro](https://www.anaf.ro), la „Autentificare RO e-Factura”, în același browser. Când poți intra acolo, reia autorizarea.',
    ],
  },
  'right-too-new': {
    signs: [
      'ANAF ți-a aprobat accesul azi sau ieri, iar în SPV vezi deja firma.',
      'Pagina spune că certificatul nu are drepturi pentru CUI-ul firmei.',
    ],
    reason: 'Serverele e-Factura află de un drept nou în cel mult 24 de ore de la aprobare.',
    steps: [
      'Așteaptă 24 de ore de la e-mailul de aprobare.',
      'Reia autorizarea cu același certificat.',
      'Dacă tot nu merge, verifică în SPV dacă apare firma și dacă CUI-ul este cel corect.',
    ],
  },
  'certificate-without-any-right': {
    signs: [
      'Pagina spune că certificatul nu are drepturi pentru nicio firmă.',
      'ANAF a răspuns „Nu există niciun CIF pentru care să aveți drept în SPV”.',
    ],
    reason: 'ANAF recunoaște certificatul, dar titularul lui nu reprezintă nicio firmă în SPV.',
    steps: [
      '[Cere acces în SPV pentru firmă](#register-in-spv), ca reprezentant legal, reprezentant desemnat sau împuternicit.',
      'Așteaptă e-mailul de aprobare de la ANAF și încă 24 de ore, apoi reia autorizarea.',
      'Până atunci poate autoriza altcineva care are deja dreptul, prin [linkul pentru contabil](#accountant-link).',
    ],
  },
  'anaf-page-in-browser-failed': {
    signs: [
      'În locul paginii ANAF, browserul afișează propria eroare, de exemplu ERR_BAD_SSL_CLIENT_AUTH_CERT, ERR_SSL_PROTOCOL_ERROR sau „Conexiunea a fost resetată”.',
    ],
    reason:
      'Legătura cu ANAF s-a rupt tocmai când trebuia prezentat certificatul. De obicei din cauza PIN-ului, a driverului, a unui certificat expirat sau a rețelei.',
    steps: [
      'Verifică în programul emitentului că certificatul apare și nu a expirat.',
      'Deschide autorizarea într-o [fereastră privată](#private-window) sau în alt browser: Chrome ori Edge.',
      'La un certificat din cloud, confirmă pe telefon imediat ce ți se cere.',
      'În rețeaua unei firme, un antivirus sau un proxy care controlează paginile https poate rupe legătura. Încearcă din altă rețea sau cere o excepție pentru logincert.anaf.ro.',
      'Pe un Mac sau pe Windows cu procesor ARM, vezi [ce calculator se potrivește](#devices).',
    ],
  },
  'anaf-session-finished': {
    signs: ['În fereastra ANAF scrie „Your session is finished” sau „Sesiune expirată”.'],
    reason:
      'Browserul a păstrat o intrare mai veche pe site-ul ANAF, care între timp s-a încheiat. ANAF o recunoaște și nu mai pornește una nouă.',
    steps: [
      'Închide fereastra ANAF.',
      'Deschide autorizarea într-o [fereastră privată](#private-window), unde intrarea veche nu există.',
      'Sau închide toate ferestrele browserului, deschide-l din nou și reia.',
    ],
  },
  'anaf-request-rejected': {
    signs: [
      'O pagină albă cu titlul „Request Rejected”, textul „The requested URL was rejected” și un număr la „support ID”.',
    ],
    reason:
      'Filtrul de protecție al site-ului ANAF a respins cererea. De obicei trece singur; uneori îl deranjează un VPN sau o extensie a browserului.',
    steps: [
      'Închide fereastra și reia peste câteva minute.',
      'Oprește VPN-ul, dacă folosești unul.',
      'Încearcă într-o [fereastră privată](#private-window), unde extensiile sunt de obicei oprite.',
      'Dacă revine de fiecare dată, notează numărul de la „support ID”: ANAF îl poate căuta.',
    ],
  },
  'anaf-window-closed': {
    signs: [
      'Ai închis fereastra ANAF înainte să apară confirmarea.',
      'Ai ales certificatul, dar aplicația încă așteaptă.',
    ],
    reason:
      'Autorizarea se încheie abia când ANAF te trimite înapoi la aplicație. O fereastră închisă mai devreme nu lasă nicio urmă la ANAF.',
    steps: ['Reia autorizarea.', 'Lasă fereastra ANAF deschisă până vezi confirmarea.'],
  },
  'still-at-anaf': {
    signs: ['Aplicația te așteaptă, iar fereastra ANAF este încă deschisă, poate în spatele altor ferestre.'],
    reason: 'ANAF așteaptă certificatul sau PIN-ul. Nu s-a pierdut nimic.',
    steps: [
      'Mergi în fereastra ANAF: din bara de jos sau cu Alt+Tab.',
      'Caută și fereastra mică în care se cere PIN-ul: uneori se deschide în spatele browserului.',
      'Alege certificatul și introdu PIN-ul.',
    ],
  },
  'came-back-too-late': {
    signs: [
      'Pagina spune că întoarcerea de la ANAF a durat prea mult.',
      'Ai reîncărcat pagina sau ai apăsat „Înapoi” în timp ce te întorceai de la ANAF.',
    ],
    reason: 'La întoarcere, ANAF dă un cod valabil 60 de secunde, care se poate folosi o singură dată.',
    steps: [
      'Reia de la început; durează puțin.',
      'Nu reîncărca pagina la întoarcere și nu apăsa „Înapoi”.',
      'Dacă se repetă, conexiunea ta sau ANAF este foarte lentă: încearcă peste câteva minute.',
    ],
  },
  'window-blocked': {
    signs: ['Ai apăsat butonul și nu s-a deschis nimic.', 'În bara de adrese a apărut semnul unei ferestre blocate.'],
    reason: 'Browserul sau o extensie nu a lăsat pagina ANAF să se deschidă într-o fereastră nouă.',
    steps: [
      'Alege „Continuă în această filă”, dacă aplicația îți oferă butonul: după ANAF te întorci singur.',
      'Sau apasă semnul din bara de adrese, permite ferestrele pop-up pentru acest site și reia.',
      'Dacă folosești o extensie care blochează reclamele, oprește-o pentru acest site.',
    ],
  },
  'attempt-lapsed': {
    signs: [
      'Ai început autorizarea și ai revenit la ea după mai mult de 15 minute.',
      'O adresă copiată mai devreme nu se mai deschide.',
    ],
    reason: 'O încercare este valabilă 15 minute, ca adresa ei să nu poată fi folosită mai târziu de altcineva.',
    steps: ['Pregătește tokenul și PIN-ul.', 'Începe din nou din aplicație.'],
  },
  cancelled: {
    signs: ['Ai apăsat „Renunță”, sau altcineva din firmă a oprit încercarea.'],
    reason: 'Încercarea a fost oprită. Nu s-a schimbat nimic, nici aici, nici la ANAF.',
    steps: ['Când ești gata, începe din nou din aplicație.'],
  },
  'backend-not-answering': {
    signs: [`Pagina spune că nu poate ajunge la ${application}.`],
    reason:
      'Conexiunea ta la internet s-a întrerupt sau serverul este oprit pentru moment. Cererea nu a ajuns la ANAF.',
    steps: [
      'Verifică dacă se deschid alte pagini.',
      'Reîncearcă peste un minut.',
      `Dacă restul internetului merge, anunță echipa ${application}.`,
    ],
  },
  'application-not-registered': {
    signs: [`Pagina spune că ANAF nu acceptă aplicația ${application}.`],
    reason:
      'Datele cu care aplicația este înregistrată la ANAF sunt greșite sau au fost șterse. Nu ține de certificatul tău.',
    steps: [
      'Deschide „Detalii tehnice” în pagina cu eroarea și copiază textul. Nu conține date secrete.',
      `Trimite-l echipei ${application}: doar ea poate corecta înregistrarea.`,
    ],
  },
  'service-not-registered': {
    signs: [`Pagina spune că ${application} nu are acces la e-Factura.`],
    reason:
      'ANAF a acceptat certificatul, dar aplicația este înregistrată fără serviciul e-Factura. Nu ține de certificatul tău.',
    steps: [
      'Deschide „Detalii tehnice” în pagina cu eroarea și copiază textul. Nu conține date secrete.',
      `Trimite-l echipei ${application}, care trebuie să adauge serviciul. După aceea reia autorizarea.`,
    ],
  },
  other: {
    signs: ['Ai văzut altceva decât ce este descris pe această pagină.'],
    reason: 'Uneori ANAF răspunde într-un fel pe care nu îl cunoaștem încă.',
    steps: [
      'Reîncarcă pagina aplicației și încearcă din nou, eventual într-o [fereastră privată](#private-window).',
      'Dacă se repetă, deschide „Detalii tehnice” și copiază textul. Nu conține date secrete.',
      `Trimite-l echipei ${application}, împreună cu ce scria în fereastra ANAF. Nu trimite PIN-ul.`,
    ],
  },
});
