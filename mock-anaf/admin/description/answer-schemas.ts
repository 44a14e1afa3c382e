import { doorNames } from '../../http/mock-request.ts';
import type { Schema } from '../../schema/schema.ts';
import { lifetimesSchema, limitsSchema, switchesSchema } from '../../settings.ts';
import { scenarioRequest } from './request-schemas.ts';

/** What the admin port answers. None is closed: a later minor version may add fields. */

const text = { type: 'string' } as const;
const texts = { type: 'object', additionalProperties: text } as const;
const number = { type: 'number' } as const;

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
    additionalProperties: { type: 'object', properties: { point: text, sentence: text }, required: ['point'] },
    description: 'By name: where it takes hold, and what is seen of it.',
  },
});

const journalEntry = answer(
  'JournalEntry',
  {
    number: { type: 'integer', description: 'Goes up by one; also over a reset.' },
    at: { ...number, description: "Epoch seconds by the mock's clock." },
    door: { enum: doorNames },
    method: text,
    path: text,
    query: texts,
    headers: texts,
    form: texts,
    bodyBytes: { type: 'integer' },
    status: { anyOf: [{ type: 'integer' }, { enum: ['reset', 'hang'] }] },
    reason: { ...text, description: 'Which check or rule decided.' },
    about: { ...texts, description: 'Facts such as `persona`, `clientId`, `cif`, `uploadId`, `scenario`.' },
  },
  {
    location: { ...text, description: '`Location` of a redirect, masked.' },
    expected: { type: 'array', items: text, description: 'What would have been right, where a request met nothing.' },
  },
);

export const journal = answer('Journal', { entries: { type: 'array', items: journalEntry } });
export const count = answer('Count', { count: { type: 'integer' } });

const person = answer('Persona', {
  name: text,
  fullName: text,
  title: { ...text, description: 'What this certificate can show, in Romanian.' },
  pin: text,
  companies: { type: 'array', items: text },
  enrolledAt: { anyOf: [number, { type: 'null' }] },
  validity: text,
  authority: text,
  p12: { ...text, description: 'Path of the PKCS#12 on this port.' },
});

export const personas = answer('Personas', { passphrase: text, personas: { type: 'array', items: person } });

export const changedPerson = answer('ChangedPerson', {
  name: text,
  rights: {
    type: 'array',
    items: { type: 'object', properties: { cui: text, since: number }, required: ['cui', 'since'] },
  },
  enrolledAt: { anyOf: [number, { type: 'null' }] },
  pin: text,
});

export const client = answer('Client', {
  clientId: text,
  clientSecret: text,
  redirectUris: { type: 'array', items: text },
  services: { type: 'array', items: text },
});

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
  },
);

export const uploadIds = answer('UploadIds', { uploadIds: { type: 'array', items: text } });
export const ended = answer('Ended', { ended: { type: 'integer', description: 'How many grants.' } });

export const lifetimes = answer('Lifetimes', lifetimesSchema.properties);
export const switches = answer('Switches', switchesSchema.properties);
export const limits = answer(
  'Limits',
  Object.fromEntries(
    // Without limit is `Infinity` in the library, for which JSON has no number.
    Object.entries(limitsSchema.properties).map(([name, schema]) => [name, { anyOf: [schema, { type: 'null' }] }]),
  ),
);

const orNull = { anyOf: [text, { type: 'null' }] } as const;

export const instance = answer('Instance', {
  id: text,
  loginUrl: text,
  loginAtHandshakeUrl: text,
  pickerUrl: orNull,
  apiUrl: text,
  apiPlainUrl: text,
  adminUrl: text,
  proxyUrl: orNull,
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
