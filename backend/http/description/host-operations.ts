import * as v from 'valibot';
import { storedCompanyId } from '../../companies/input.ts';
import { sessionRequest } from '../../sessions/session.ts';
import {
  accessTokenAnswer,
  accessTokenRequest,
  authorizationsAnswer,
  companyAnswer,
  companyRequest,
  grantRequest,
  historyAnswer,
  listedStatus,
  messagesAnswer,
  rejectedTokenRequest,
  sessionAnswer,
  uploadAnswer,
  uploadStateAnswer,
} from './host-schemas.ts';
import type { Operations, Parameter } from './operation.ts';

const companyId = {
  id: { schema: storedCompanyId, description: 'Your own key of the company, percent-encoded.', example: 'company-1' },
} as const satisfies Readonly<Record<string, Parameter>>;

const limit = {
  schema: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100),
  description: 'Entries on a page, 1–500; default 100.',
  example: 100,
} as const satisfies Parameter;

/** ANAF's ids are digits. */
const anafId = v.pipe(v.string(), v.regex(/^\w{1,64}$/, 'is not an id of ANAF'));

const flag = (description: string) =>
  ({ schema: v.optional(v.boolean(), false), description: `${description} Default false.`, example: true }) as const;

const exposed = {
  200: {
    description: 'The token, and the only CUI that it may be used for.',
    content: { schema: accessTokenAnswer },
  },
} as const;
const state = { description: 'The company and its authorization.', content: { schema: companyAnswer } } as const;

const eFacturaProblems = [
  'company-unknown',
  'not-authorized',
  'no-right',
  'anaf-refused',
  'quota-exceeded',
  'anaf-unavailable',
] as const;

