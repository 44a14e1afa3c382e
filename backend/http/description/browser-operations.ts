import * as v from 'valibot';
import { answerParameters } from './link-page-operations.ts';
import type { Answer, Operations, Parameter } from './operation.ts';

const ticket = {
  ticket: { schema: v.string(), description: 'From the address that started the attempt.', example: 't1' },
} as const satisfies Readonly<Record<string, Parameter>>;

const unsubscribeToken = {
  token: { schema: v.string(), description: 'From an invitation.', example: 'n1' },
} as const satisfies Readonly<Record<string, Parameter>>;

function page(description: string): Answer {
  return { description, content: { mediaType: 'text/html' } };
}

function redirect(description: string): Answer {
  return { description, headers: { Location: 'The address of ANAF’s login, or the same address with a proof.' } };
}

const tooMany = page('Too many requests from this address.');
const badRequest = page('The address is not valid.');
const unknownToken = page('No mail contains this address.');

/** The pages that people see. Romanian, or English for a browser that prefers it. */
export const browserOperations = {
  showTicket: {
    method: 'get',
    path: '/authorize/{ticket}',
    summary: 'Says who asks for which company; with the proof of the form that the attempt’s page sent, leads to ANAF',
    pathParameters: ticket,
    queryParameters: {
      proof: {
        schema: v.optional(v.string()),
        description: 'From the redirect of the form. Works once, for a minute.',
        example: 'p1',
      },
    },
    answers: {
      200: page('The confirmation page, or a page whose header `Refresh` leads to ANAF.'),
      400: badRequest,
      404: page('The ticket is unknown.'),
      410: page('The attempt has ended.'),
      429: tooMany,
    },
  },
  confirmTicket: {
    method: 'post',
    path: '/authorize/{ticket}',
    summary: 'Goes on to ANAF: the form of the attempt’s page, known by its `Origin`, or of the confirmation page',
    pathParameters: ticket,
    answers: {
      200: page('The confirmation page: the form came from another page.'),
      303: redirect('On to ANAF, or to the same address with a proof.'),
      400: badRequest,
      404: page('The ticket is unknown.'),
      410: page('The attempt has ended.'),
      429: tooMany,
    },
  },
  receiveCallback: {
    method: 'get',
    path: '/callback',
    summary: 'Receives the browser that ANAF sends back, and shows the result',
    description: 'The address to register at ANAF. `state` and the cookie of the opening must belong together.',
    queryParameters: {
      state: { schema: v.optional(v.string()), description: 'As it was sent to ANAF.', example: 's1' },
      code: { schema: v.optional(v.string()), description: 'ANAF’s authorization code.', example: 'c1' },
      error: { schema: v.optional(v.string()), description: 'ANAF’s error.', example: 'access_denied' },
      result: {
        schema: v.optional(v.string()),
        description: 'The opening whose result is shown again when the page is reloaded.',
        example: 'o1',
      },
      ...answerParameters,
    },
    answers: {
      200: page('The result.'),
      204: { description: 'A prefetch: nothing was done.' },
      400: page('No attempt has this `state`.'),
      403: page('The browser does not have the cookie of the opening.'),
      404: page('The address has no parameters of ANAF.'),
      410: page('The attempt has ended.'),
      429: tooMany,
    },
  },
  showUnsubscribe: {
    method: 'get',
    path: '/unsubscribe/{token}',
    summary: 'Asks whether a person wants no more invitations by e-mail',
    pathParameters: unsubscribeToken,
    answers: { 200: page('The question, or that it is done.'), 400: badRequest, 404: unknownToken, 429: tooMany },
  },
  confirmUnsubscribe: {
    method: 'post',
    path: '/unsubscribe/{token}',
    summary: 'Ends invitations to the address that the mail went to',
    description: 'Also the target of `List-Unsubscribe-Post` (RFC 8058). Can be repeated.',
    pathParameters: unsubscribeToken,
    answers: { 200: page('It is done.'), 400: badRequest, 404: unknownToken, 429: tooMany },
  },
} as const satisfies Operations;
