import { attemptAnswer, authorizationAnswer, startAttemptRequest, startedAttempt } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { Operations, Parameter } from './operation.ts';

const attemptId = {
  id: { schema: v.string(), description: 'The `attemptId` of the answer that started it.', example: 'a1' },
} as const satisfies Readonly<Record<string, Parameter>>;

const authorizationContent = { description: 'The authorization.', content: { schema: authorizationAnswer } };

/** The operations of the element. A session is their Bearer token, and alone determines the company. */
export const widgetOperations = {
  readAuthorization: {
    method: 'get',
    path: '/v1/authorization',
    summary: "Reads the company's authorization and everything else that the first screen shows",
    answers: { 200: authorizationContent },
    problems: ['company-unknown'],
  },
  disconnect: {
    method: 'delete',
    path: '/v1/authorization',
    summary: "Deletes the company's tokens and ends its running attempts",
    description: 'ANAF keeps the permission of the certificate, because it has no working revocation.',
    answers: { 200: authorizationContent },
    problems: ['company-unknown'],
  },
  verify: {
    method: 'post',
    path: '/v1/authorization/verify',
    summary: 'Asks ANAF whether the certificate still has the right for the company',
    answers: { 200: authorizationContent },
    problems: ['company-unknown', 'anaf-unavailable'],
  },
  startAttempt: {
    method: 'post',
    path: '/v1/attempts',
    summary: 'Starts an attempt to authorize',
    body: { schema: startAttemptRequest },
    answers: {
      201: {
        description: 'The attempt, and the address that the person opens. It is a secret until the attempt ends.',
        content: { schema: startedAttempt },
      },
    },
    problems: ['company-unknown', 'return-url-refused'],
  },
  readAttempt: {
    method: 'get',
    path: '/v1/attempts/{id}',
    summary: 'Reads the state of an attempt',
    pathParameters: attemptId,
    answers: { 200: { description: 'The attempt.', content: { schema: attemptAnswer } } },
    problems: ['attempt-unknown'],
  },
  cancelAttempt: {
    method: 'delete',
    path: '/v1/attempts/{id}',
    summary: 'Ends an attempt that the person gave up',
    pathParameters: attemptId,
    answers: { 204: { description: 'The attempt has ended.' } },
    problems: ['attempt-unknown', 'attempt-ended'],
  },
} as const satisfies Operations;
