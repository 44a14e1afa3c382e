import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import { cui, name } from './people-operations.ts';
import * as requests from './register-schemas.ts';

const person = {
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
};
const answer = { schema: answers.registeredPerson, example: person } as const;
const done = { schema: answers.done, example: { done: true } } as const;

export const addPerson = {
  id: 'addPerson',
  method: 'POST',
  path: '/personas',
  tag: 'people',
  summary: 'Adds a person with a certificate of their own.',
  body: {
    schema: requests.personToAdd,
    examples: {
      'a person with a right': { name: 'new-one', fullName: 'Ileana Nouă', rights: ['90123459'] },
      'a certificate that brings a trouble': { name: 'slow-one', scenario: 'login-certificate-slow' },
    },
  },
  answer,
  errors: ['bad-value'],
} as const satisfies Operation;

export const changePerson = {
  id: 'changePerson',
  method: 'PUT',
  path: '/personas/{name}',
  tag: 'people',
  summary: "Changes what ANAF's registers say of a person.",
  parameters: [name],
  body: {
    schema: requests.personChange,
    examples: {
      'a right that counts in 24 hours': { rights: ['90123459'] },
      'a right that counts at once, not enrolled, another PIN': {
        rights: [{ cui: '90123459', since: 0 }],
        enrolledAt: null,
        pin: '4321',
      },
      'a revoked certificate': { isRevoked: true },
    },
  },
  answer,
  errors: ['bad-value'],
} as const satisfies Operation;

export const removePerson = {
  id: 'removePerson',
  method: 'DELETE',
  path: '/personas/{name}',
  tag: 'people',
  summary: 'Takes a person out of the registers; tokens that are out have no rights any more.',
  parameters: [name],
  answer: done,
  errors: ['bad-value'],
} as const satisfies Operation;

export const renewCertificate = {
  id: 'renewCertificate',
  method: 'POST',
  path: '/personas/{name}/renew-certificate',
  tag: 'people',
  summary: 'Gives a person a certificate with a new key and serial.',
  parameters: [name],
  body: {
    schema: requests.renewal,
    examples: {
      'not enrolled yet': {},
      'enrolled long ago, beside the old one': { enrolledAt: 0, keepsOldEnrolled: true },
    },
  },
  answer,
  errors: ['bad-value'],
} as const satisfies Operation;

export const delegateRight = {
  id: 'delegateRight',
  method: 'POST',
  path: '/companies/{cui}/delegations',
  tag: 'people',
  summary: "Passes a person's right on to another, for whom it counts after 24 hours.",
  parameters: [cui],
  body: { schema: requests.delegation, examples: { 'an accountant': { from: 'accountant', to: 'no-company' } } },
  answer,
  errors: ['bad-value'],
} as const satisfies Operation;

export const putCompany = {
  id: 'putCompany',
  method: 'PUT',
  path: '/companies/{cui}',
  tag: 'people',
  summary: 'Adds a company, or replaces the one with this CUI.',
  parameters: [cui],
  body: { schema: requests.companyEntry, examples: { 'a company': { name: 'Zeta SRL' } } },
  answer: { schema: answers.companyEntry, example: { cui: '90123459', name: 'Zeta SRL' } },
  errors: ['bad-value'],
} as const satisfies Operation;

export const removeCompany = {
  id: 'removeCompany',
  method: 'DELETE',
  path: '/companies/{cui}',
  tag: 'people',
  summary: "Takes a company out of the registers, with everybody's rights for it.",
  parameters: [cui],
  answer: done,
  errors: ['bad-value'],
} as const satisfies Operation;
