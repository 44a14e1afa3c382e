import { scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import type { Schema } from '../../../engine/schema/schema.ts';
import {
  lifetimesSchema,
  limitAnswerSchema,
  limitsOverHttp,
  switchesSchema,
} from '../../../engine/settings/settings.ts';
import type { MessageKind } from '../../../engine/state/mock-state.ts';

/** What the admin port takes. Each is both the description of a body and what reads it. */

export const text = { type: 'string', minLength: 1 } as const;
const persona = { ...text, description: 'Name of a person, e.g. "accountant".' } as const;
const clientId = { ...text, description: 'Identifier of an application.' } as const;
const cui = { ...text, description: 'CUI of a company, without "RO".' } as const;

/** Instants and spans that a Date can hold, with room to spare. */
export const seconds = { type: 'number', minimum: -1e11, maximum: 1e11 } as const;

export const clockChange = {
  title: 'ClockChange',
  type: 'object',
  description: '`reset` comes first of all, then `now`, `advanceSeconds` and `frozen`.',
  properties: {
    now: { anyOf: [{ ...seconds, minimum: 0 }, text], description: 'Epoch seconds, or an ISO 8601 instant.' },
    advanceSeconds: { ...seconds, description: 'Negative goes back.' },
    frozen: { type: 'boolean' },
    reset: { type: 'boolean', description: "`true`: back to the machine's time, running." },
  },
  additionalProperties: false,
} as const satisfies Schema;

// The names are those of the catalogue itself.
const scenarioNames = Object.keys(scenarioCatalogue) as readonly (keyof typeof scenarioCatalogue)[];

export const scenarioName = { enum: scenarioNames } as const satisfies Schema;

export const scenarioRequest = {
  title: 'ScenarioRequest',
  type: 'object',
  description: 'What is not given matches everything. What is not known where the scenario takes hold cannot be given.',
  properties: {
    name: scenarioName,
    times: { type: 'integer', minimum: 1, description: 'For how many requests. Absent: until it is cleared.' },
    clientId,
    cui,
    endpoint: { ...text, description: 'Last part of the path, e.g. "token" or "listaMesajeFactura".' },
    persona,
  },
  required: ['name'],
  additionalProperties: false,
} as const satisfies Schema;

export const tokenRequest = {
  title: 'TokenRequest',
  type: 'object',
  properties: {
    persona,
    clientId: { ...clientId, description: 'Default: the first registered application.' },
    age: { ...seconds, description: 'How many seconds ago the person authorized.', default: 0 },
  },
  required: ['persona'],
  additionalProperties: false,
} as const satisfies Schema;

export const tokenInspection = {
  title: 'TokenInspectionRequest',
  type: 'object',
  properties: { token: { ...text, minLength: 1, description: 'A JWT or 64 hexadecimal digits. It is kept nowhere.' } },
  required: ['token'],
  additionalProperties: false,
} as const satisfies Schema;

export const personRequest = {
  title: 'PersonRequest',
  type: 'object',
  properties: {
    url: { ...text, format: 'uri', description: "The authorization address, at any login door or at ANAF's own host." },
    persona,
    act: { enum: ['ok', 'cancel', 'wrong-pin', 'unplug'], description: 'What the person does.', default: 'ok' },
    waitSeconds: { type: 'number', minimum: 0, maximum: 600, description: 'For each page of the login.', default: 10 },
  },
  required: ['url', 'persona'],
  additionalProperties: false,
} as const satisfies Schema;

export const messageRequest = {
  title: 'MessageRequest',
  type: 'object',
  properties: {
    kind: {
      enum: [
        'FACTURA PRIMITA',
        'FACTURA TRIMISA',
        'ERORI FACTURA',
        'MESAJ CUMPARATOR PRIMIT',
        'MESAJ CUMPARATOR TRANSMIS',
      ] satisfies readonly MessageKind[],
      default: 'FACTURA PRIMITA',
      description:
        'A message of a buyer is about the newest invoice between the two; if there is none, one comes first.',
    },
    count: { type: 'integer', minimum: 1, maximum: 2000, default: 1 },
    other: { ...text, description: 'CUI of the other company. Default: the first other one that there is.' },
    xml: {
      ...text,
      description: "A document of one's own of any standard, in place of a generated one; `kind` says nothing then.",
    },
    environment: { enum: ['test', 'prod'], default: 'test' },
  },
  additionalProperties: false,
} as const satisfies Schema;

export const clientRegistration = {
  title: 'ClientRegistration',
  type: 'object',
  properties: {
    clientId,
    clientSecret: text,
    redirectUris: { type: 'array', items: { ...text, format: 'uri' }, minItems: 1 },
    services: { type: 'array', items: { enum: ['EFACTURA', 'ETRANSPORT'] }, minItems: 1, default: ['EFACTURA'] },
    scenario: { enum: scenarioNames, description: 'The trouble that comes with this application.' },
  },
  required: ['clientId', 'clientSecret', 'redirectUris'],
  additionalProperties: false,
} as const satisfies Schema;

export const right = {
  type: 'object',
  properties: { cui, since: { ...seconds, description: 'Epoch seconds; it counts 24 hours later.' } },
  required: ['cui', 'since'],
  additionalProperties: false,
} as const;

export const disconnection = {
  title: 'Disconnection',
  type: 'object',
  description: 'What is not given matches every grant.',
  properties: {
    grantId: { ...text, description: 'Of one grant, as the journal and /tokens/inspect show it.' },
    clientId,
    persona,
  },
  additionalProperties: false,
} as const satisfies Schema;

export const lifetimesChange = { ...lifetimesSchema, title: 'LifetimesChange' } as const;
export const limitsChange = { ...limitsOverHttp, title: 'LimitsChange' } as const;
export const limitAnswerChange = { ...limitAnswerSchema, title: 'LimitAnswerChange' } as const;
export const switchesChange = { ...switchesSchema, title: 'SwitchesChange' } as const;
