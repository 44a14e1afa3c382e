import * as v from 'valibot';
import { cuiInPath, doneAnswer } from '../operation/fields.ts';
import type { Operations, Parameter } from '../operation/operation.ts';
import {
  delegation,
  people,
  personChange,
  personRequest,
  personResult,
  personToAdd,
  registeredPerson,
  renewal,
} from './people-schemas.ts';

const nameInPath = {
  name: 'name',
  in: 'path',
  description: 'Name of a person.',
  schema: v.string(),
  example: 'accountant',
} as const satisfies Parameter;

const accountant = {
  name: 'accountant',
  fullName: 'Mihai Contabilu',
  title: 'Contabil cu drepturi la cinci firme',
  pin: '1234',
  companies: ['90123459'],
  enrolledAt: 1_654_041_600,
  validity: 'long',
  authority: 'trusted',
  serial: '34:6d:69:e1',
  isRevoked: false,
  scenario: null,
  p12: '/personas/accountant.p12',
};

const registeredPersonAnswer = {
  schema: registeredPerson,
  example: {
    name: 'new-one',
    fullName: 'Ileana Nouă',
    title: '',
    pin: '1234',
    authority: 'trusted',
    validity: 'long',
    enrolledAt: 1_654_041_600,
    rights: [{ cui: '90123459', since: 1_654_041_600 }],
    serial: '34:c8:bc:0c',
    earlierCertificates: [],
    p12: '/personas/new-one.p12',
  },
} as const;

/** Operations on people, their certificates and rights. */
export const peopleOperations = {
  readAuthority: {
    tag: 'people',
    summary: 'Returns the certificate of the authority that signed the certificates of the TLS doors and the people.',
    answer: { mediaType: 'application/x-pem-file' },
  },
  readPersonas: {
    tag: 'people',
    summary: 'Lists the people, each with one certificate, and the passphrase of all PKCS#12 files.',
    answer: { schema: people, example: { passphrase: 'mock-anaf', personas: [accountant] } },
  },
  readPersonaPkcs12: {
    tag: 'people',
    summary: 'Returns the key and certificate of a person as PKCS#12, for import into a browser.',
    parameters: [nameInPath],
    answer: { mediaType: 'application/x-pkcs12' },
    errors: ['unknown-persona'],
  },
  readPersonaPem: {
    tag: 'people',
    summary: 'Returns the certificate and key of a person as PEM, one after the other.',
    parameters: [nameInPath],
    answer: { mediaType: 'application/x-pem-file' },
    errors: ['unknown-persona'],
  },
  addPerson: {
    tag: 'people',
    summary: 'Adds a person with a new certificate.',
    body: {
      schema: personToAdd,
      examples: {
        'a person with a right': { name: 'new-one', fullName: 'Ileana Nouă', rights: ['90123459'] },
        'a certificate with a scenario': { name: 'slow-one', scenario: 'login-certificate-slow' },
      },
    },
    answer: registeredPersonAnswer,
    errors: ['bad-value'],
  },
  changePerson: {
    tag: 'people',
    summary: "Changes the entry of a person in ANAF's registers.",
    parameters: [nameInPath],
    body: {
      schema: personChange,
      examples: {
        'a right that comes into force after 24 hours': { rights: ['90123459'] },
        'a right that is in force at once, not enrolled, another PIN': {
          rights: [{ cui: '90123459', since: 0 }],
          enrolledAt: null,
          pin: '4321',
        },
        'a revoked certificate': { isRevoked: true },
      },
    },
    answer: registeredPersonAnswer,
    errors: ['bad-value'],
  },
  removePerson: {
    tag: 'people',
    summary: 'Removes a person from the registers. Tokens that were issued stay valid, but have no rights.',
    parameters: [nameInPath],
    answer: doneAnswer,
    errors: ['bad-value'],
  },
  renewCertificate: {
    tag: 'people',
    summary: 'Gives a person a certificate with a new key and serial.',
    parameters: [nameInPath],
    body: {
      schema: renewal,
      examples: {
        'not enrolled yet': {},
        'enrolled long ago, in addition to the old one': { enrolledAt: 0, keepsOldEnrolled: true },
      },
    },
    answer: registeredPersonAnswer,
    errors: ['bad-value'],
  },
  delegateRight: {
    tag: 'people',
    summary: 'Delegates a right of one person to another person. It comes into force after 24 hours.',
    parameters: [cuiInPath],
    body: { schema: delegation, examples: { 'an accountant': { from: 'accountant', to: 'no-company' } } },
    answer: registeredPersonAnswer,
    errors: ['bad-value'],
  },
  authorize: {
    tag: 'people',
    summary: 'Completes a login at an authorization address as a person would, without a browser.',
    body: {
      schema: personRequest,
      examples: {
        'a successful login': {
          url: 'https://logincert.anaf.ro/anaf-oauth2/v1/authorize?client_id=x',
          persona: 'accountant',
        },
        'the person cancels': {
          url: 'https://logincert.anaf.ro/anaf-oauth2/v1/authorize?client_id=x',
          persona: 'accountant',
          act: 'cancel',
        },
      },
    },
    answer: { schema: personResult, example: { location: 'https://app.example/callback?code=8f0c&state=s' } },
    errors: ['bad-value'],
  },
} as const satisfies Operations;
