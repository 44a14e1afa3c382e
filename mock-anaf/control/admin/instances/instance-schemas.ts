import type { Schema } from '../../../engine/schema/schema.ts';
import {
  lifetimesSchema,
  limitAnswerSchema,
  limitsOverHttp,
  switchesSchema,
} from '../../../engine/settings/settings.ts';
import { type DoorName, doorNames } from '../../../wire/http/mock-request.ts';
import { clientRegistration, text } from '../description/request-schemas.ts';
import { chaosSettings } from '../people/register-schemas.ts';

const port = { type: 'integer', minimum: 0, maximum: 65_535 } as const;
// The names are those of the list itself.
const ports = Object.fromEntries([...doorNames, 'proxy'].map((name) => [name, port])) as Readonly<
  Record<DoorName | 'proxy', typeof port>
>;

export const instanceRequest = {
  title: 'InstanceRequest',
  type: 'object',
  description: 'What is not given is as with the mock that is asked; ports are any free ones.',
  properties: {
    clients: { type: 'array', items: clientRegistration, minItems: 1 },
    ports: {
      type: 'object',
      properties: ports,
      additionalProperties: false,
    },
    picker: { type: 'boolean' },
    proxy: { enum: ['refuse', 'direct'] },
    lifetimes: lifetimesSchema,
    limits: limitsOverHttp,
    limitAnswer: limitAnswerSchema,
    switches: switchesSchema,
    chaos: chaosSettings,
    idSeed: { ...text, description: 'Whence grant and trace ids are made.' },
  },
  additionalProperties: false,
} as const satisfies Schema;
