import { cuiInPath, doneAnswer } from '../operation/fields.ts';
import type { Operations } from '../operation/operation.ts';
import { companies, companyEntry, companyEntryAnswer, messageRequest, uploadIds } from './company-schemas.ts';

/** Operations on companies and their messages. */
export const companyOperations = {
  readCompanies: {
    tag: 'people',
    summary:
      'Lists the companies, each with the people who have rights for it and the number of messages in its lists.',
    answer: {
      schema: companies,
      example: {
        companies: [
          {
            cui: '90123459',
            name: 'Exemplu SRL',
            people: [{ name: 'accountant', since: 1_654_041_600, isInForce: true }],
            messages: { test: 2, prod: 0 },
          },
        ],
      },
    },
  },
  putCompany: {
    tag: 'people',
    summary: 'Adds a company, or replaces the one with this CUI.',
    parameters: [cuiInPath],
    body: { schema: companyEntry, examples: { 'a company': { name: 'Zeta SRL' } } },
    answer: { schema: companyEntryAnswer, example: { cui: '90123459', name: 'Zeta SRL' } },
    errors: ['bad-value'],
  },
  removeCompany: {
    tag: 'people',
    summary: 'Removes a company from the registers, with all rights for it.',
    parameters: [cuiInPath],
    answer: doneAnswer,
    errors: ['bad-value'],
  },
  addMessages: {
    tag: 'people',
    summary: "Adds documents to ANAF's lists as if they had been uploaded and processed.",
    parameters: [cuiInPath],
    body: {
      schema: messageRequest,
      examples: { 'an invoice that was received': {}, 'three that were refused': { kind: 'ERORI FACTURA', count: 3 } },
    },
    answer: { schema: uploadIds, example: { uploadIds: ['5001130147'] } },
    errors: ['bad-value'],
  },
} as const satisfies Operations;
