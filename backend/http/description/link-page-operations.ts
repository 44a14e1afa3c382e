import { reply } from 'spv-authorize/contract';
import * as v from 'valibot';
import { type Answer, formMediaType, type Operations, type Parameter } from './operation.ts';

const token = {
  token: { schema: v.string(), description: 'From the address that somebody received.', example: 'k1' },
} as const satisfies Readonly<Record<string, Parameter>>;

const opening = {
  opening: {
    schema: v.optional(v.string()),
    description: 'The opening whose result the page shows. Its cookie proves that it was this browser’s.',
    example: '0123456789abcdef',
  },
} as const satisfies Readonly<Record<string, Parameter>>;

/** The answers to the questions after a failure without a reason, as parameters of `/callback`. */
export const answerParameters = {
  chooserSeen: {
    schema: v.optional(reply),
    description: 'Whether the person saw the dialog to choose a certificate.',
    example: 'yes',
  },
  pinAsked: { schema: v.optional(reply), description: 'Whether the person was asked for the PIN.', example: 'no' },
} as const satisfies Readonly<Record<string, Parameter>>;

function page(description: string): Answer {
  return { description, content: { mediaType: 'text/html' } };
}

const answers = {
  400: page('The address is not valid.'),
  403: page('The form came from another page. Nothing was changed.'),
  404: page('Nobody received this address, or it was replaced.'),
  410: page('The link was used, declined or cancelled, or has expired. The page names no company.'),
  429: page('Too many requests from this address.'),
} as const;
const { 400: badRequest, 404: unknown, 410: ended, 429: tooMany } = answers;
const readAnswers = { 400: badRequest, 404: unknown, 410: ended, 429: tooMany } as const;
const toAnaf: Answer = { description: 'On to ANAF.', headers: { Location: 'The address of ANAF’s login.' } };

/** The pages for the recipient of a link, usually the company's accountant. Only a form of these pages changes anything. */
export const linkPageOperations = {
  startAgain: {
    method: 'post',
    path: '/l/again',
    summary: 'Goes to ANAF once more with the link of an earlier opening',
    queryParameters: opening,
    answers: { 303: toAnaf, ...answers },
  },
  showLink: {
    method: 'get',
    path: '/l/{token}',
    summary: 'Says who asks, for which company, and what the permission is used for',
    pathParameters: token,
    answers: { 200: page('The landing page.'), ...readAnswers },
  },
  startLink: {
    method: 'post',
    path: '/l/{token}',
    summary: 'Goes to ANAF. Only the landing page may send it',
    pathParameters: token,
    answers: { 303: toAnaf, ...answers },
  },
  askToDecline: {
    method: 'get',
    path: '/l/{token}/decline',
    summary: 'Asks whether the recipient does not work for the company',
    pathParameters: token,
    answers: { 200: page('The question.'), ...readAnswers },
  },
  decline: {
    method: 'post',
    path: '/l/{token}/decline',
    summary: 'Ends the link, because its recipient does not work for the company',
    pathParameters: token,
    answers: { 200: page('The link has ended.'), ...answers },
  },
  mailReceipt: {
    method: 'post',
    path: '/receipt',
    summary: 'Sends the receipt of an opening by e-mail. Only its result page may send it',
    queryParameters: opening,
    body: { mediaType: formMediaType },
    answers: {
      200: page('The receipt will be sent.'),
      400: page('The form has no valid e-mail address.'),
      403: answers[403],
      404: page('E-mail is not configured.'),
      410: page('The browser has not shown this receipt, or the authorization has ended.'),
      429: page('Too many requests from this address, or too many addresses for this receipt.'),
    },
  },
  askToWithdraw: {
    method: 'get',
    path: '/w/{token}',
    summary: 'Asks whether the use for one company is to end',
    pathParameters: token,
    answers: { 200: page('The question.'), 400: badRequest, 404: unknown, 429: tooMany },
  },
  withdraw: {
    method: 'post',
    path: '/w/{token}',
    summary: 'Deletes the tokens of the company',
    pathParameters: token,
    answers: { 200: page('What happened.'), 400: badRequest, 403: answers[403], 404: unknown, 429: tooMany },
  },
} as const satisfies Operations;
