import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import * as requests from '../description/request-schemas.ts';

const text = { type: 'string' } as const;
export const name = {
  name: 'name',
  in: 'path',
  description: 'Name of a person.',
  schema: text,
  example: 'accountant',
} as const;
export const cui = {
  name: 'cui',
  in: 'path',
  description: 'CUI, without "RO".',
  schema: text,
  example: '90123459',
} as const;
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

export const readPersonas = {
  id: 'readPersonas',
  method: 'GET',
  path: '/personas',
  tag: 'people',
  summary: 'The people, each with one certificate, and the passphrase of every PKCS#12.',
  answer: { schema: answers.personas, example: { passphrase: 'mock-anaf', personas: [accountant] } },
} as const satisfies Operation;

export const readPersonaPkcs12 = {
  id: 'readPersonaPkcs12',
  method: 'GET',
  path: '/personas/{name}.p12',
  tag: 'people',
  summary: 'Key and certificate of a person, for import into a browser.',
  parameters: [name],
  answer: { mediaType: 'application/x-pkcs12' },
  errors: ['unknown-persona'],
} as const satisfies Operation;

export const readPersonaPem = {
  id: 'readPersonaPem',
  method: 'GET',
  path: '/personas/{name}.pem',
  tag: 'people',
  summary: 'Certificate and key of a person as PEM, one after the other.',
  parameters: [name],
  answer: { mediaType: 'application/x-pem-file' },
  errors: ['unknown-persona'],
} as const satisfies Operation;

export const readAuthority = {
  id: 'readAuthority',
  method: 'GET',
  path: '/ca.pem',
  tag: 'people',
  summary: 'Certificate of the authority that signed the TLS doors and the people.',
  answer: { mediaType: 'application/x-pem-file' },
} as const satisfies Operation;

export const authorize = {
  id: 'authorize',
  method: 'POST',
  path: '/authorize',
  tag: 'people',
  summary: 'Walks an authorization address to its end as a person would, without a browser.',
  body: {
    schema: requests.personRequest,
    examples: {
      'all goes well': { url: 'https://logincert.anaf.ro/anaf-oauth2/v1/authorize?client_id=x', persona: 'accountant' },
      'the person gives up': {
        url: 'https://logincert.anaf.ro/anaf-oauth2/v1/authorize?client_id=x',
        persona: 'accountant',
        act: 'cancel',
      },
    },
  },
  answer: {
    schema: answers.personResult,
    example: { location: 'https://app.example/callback?code=8f0c&state=s' },
  },
  errors: ['bad-value'],
} as const satisfies Operation;

export const issueTokens = {
  id: 'issueTokens',
  method: 'POST',
  path: '/tokens',
  tag: 'people',
  summary: 'A token pair without a walk through the login, as old as wanted.',
  body: {
    schema: requests.tokenRequest,
    examples: { new: { persona: 'accountant' }, '89 days old': { persona: 'accountant', age: 7_689_600 } },
  },
  answer: {
    schema: answers.tokens,
    example: {
      access_token: 'eyJ…',
      expires_in: 7_776_000,
      token_type: 'Bearer',
      refresh_token: 'eyJ…',
      scope: 'clientappid issuer role serial',
    },
  },
  errors: ['bad-value'],
} as const satisfies Operation;

export const addMessages = {
  id: 'addMessages',
  method: 'POST',
  path: '/companies/{cui}/messages',
  tag: 'people',
  summary: "Puts invoices into ANAF's lists as if they had been uploaded and processed.",
  parameters: [cui],
  body: {
    schema: requests.messageRequest,
    examples: { 'an invoice that was received': {}, 'three that were refused': { kind: 'ERORI FACTURA', count: 3 } },
  },
  answer: { schema: answers.uploadIds, example: { uploadIds: ['5001130147'] } },
  errors: ['bad-value'],
} as const satisfies Operation;