/** The operations of the host's server. A host key is their Bearer token. */
export const hostOperations = {
  createSession: {
    method: 'post',
    path: '/host/v1/sessions',
    summary: 'Creates a session of 15 minutes for one person of one company on one page',
    body: { schema: sessionRequest },
    answers: { 201: { description: 'The session for the element.', content: { schema: sessionAnswer } } },
  },
  readAccessToken: {
    method: 'post',
    path: '/host/v1/access-tokens',
    summary: "Returns the company's access token, renewed on its last day",
    description: 'Only with the option `exposeAccessTokens`. Every answer adds an entry to the history of the company.',
    body: { schema: accessTokenRequest },
    answers: exposed,
    problems: ['not-exposed', 'company-unknown', 'not-authorized', 'anaf-unavailable'],
  },
  replaceRejectedToken: {
    method: 'post',
    path: '/host/v1/access-tokens/rejected',
    summary: 'Says that ANAF answered 401 to an access token, and returns the one to use from now on',
    description:
      'Name the token by its `expiresAt`. If it was renewed meanwhile, you get the newer one at once; otherwise the backend ' +
      'asks ANAF, and renews the token if ANAF refuses it. When ANAF accepts it, you get the same token again.',
    body: { schema: rejectedTokenRequest },
    answers: exposed,
    problems: ['not-exposed', 'company-unknown', 'not-authorized', 'service-missing', 'anaf-unavailable'],
  },
  listAuthorizations: {
    method: 'get',
    path: '/host/v1/authorizations',
    summary: 'Lists the companies with their authorizations, in the order of their ids',
    description: 'A page may have fewer entries than `limit`. There are more while the answer has `next`.',
    queryParameters: {
      after: {
        schema: v.optional(storedCompanyId),
        description: '`next` of the page before.',
        example: 'company-1',
      },
      limit,
      status: { schema: v.optional(listedStatus), description: 'Only companies with this status.', example: 'active' },
    },
    answers: { 200: { description: 'A page of companies.', content: { schema: authorizationsAnswer } } },
  },
  readCompany: {
    method: 'get',
    path: '/host/v1/companies/{id}',
    summary: 'Reads a company and its authorization',
    pathParameters: companyId,
    answers: { 200: state },
    problems: ['company-unknown'],
  },
  saveCompany: {
    method: 'put',
    path: '/host/v1/companies/{id}',
    summary: 'Creates or updates a company. Creating a session does the same',
    description:
      'A new CUI suspends the authorization until ANAF has confirmed the right for it. `contacts` and `account` replace the earlier ones; without them they stay.',
    pathParameters: companyId,
    body: { schema: companyRequest },
    answers: { 200: state, 201: { ...state, description: 'The company is new.' } },
  },
  deleteCompany: {
    method: 'delete',
    path: '/host/v1/companies/{id}',
    summary: 'Deletes a company with everything that is stored about it, including its tokens and its history',
    description: 'Succeeds as well if there is no such company.',
    pathParameters: companyId,
    answers: { 204: { description: 'The company is not stored any more.' } },
  },
  readHistory: {
    method: 'get',
    path: '/host/v1/companies/{id}/history',
    summary: 'Reads what happened to the authorization of a company, the newest first',
    pathParameters: companyId,
    queryParameters: {
      before: {
        schema: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
        description: '`next` of the page before: the id of its oldest entry.',
        example: 1000,
      },
      limit,
    },
    answers: { 200: { description: 'A page of the history.', content: { schema: historyAnswer } } },
    problems: ['company-unknown'],
  },
  importGrant: {
    method: 'post',
    path: '/host/v1/companies/{id}/grant',
    summary: 'Imports the tokens of another program, after ANAF has confirmed the right with them',
    description:
      'The tokens must have been issued to the application of this backend. From then on the other program must not refresh ' +
      'them: ANAF accepts a refresh token once. `reauthorizeBy` is when a person has to authorize again, if you know it to ' +
      'be earlier than the end of the refresh token.',
    pathParameters: companyId,
    body: { schema: grantRequest },
    answers: { 200: state },
    problems: ['company-unknown', 'no-right', 'anaf-refused', 'service-missing', 'anaf-unavailable'],
  },
  uploadInvoice: {
    method: 'post',
    path: '/host/v1/companies/{id}/uploads',
    summary: "Uploads an invoice under the company's CUI",
    description:
      'The body is the XML, unchanged, at most 10 MB. ANAF validates it later: read the state of the upload. After the problem ' +
      '`anaf-unavailable` ANAF may have taken the invoice nevertheless: look for it in the messages before you send it again.',
    pathParameters: companyId,
    queryParameters: {
      standard: {
        schema: v.optional(v.picklist(['UBL', 'CN', 'CII', 'RASP']), 'UBL'),
        description: 'Type of the document; default UBL.',
        example: 'UBL',
      },
      extern: flag('The buyer is not registered in Romania.'),
      selfBilled: flag('The buyer issues the invoice in the name of the seller.'),
      consumer: flag('The buyer is a private person.'),
    },
    body: { mediaType: 'application/xml' },
    answers: { 201: { description: 'ANAF has received the document.', content: { schema: uploadAnswer } } },
    problems: eFacturaProblems,
  },
  readUpload: {
    method: 'get',
    path: '/host/v1/companies/{id}/uploads/{uploadId}',
    summary: 'Reads the state of an upload of this company',
    pathParameters: {
      ...companyId,
      uploadId: { schema: anafId, description: 'From the answer to the upload.', example: '5001' },
    },
    answers: { 200: { description: 'The state.', content: { schema: uploadStateAnswer } } },
    problems: [...eFacturaProblems, 'message-unknown'],
  },
  listMessages: {
    method: 'get',
    path: '/host/v1/companies/{id}/messages',
    summary: "Lists the company's messages at ANAF",
    pathParameters: companyId,
    queryParameters: {
      days: {
        schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
        description: 'Days back from now, 1–60.',
        example: 7,
      },
      filter: {
        schema: v.optional(v.picklist(['errors', 'sent', 'received', 'buyer-messages'])),
        description: 'Only messages of this type. Default: all.',
        example: 'received',
      },
    },
    answers: { 200: { description: "The messages, in ANAF's order.", content: { schema: messagesAnswer } } },
    problems: eFacturaProblems,
  },
  downloadMessage: {
    method: 'get',
    path: '/host/v1/companies/{id}/messages/{messageId}',
    summary: "Downloads a message of this company: a ZIP with the document and ANAF's signature",
    pathParameters: {
      ...companyId,
      messageId: { schema: anafId, description: 'From the list, or `downloadId` of an upload.', example: '6001' },
    },
    answers: { 200: { description: 'The ZIP.', content: { mediaType: 'application/zip' } } },
    problems: [...eFacturaProblems, 'message-unknown'],
  },
} as const satisfies Operations;
