import * as v from 'valibot';
import {
  closedObject,
  described,
  entriesOf,
  type InputOf,
  type OutputOf,
  optionalEntries,
  titled,
} from '../../../engine/schema/schema.ts';
import { lifetimesChange, limitAnswerChange, limitsChange, switchesChange } from '../../../engine/settings/settings.ts';
import { doorNames } from '../../../wire/http/mock-request.ts';
import { client, clientRegistration } from '../applications/application-schemas.ts';
import { text } from '../operation/fields.ts';
import { chaosSettings } from '../scenarios/scenario-schemas.ts';

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));

export const instanceRequest = titled(
  'InstanceRequest',
  described(
    closedObject({
      clients: v.exactOptional(v.pipe(v.array(clientRegistration), v.minLength(1))),
      ports: v.exactOptional(closedObject(optionalEntries(entriesOf([...doorNames, 'proxy'], port)))),
      picker: v.exactOptional(v.boolean()),
      proxy: v.exactOptional(v.picklist(['refuse', 'direct'])),
      lifetimes: v.exactOptional(lifetimesChange),
      limits: v.exactOptional(limitsChange),
      limitAnswer: v.exactOptional(limitAnswerChange),
      switches: v.exactOptional(switchesChange),
      chaos: v.exactOptional(chaosSettings),
      idSeed: v.exactOptional(described(text, 'Seed for generated grant and trace ids.')),
    }),
    'A field that is absent is inherited from the parent mock; absent ports are any free ports.',
  ),
);
export type InstanceRequest = InputOf<typeof instanceRequest>;

export const instance = titled(
  'Instance',
  v.object({
    id: v.string(),
    loginUrl: v.string(),
    loginAtHandshakeUrl: v.string(),
    pickerUrl: v.nullable(v.string()),
    apiUrl: v.string(),
    apiPlainUrl: v.string(),
    apiCertificateUrl: v.string(),
    apiPublicUrl: v.string(),
    adminUrl: v.string(),
    proxyUrl: v.nullable(v.string()),
    clients: v.array(client),
  }),
);
/** Another mock in the same process: its addresses and applications. */
export type InstanceDescription = OutputOf<typeof instance>;

export const instances = titled('Instances', v.object({ instances: v.array(instance) }));
