import type { Schema } from '../../../engine/schema/schema.ts';
import {
  lifetimesSchema,
  limitAnswerSchema,
  limitsOverHttp,
  switchesSchema,
} from '../../../engine/settings/settings.ts';
import { brokenKinds } from '../../../wire/http/answer.ts';
import { doorNames } from '../../../wire/http/mock-request.ts';
import { scenarioRequest } from './request-schemas.ts';

/** What the admin port answers. None is closed: a later minor version may add fields. */

const text = { type: 'string' } as const;
const texts = { type: 'object', additionalProperties: text } as const;
const number = { type: 'number' } as const;
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

export const done = answer('Done', { done: { enum: [true] } });

export const health = answer('Health', {
  status: { enum: ['ok'] },
  urls: { ...texts, description: 'Address of each door that is open, by its name.' },
});

export const clock = answer('Clock', {
  now: { ...number, description: 'Epoch seconds.' },
  iso: { ...text, format: 'date-time' },
  frozen: { type: 'boolean' },
});

const { additionalProperties: _, ...openScenario } = scenarioRequest;
const activeScenarios = {
  type: 'array',
  items: { ...openScenario, title: 'ActiveScenario', description: 'The strongest first; `times` is what is left.' },
} as const satisfies Schema;

export const scenarios = answer('Scenarios', { active: activeScenarios });

export const scenariosWithCatalogue = answer('ScenariosWithCatalogue', {
  active: activeScenarios,
  catalogue: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: {
        ...{ point: text, sentence: text, sentenceRo: text },
        scopes: {
          type: 'array',
          items: { enum: ['clientId', 'cui', 'persona'] },
          description: 'To what it can be limited.',
        },
        endpoints: { type: 'array', items: text, description: 'Those that it can be limited to.' },
      },
      required: ['point', 'sentence', 'sentenceRo', 'scopes', 'endpoints'],
    },
    description: 'By name: where it takes hold, and what is seen of it.',
  },
});

const entryFields = {
  number: { type: 'integer', description: 'Goes up by one; also over a reset.' },
  at: { ...number, description: "Epoch seconds by the mock's clock." },
  door: { enum: doorNames },
  method: text,
  path: text,
  query: texts,
  headers: texts,
  form: texts,
  bodyBytes: { type: 'integer' },
  status: { anyOf: [{ type: 'integer' }, { enum: brokenKinds }] },
  reason: { ...text, description: 'Which check or rule decided.' },
  about: { ...texts, description: 'Facts such as `persona`, `clientId`, `cif`, `scenario`, `tokenSeenBy`.' },
} as const;
const optionalEntryFields = {
  location: { ...text, description: '`Location` of a redirect, masked.' },
  expected: { type: 'array', items: text, description: 'What would have been right, where a request met nothing.' },
} as const;
const journalEntry = answer('JournalEntry', entryFields, optionalEntryFields);

const body = orNull(
  answer('JournalBody', {
    text: { ...orNull(text), description: 'Secrets masked. `null`: no text, or a page that shows a PIN.' },
    bytes: { type: 'integer', description: 'Of the whole body.' },
    isCut: { type: 'boolean', description: '`text` is the beginning of it, 16 KB.' },
  }),
);

export const journalExchange = answer(
  'JournalExchange',
  {
    ...entryFields,
    requestBody: { ...body, description: '`null`: forgotten; those of the last 500 exchanges are kept.' },
    answerBody: body,
  },
  optionalEntryFields,
);

export const journal = answer('Journal', { entries: { type: 'array', items: journalEntry } });
export const count = answer('Count', { count: { type: 'integer' } });

const person = answer(
  'Persona',
  {
    name: text,
    fullName: text,
    title: { ...text, description: 'What this certificate can show, in Romanian.' },
    pin: text,
    companies: { type: 'array', items: text },
    enrolledAt: orNull(number),
    validity: text,
    authority: text,
    serial: { ...text, description: 'Of the certificate: hexadecimal, colons between bytes.' },
    isRevoked: { type: 'boolean' },
    scenario: { ...orNull(text), description: 'The trouble that the certificate brings by itself.' },
    p12: { ...text, description: 'Path of the PKCS#12 on this port.' },
  },
  { titleEn: { ...text, description: 'The same in English; only of the people that the mock brings.' } },
);

export const companies = answer('Companies', {
  companies: {
    type: 'array',
    items: answer(
      'Company',
      {
        cui: text,
        name: text,
        people: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: text,
              since: number,
              isInForce: { type: 'boolean', description: 'A right counts a day after it was given.' },
            },
            required: ['name', 'since', 'isInForce'],
          },
        },
        messages: { type: 'object', properties: { test: number, prod: number }, required: ['test', 'prod'] },
      },
      { isEnforcementAuthority: { type: 'boolean' } },
    ),
  },
});

