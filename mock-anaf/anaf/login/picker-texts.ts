/** Texts of the picker. Every value is plain text; the pages escape it. */
export interface PickerTexts {
  readonly language: 'ro' | 'en';
  readonly simulation: string;
  readonly simulationMeans: string;
  readonly chooseTitle: string;
  readonly chooseFor: string;
  readonly issuedBy: string;
  readonly serial: string;
  readonly expired: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly token: string;
  readonly tokenIn: string;
  readonly tokenOut: string;
  readonly unplug: string;
  readonly plug: string;
  readonly emptyTitle: string;
  readonly emptyMeans: string;
  readonly continueWithout: string;
  readonly pinTitle: string;
  readonly pinFor: (name: string) => string;
  readonly pin: string;
  readonly pinHint: (pin: string) => string;
  readonly pinWrong: (left: number) => string;
  readonly back: string;
  readonly lockedTitle: string;
  readonly lockedMeans: string;
  readonly titles: Readonly<Record<string, string>>;
}

const ro: PickerTexts = {
  language: 'ro',
  simulation: 'Simulare',
  simulationMeans:
    'Pagina joacă rolul ferestrelor din browser și al tokenului. Nu se folosește niciun certificat real.',
  chooseTitle: 'Selectează un certificat',
  chooseFor: 'Alege certificatul cu care te autentifici la logincert.anaf.ro:443',
  issuedBy: 'Emis de',
  serial: 'Serie',
  expired: 'expirat',
  confirm: 'OK',
  cancel: 'Anulează',
  token: 'Token USB',
  tokenIn: 'Tokenul este conectat',
  tokenOut: 'Tokenul este scos',
  unplug: 'Scoate tokenul',
  plug: 'Conectează tokenul',
  emptyTitle: 'Browserul nu vede niciun certificat',
  emptyMeans: 'Fără token, fereastra de alegere nu apare: browserul merge mai departe singur, fără certificat.',
  continueWithout: 'Continuă fără certificat',
  pinTitle: 'Introdu PIN-ul tokenului',
  pinFor: (name) => `Certificatul ales: ${name}`,
  pin: 'PIN',
  pinHint: (pin) => `Token de jucărie: PIN-ul corect este ${pin}`,
  pinWrong: (left) =>
    left === 1 ? 'PIN greșit. A mai rămas o încercare.' : `PIN greșit. Au mai rămas ${left} încercări.`,
  back: 'Alt certificat',
  lockedTitle: 'Tokenul s-a blocat',
  lockedMeans: 'PIN-ul a fost greșit de trei ori. Un token adevărat îl deblochează doar emitentul certificatului.',
  titles: {},
};

/** English titles of the default people, by name. The titles in the state are Romanian. */
export const englishTitles: Readonly<Record<string, string>> = {
  administrator: 'Administrator of Exemplu SRL',
  accountant: 'Accountant with rights for five companies',
  'other-company': 'Administrator of Beta Comerț SRL',
  'not-enrolled': 'Certificate that is not enrolled in SPV',
  'enrolled-today': 'Certificate enrolled in SPV two hours ago',
  expired: 'Certificate that has expired',
  'unknown-authority': 'Certificate of an issuer that is not accredited',
  'no-company': 'Enrolled certificate without rights for any company',
  revoked: 'Certificate revoked by its issuer',
  renewed: 'Renewed certificate, whose new serial is not enrolled in SPV',
  stranded: 'The certificate does not reach ANAF: you stay on their page',
  'slow-card': 'Slow card: the step takes some seconds',
  'cloud-unapproved': 'Cloud certificate not approved on the phone: no answer ever comes',
  'api-down': 'The authorization succeeds, then the API answers 503',
};

const en: PickerTexts = {
  language: 'en',
  simulation: 'Simulation',
  simulationMeans: 'This page plays the browser’s dialogs and the token. No real certificate is used.',
  chooseTitle: 'Select a certificate',
  chooseFor: 'Choose a certificate to authenticate yourself to logincert.anaf.ro:443',
  issuedBy: 'Issued by',
  serial: 'Serial',
  expired: 'expired',
  confirm: 'OK',
  cancel: 'Cancel',
  token: 'USB token',
  tokenIn: 'The token is plugged in',
  tokenOut: 'The token is out',
  unplug: 'Take the token out',
  plug: 'Plug the token in',
  emptyTitle: 'The browser sees no certificate',
  emptyMeans: 'Without a token the dialog does not appear: the browser goes on by itself, without a certificate.',
  continueWithout: 'Continue without a certificate',
  pinTitle: 'Enter the token’s PIN',
  pinFor: (name) => `Chosen certificate: ${name}`,
  pin: 'PIN',
  pinHint: (pin) => `A toy token: the right PIN is ${pin}`,
  pinWrong: (left) => (left === 1 ? 'Wrong PIN. One try is left.' : `Wrong PIN. ${left} tries are left.`),
  back: 'Another certificate',
  lockedTitle: 'The token is locked',
  lockedMeans: 'The PIN was wrong three times. A real token is unlocked only by the issuer of the certificate.',
  titles: englishTitles,
};

/** The texts in Romanian, unless `Accept-Language` prefers English. */
export function pickerTexts(acceptLanguage: string | undefined): PickerTexts {
  const wanted = preferredLanguages(acceptLanguage).find((language) => language === 'ro' || language === 'en');
  return wanted === 'en' ? en : ro;
}

function preferredLanguages(header = ''): string[] {
  return header
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map(({ language }) => language);
}
