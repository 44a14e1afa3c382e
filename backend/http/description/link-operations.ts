import { createdLink, linkAnswer, linksAnswer, sendLinkRequest } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { Operations, Parameter } from './operation.ts';

const linkId = {
  id: { schema: v.string(), description: 'The `linkId` of the answer that created it.', example: 'l1' },
} as const satisfies Readonly<Record<string, Parameter>>;

const createdContent = {
  description: 'The link, and the address to hand over. No other answer contains the address.',
  content: { schema: createdLink },
};

/** The operations of the element on the links of the company. They need the permission `invite`. */
export const linkOperations = {
  readLinks: {
    method: 'get',
    path: '/v1/links',
    summary: "Reads the company's links, the newest first, ended ones for 30 days",
    answers: { 200: { description: 'The links.', content: { schema: linksAnswer } } },
    problems: [],
  },
  createLink: {
    method: 'post',
    path: '/v1/links',
    summary: 'Creates a link for somebody who has the certificate',
    answers: { 201: createdContent },
    problems: ['company-unknown', 'link-limit-reached'],
  },
  cancelLink: {
    method: 'delete',
    path: '/v1/links/{id}',
    summary: 'Cancels a link and the tries that run with it',
    pathParameters: linkId,
    answers: { 204: { description: 'The link leads nowhere from now on.' } },
    problems: ['link-unknown'],
  },
  replaceLink: {
    method: 'post',
    path: '/v1/links/{id}/replace',
    summary: 'Makes a new address for a link; every earlier one leads nowhere from then on',
    pathParameters: linkId,
    answers: { 200: createdContent },
    problems: ['link-unknown', 'link-ended'],
  },
  sendLink: {
    method: 'post',
    path: '/v1/links/{id}/send',
    summary: 'Sends a link by e-mail, or sends it again',
    description: 'The e-mail contains an address of its own; earlier ones stay valid.',
    pathParameters: linkId,
    body: { schema: sendLinkRequest },
    answers: { 200: { description: 'The link with its recipient.', content: { schema: linkAnswer } } },
    problems: ['link-unknown', 'link-ended', 'recipient-refused', 'not-found'],
  },
} as const satisfies Operations;
