import * as v from 'valibot';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { clientId, persona, scenarioNames, seconds, text } from '../operation/fields.ts';

const service = v.picklist(['EFACTURA', 'ETRANSPORT']);
const address = v.pipe(text, v.metadata({ format: 'uri' }));

export const clientRegistration = titled(
  'ClientRegistration',
  closedObject({
    clientId,
    clientSecret: text,
    redirectUris: v.pipe(v.array(address), v.minLength(1)),
    services: v.exactOptional(v.pipe(v.array(service), v.minLength(1)), ['EFACTURA']),
    scenario: v.exactOptional(
      described(v.picklist(scenarioNames), 'A scenario that always applies to this application.'),
    ),
  }),
);
export type ClientRegistration = InputOf<typeof clientRegistration>;

export const client = titled(
  'Client',
  v.object({
    clientId: v.string(),
    clientSecret: v.string(),
    redirectUris: v.array(v.string()),
    services: v.array(service),
    scenario: v.exactOptional(v.picklist(scenarioNames)),
  }),
);
/** A registered application. */
export type ClientAnswer = OutputOf<typeof client>;

export const clients = titled('Clients', v.object({ clients: v.array(client) }));
export const ended = titled(
  'Ended',
  v.object({ ended: described(v.pipe(v.number(), v.integer()), 'Number of ended grants.') }),
);

export const disconnection = titled(
  'Disconnection',
  described(
    closedObject({
      grantId: v.exactOptional(described(text, 'Id of one grant, as shown by the journal and /tokens/inspect.')),
      clientId: v.exactOptional(clientId),
      persona: v.exactOptional(persona),
    }),
    'A field that is absent matches every grant.',
  ),
);
export type Disconnection = InputOf<typeof disconnection>;

export const tokenRequest = titled(
  'TokenRequest',
  closedObject({
    persona,
    clientId: v.exactOptional(
      described(text, 'Identifier of an application. Default: the first registered application.'),
    ),
    age: v.exactOptional(described(seconds, 'How many seconds ago the person authorized.'), 0),
  }),
);
export type TokenRequest = InputOf<typeof tokenRequest>;

export const tokens = titled(
  'Tokens',
  v.object({
    access_token: v.string(),
    expires_in: v.number(),
    token_type: v.literal('Bearer'),
    refresh_token: v.string(),
    scope: v.string(),
  }),
);
/** A token pair, as in the response of the token endpoint. */
export type Tokens = OutputOf<typeof tokens>;

export const tokenInspectionRequest = titled(
  'TokenInspectionRequest',
  closedObject({ token: described(text, 'A JWT or 64 hexadecimal digits. It is not stored.') }),
);

const json = v.record(v.string(), v.unknown());
const inspectedGrant = titled(
  'InspectedGrant',
  v.object({
    id: v.string(),
    clientId: v.string(),
    persona: v.string(),
    services: v.array(service),
    createdAt: v.number(),
    refreshExpiresAt: v.number(),
    disconnectedAt: v.nullable(v.number()),
    companies: described(v.array(v.string()), 'CUIs for which the certificate may act now.'),
  }),
);

export const tokenInspection = titled(
  'TokenInspection',
  v.object({
    form: v.picklist(['jwt', 'opaque', 'unreadable']),
    header: v.nullable(json),
    claims: described(v.nullable(json), 'The claims of the token, whether it is genuine or not.'),
    isSignedHere: described(v.nullable(v.boolean()), '`null` for a token without a signature.'),
    use: v.picklist(['access', 'refresh', 'unknown']),
    isGood: v.boolean(),
    refusal: described(v.nullable(v.string()), 'The first check that fails, in the words of the journal.'),
    grant: v.nullable(inspectedGrant),
  }),
);
/** What a token contains, and whether the mock would accept it now. */
export type TokenInspection = OutputOf<typeof tokenInspection>;
