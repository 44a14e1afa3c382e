import { catalogueLocales } from 'spv-authorize/catalogue';
import * as v from 'valibot';
import { type Answer, formMediaType, type Operations, type Parameter } from './operation.ts';

const inLanguage = {
  locale: { schema: v.picklist(catalogueLocales), description: 'Language of the help.', example: 'ro' },
} as const satisfies Readonly<Record<string, Parameter>>;

function page(description: string): Answer {
  return { description, content: { mediaType: 'text/html' } };
}

const tooMany = page('Too many requests from this address.');

/** The help. Other paths below `/help` are passed on to the host's app. */
export const helpOperations = {
  chooseHelpLanguage: {
    method: 'get',
    path: '/help',
    summary: 'Goes on to the help in the language of the browser',
    answers: {
      302: { description: 'On to the help.', headers: { Location: 'The help in one language.' } },
      429: tooMany,
    },
  },
  showHelp: {
    method: 'get',
    path: '/help/{locale}',
    summary: 'Every cause of a failed authorization, and guides; the fragment `#{cause}` is the section of a cause',
    pathParameters: inLanguage,
    queryParameters: {
      q: { schema: v.optional(v.string()), description: 'Shows only what answers these words.', example: 'token' },
      answered: {
        schema: v.optional(v.string()),
        description: 'The section whose question was just answered, which says thanks.',
        example: 'wrong-pin',
      },
      helpful: {
        schema: v.optional(v.picklist(['yes', 'no'])),
        description: 'How it was answered.',
        example: 'yes',
      },
    },
    answers: { 200: page('The help.'), 429: tooMany },
  },
  showHelpAgain: {
    method: 'get',
    path: '/help/{locale}/feedback',
    summary: 'The help, for a browser that opens the address of a form',
    pathParameters: inLanguage,
    answers: { 200: page('The help.'), 429: tooMany },
  },
  receiveFeedback: {
    method: 'post',
    path: '/help/{locale}/feedback',
    summary: 'Counts an answer to "Did this help?". Only the help may send it',
    description: 'The fields of the form are `topic`, the code of a section, and `helpful`: `yes` or `no`.',
    pathParameters: inLanguage,
    body: { mediaType: formMediaType },
    answers: {
      303: { description: 'Back to the section.', headers: { Location: 'The section, with thanks.' } },
      400: page('The answer is not valid.'),
      403: page('The request came from another page.'),
      413: page('The answer is too large.'),
      429: page('Too many answers from this address, with a button to send it again.'),
      500: page('The answer could not be stored, with a button to send it again.'),
    },
  },
} as const satisfies Operations;
