/** A Romanian issuer of qualified certificates. Drivers are found on its site, whose inner addresses change often. */
export interface Issuer {
  readonly name: string;
  readonly siteUrl: string;
  /** What its certificates' issuer field contains, in lower case. */
  readonly mark: string;
}

export const issuers: readonly Issuer[] = [
  { name: 'certSIGN', siteUrl: 'https://www.certsign.ro', mark: 'certsign' },
  { name: 'DigiSign', siteUrl: 'https://www.digisign.ro', mark: 'digisign' },
  { name: 'Trans Sped', siteUrl: 'https://www.transsped.ro', mark: 'trans sped' },
  { name: 'AlfaSign', siteUrl: 'https://www.alfasign.ro', mark: 'alfasign' },
  { name: 'CertDigital', siteUrl: 'https://certdigital.ro', mark: 'centrul de calcul' },
];

/** The issuer's everyday name for what ANAF writes into its token; unknown text comes back as it is. */
export function issuerName(issuer: string): string {
  const text = issuer.toLowerCase();
  return issuers.find(({ mark }) => text.includes(mark))?.name ?? issuer;
}
