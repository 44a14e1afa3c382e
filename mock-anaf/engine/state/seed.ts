import { serialOf } from '../pki/serial.ts';
import type { Client, Company, Person } from './mock-state.ts';

/** Fictional companies. Their CUIs have valid control digits, but begin with 9, which no registered CUI does. */
export const defaultCompanies = [
  { cui: '90123459', name: 'Exemplu SRL' },
  { cui: '90234171', name: 'Beta Comerț SRL' },
  { cui: '90345285', name: 'Gama Construct SRL' },
  { cui: '90456399', name: 'Delta Transport SRL' },
  { cui: '90567419', name: 'Epsilon Software SRL' },
] as const satisfies readonly Company[];

const [exemplu, beta] = defaultCompanies;
const longAgo = Date.UTC(2022, 5, 1) / 1000;

/** Names of the default people. */
export const personaNames = [
  'administrator',
  'accountant',
  'other-company',
  'not-enrolled',
  'enrolled-today',
  'expired',
  'unknown-authority',
  'no-company',
  'revoked',
  'renewed',
  'stranded',
  'slow-card',
  'cloud-unapproved',
  'api-down',
] as const;
/** One of `personaNames`. */
export type PersonaName = (typeof personaNames)[number];

/**
 * The default people, each of whom demonstrates one situation.
 * @param now start of the mock in epoch seconds; `enrolled-today` enrolled two hours earlier
 */
export function defaultPeople(now: number): readonly Person[] {
  return [
    person('administrator', 'Ana Exemplu', 'Administrator al Exemplu SRL', [exemplu.cui]),
    {
      ...person('accountant', 'Mihai Contabilu', 'Contabil cu drepturi la cinci firme', []),
      rights: defaultCompanies.map(({ cui }) => ({ cui, since: longAgo, ...delegatedFor(cui) })),
    },
    person('other-company', 'Ioana Beta', 'Administrator al Beta Comerț SRL', [beta.cui]),
    {
      ...person('not-enrolled', 'Dan Neînscrisu', 'Certificat care nu este înscris în SPV', [exemplu.cui]),
      enrolledAt: null,
    },
    {
      ...person('enrolled-today', 'Elena Nouă', 'Certificat înscris în SPV acum două ore', [exemplu.cui]),
      enrolledAt: Math.floor(now) - 2 * 3600,
    },
    { ...person('expired', 'Vasile Expiratu', 'Certificat expirat', [exemplu.cui]), validity: 'expired' },
    {
      ...person('unknown-authority', 'Radu Necunoscutu', 'Certificat al unui emitent neacreditat', [exemplu.cui]),
      authority: 'unknown',
    },
    person('no-company', 'Sorina Farafirma', 'Certificat înscris, fără drepturi la vreo firmă', []),
    { ...person('revoked', 'Petre Revocatu', 'Certificat revocat de emitent', [exemplu.cui]), isRevoked: true },
    {
      ...person('renewed', 'Maria Reînnoită', 'Certificat reînnoit, cu serie nouă neînscrisă în SPV', [exemplu.cui]),
      enrolledAt: null,
      renewals: 1,
      earlierCertificates: [
        {
          serial: serialOf({ name: 'renewed' }),
          enrolledAt: null,
          validity: 'long',
          keyPair: null,
          certificatePem: null,
        },
      ],
    },
    {
      ...person('stranded', 'Costin Blocatu', 'Certificatul nu ajunge la ANAF: rămâi pe pagina lor', [exemplu.cui]),
      scenario: 'login-certificate-lost',
    },
    {
      ...person('slow-card', 'Lenuța Înceată', 'Dispozitiv criptografic lent: pasul durează câteva secunde', [
        exemplu.cui,
      ]),
      scenario: 'login-certificate-slow',
    },
    {
      ...person(
        'cloud-unapproved',
        'Norel Neaprobatu',
        'Certificat cloud neaprobat pe telefon: nu vine niciun răspuns',
        [exemplu.cui],
      ),
      scenario: 'login-certificate-hang',
    },
    {
      ...person('api-down', 'Paul Indisponibilu', 'Autorizarea reușește, apoi API-ul răspunde cu 503', [exemplu.cui]),
      scenario: 'api-unavailable',
    },
  ];
}

/** The application that is registered if no other is given. */
export const defaultClient: Client = {
  clientId: 'd1f50a4f2c1b4e6f8a90b7c6d5e4f3a2b1c0d9e8f7a6b5c4',
  clientSecret: '5ec4e7d1f50a4f2c1b4e6f8a90b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9',
  redirectUris: ['https://localhost/callback'],
  services: ['EFACTURA'],
};

/** Two companies have their own administrator, who delegated the right to the accountant. */
function delegatedFor(cui: string): { readonly delegatedBy?: PersonaName } {
  if (cui === exemplu.cui) return { delegatedBy: 'administrator' };
  return cui === beta.cui ? { delegatedBy: 'other-company' } : {};
}

function person(name: PersonaName, fullName: string, title: string, companies: readonly string[]): Person {
  return {
    name,
    fullName,
    title,
    pin: '1234',
    authority: 'trusted',
    validity: 'long',
    enrolledAt: longAgo,
    rights: companies.map((cui) => ({ cui, since: longAgo })),
    keyPair: null,
    certificatePem: null,
  };
}
