import type { Dictionary } from './dictionary.ts';

export const ro: Dictionary = {
  lang: 'ro',
  otherLanguage: 'English',
  demoNotice: 'Demonstrație: firmele sunt fictive, iar ANAF este simulat pe acest calculator.',
  navigation: {
    sent: 'Facturi emise',
    received: 'Facturi primite',
    account: 'Contul meu',
    company: 'Firma',
    switchCompany: 'Schimbă',
  },
  sent: {
    title: 'Facturi emise',
    intro: 'Trimite fiecare factură în e-Factura în cel mult cinci zile de la emitere.',
    number: 'Număr',
    customer: 'Client',
    issued: 'Emisă',
    due: 'Scadentă',
    total: 'Total',
    delivery: 'e-Factura',
  },
  invoice: {
    title: (number) => `Factura ${number}`,
    back: 'Facturi emise',
    supplier: 'Furnizor',
    customer: 'Client',
    taxId: (taxId) => `CUI RO${taxId}`,
    item: 'Produs sau serviciu',
    quantity: 'Cantitate',
    price: 'Preț fără TVA',
    vat: 'TVA',
    value: 'Valoare',
    net: 'Total fără TVA',
    gross: 'Total de plată',
    send: 'Trimite e-Factura',
    sending: 'Se trimite…',
    checkStatus: 'Verifică starea',
    xml: 'Descarcă XML',
    sentAs: (uploadId) => `Index de încărcare ${uploadId}`,
    rejectedBecause: (reason) => `ANAF a respins factura: ${reason}`,
    rejectedMessage: (messageId) => `ANAF a respins factura; motivele sunt în mesajul ${messageId}.`,
    sendFailed: 'Factura nu a fost trimisă.',
  },
  delivery: {
    'not-sent': 'Netrimisă',
    processing: 'În prelucrare la ANAF',
    accepted: 'Acceptată',
    rejected: 'Respinsă',
  },
  units: {
    H87: () => 'buc.',
    HUR: (quantity) => counted(quantity, 'oră', 'ore'),
    MON: (quantity) => counted(quantity, 'lună', 'luni'),
    KGM: () => 'kg',
  },
  received: {
    title: 'Facturi primite',
    intro: 'Facturile pe care furnizorii le-au trimis prin e-Factura în ultimele 60 de zile.',
    none: 'Nicio factură primită în ultimele 60 de zile.',
    notAuthorized: 'Ca să preluăm facturile primite, firma trebuie să autorizeze aplicația în SPV.',
    authorize: 'Autorizează în SPV',
    message: 'Mesaj',
    receivedOn: 'Primită',
    details: 'Detalii',
    download: 'Descarcă ZIP',
  },
  account: {
    title: 'e-Factura',
    integrations: 'Integrări',
    intro: 'Legătura dintre firma ta și Spațiul Privat Virtual al ANAF.',
    withoutScript: 'Autorizarea are nevoie de JavaScript. Activează-l în browser și reîncarcă pagina.',
    secondPerson: {
      title: 'Încearcă și rolul contabilului',
      steps: (accountant) => [
        'Apasă „Autorizează”, apoi „Obține accesul prin contabil”. Creează linkul și copiază-l.',
        'Deschide-l într-o fereastră privată: acolo ești contabilul, pe calculatorul lui.',
        `Continuă la ANAF și alege „${accountant}”. Pagina aceasta se schimbă singură.`,
        'Apoi încearcă alt certificat, „Nu eu mă ocup de această firmă” sau retragerea accesului din confirmare.',
      ],
    },
  },
  errors: {
    notFound: 'Pagina nu există',
    notFoundHint: 'Poate fi a altei firme sau adresa este greșită.',
    failed: 'Ceva nu a mers',
    failedHint: 'Nimic nu s-a pierdut. Reîncarcă pagina; dacă se repetă, scrie-ne la ajutor@condei.example.',
    home: 'Înapoi la facturi',
    notAuthorized: 'Firma nu a autorizat aplicația în SPV.',
    tooMany: 'Limita ANAF pentru astăzi a fost atinsă. Încearcă mâine.',
    refused: 'ANAF nu a acceptat cererea.',
    noRight: 'Certificatul cu care s-a făcut autorizarea nu are drepturi în SPV pentru această firmă.',
    unavailable: 'ANAF nu răspunde acum. Nimic nu s-a pierdut; încearcă peste câteva minute.',
    otherCompany: 'Factura nu este a firmei alese acum. Alege sus firma care a emis-o, apoi trimite factura.',
  },
};

const plural = new Intl.PluralRules('ro');

/** 1 oră, 2 ore, 20 de ore. */
function counted(quantity: number, one: string, more: string): string {
  switch (plural.select(quantity)) {
    case 'one':
      return one;
    case 'few':
      return more;
    default:
      return `de ${more}`;
  }
}