export const personas = answer('Personas', { passphrase: text, personas: { type: 'array', items: person } });

export const registeredPerson = answer(
  'RegisteredPerson',
  {
    name: text,
    fullName: text,
    title: text,
    pin: text,
    authority: text,
    validity: text,
    enrolledAt: orNull(number),
    rights: {
      type: 'array',
      items: {
        type: 'object',
        properties: { cui: text, since: number, delegatedBy: text },
        required: ['cui', 'since'],
      },
    },
    serial: text,
    earlierCertificates: {
      type: 'array',
      items: {
        type: 'object',
        properties: { serial: text, enrolledAt: orNull(number) },
        required: ['serial', 'enrolledAt'],
      },
    },
    p12: text,
  },
  { isRevoked: { type: 'boolean' }, scenario: text },
);

export const companyEntry = answer(
  'CompanyEntryAnswer',
  { cui: text, name: text },
  { isEnforcementAuthority: { type: 'boolean' } },
);

export const chaos = answer('Chaos', {
  chaos: {
    ...orNull({ type: 'object', properties: { seed: number, share: number }, required: ['seed', 'share'] }),
    description: '`null`: off.',
  },
});

export const client = answer(
  'Client',
  {
    clientId: text,
    clientSecret: text,
    redirectUris: { type: 'array', items: text },
    services: { type: 'array', items: text },
  },
  { scenario: text },
);

export const clients = answer('Clients', { clients: { type: 'array', items: client } });

export const tokens = answer('Tokens', {
  access_token: text,
  expires_in: number,
  token_type: { enum: ['Bearer'] },
  refresh_token: text,
  scope: text,
});

export const personResult = answer(
  'PersonResult',
  {},
  {
    location: { ...text, description: 'Where the browser was sent, with code or error.' },
    page: { ...text, description: 'In its place the last page of the login, when it kept the person.' },
    broken: {
      enum: brokenKinds,
      description: 'In place of both: the connection was cut, no HTTP came, or no answer at all.',
    },
  },
);

const anyObject = { type: 'object' } as const;

export const tokenInspection = answer('TokenInspection', {
  form: { enum: ['jwt', 'opaque', 'unreadable'] },
  header: orNull(anyObject),
  claims: { ...orNull(anyObject), description: 'As the token says, genuine or not.' },
  isSignedHere: { ...orNull({ type: 'boolean' }), description: '`null` for what carries no signature.' },
  use: { enum: ['access', 'refresh', 'unknown'] },
  isGood: { type: 'boolean' },
  refusal: { ...orNull(text), description: 'The first check that fails, in the words of the journal.' },
  grant: orNull(
    answer('InspectedGrant', {
      id: text,
      clientId: text,
      persona: text,
      services: { type: 'array', items: text },
      createdAt: number,
      refreshExpiresAt: number,
      disconnectedAt: orNull(number),
      companies: { type: 'array', items: text, description: 'CUIs that the certificate may act for now.' },
    }),
  ),
});

export const uploadIds = answer('UploadIds', { uploadIds: { type: 'array', items: text } });
export const ended = answer('Ended', { ended: { type: 'integer', description: 'How many grants.' } });

export const lifetimes = answer('Lifetimes', lifetimesSchema.properties);
export const limitAnswer = answer('LimitAnswer', limitAnswerSchema.properties);
export const switches = answer('Switches', switchesSchema.properties);
export const limits = answer('Limits', limitsOverHttp.properties);

export const instance = answer('Instance', {
  id: text,
  loginUrl: text,
  loginAtHandshakeUrl: text,
  pickerUrl: orNull(text),
  apiUrl: text,
  apiPlainUrl: text,
  apiCertificateUrl: text,
  apiPublicUrl: text,
  adminUrl: text,
  proxyUrl: orNull(text),
  clients: { type: 'array', items: client },
});

export const instances = answer('Instances', { instances: { type: 'array', items: instance } });
export const openApiDocument: Schema = { title: 'OpenApi', type: 'object', description: 'OpenAPI 3.1.' };

export function failure(codes: readonly string[]): Schema {
  return { type: 'object', properties: { code: { enum: codes }, message: text }, required: ['code', 'message'] };
}

/** An object with these properties, and perhaps the optional ones. */
function answer(
  title: string,
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return { title, type: 'object', properties: { ...properties, ...optional }, required: Object.keys(properties) };
}
