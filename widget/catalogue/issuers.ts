/** A Romanian issuer of qualified certificates. */
export interface Issuer {
  readonly name: string;
  /** Home page, where drivers are found. Addresses of inner pages change too often to be listed. */
  readonly siteUrl: string;
  /** A part of the issuer field of its certificates, in lower case. */
  readonly mark: string;
}

/** The issuers to which the element links, in the order in which it lists them. */
export const issuers: readonly Issuer[] = [
  { name: 'certSIGN', siteUrl: 'https://www.certsign.ro', mark: 'certsign' },
  { name: 'DigiSign', siteUrl: 'https://www.digisign.ro', mark: 'digisign' },
  { name: 'Trans Sped', siteUrl: 'https://www.transsped.ro', mark: 'trans sped' },
  { name: 'AlfaSign', siteUrl: 'https://www.alfasign.ro', mark: 'alfasign' },
  { name: 'CertDigital', siteUrl: 'https://certdigital.ro', mark: 'centrul de calcul' },
];

/** The usual name of the issuer in ANAF's token. An unknown issuer is returned unchanged. */
export function issuerName(issuer: string): string {
  const text = issuer.toLowerCase();
  return issuers.find(({ mark }) => text.includes(mark))?.name ?? issuer;
}
