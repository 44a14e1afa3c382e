import { endGrants } from '../../../anaf/oauth/grants.ts';
import { clientProblems } from '../../../configuration/options.ts';
import type { Described } from '../../../engine/schema/described.ts';
import { limitsFromHttp } from '../../../engine/settings/settings.ts';
import type { Client } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { json } from '../../../wire/http/answer.ts';
import { addMessages } from '../../add-messages.ts';
import { issueTokensFor } from '../../issue-tokens-for.ts';
import { playPerson } from '../../people/play-person.ts';
import { AdminError } from '../admin-error.ts';
import { type AdminRoute, route } from '../admin-route.ts';
import * as applications from '../applications/application-operations.ts';
import type { clientRegistration } from '../description/request-schemas.ts';
import * as people from '../people/people-operations.ts';
import * as settings from './setting-operations.ts';

/** Tokens, walks and messages without a browser; people, applications and settings at run time. */
export function controlRoutes(parts: MockParts, pickerUrl: () => string | undefined): readonly AdminRoute[] {
  const { lifetimes, limits, limitAnswer, switches } = parts;
  const were = (what: object) => json(200, what, 'settings were read');
  const change = (what: object, given: object) => json(200, Object.assign(what, given), 'settings were changed');
  return [
    route(people.issueTokens, async ({ body }) =>
      json(200, await issueTokensFor(parts, body), 'tokens without a walk'),
    ),
    route(people.authorize, async ({ body }) => {
      if (!URL.canParse(body.url)) {
        throw new AdminError(400, 'bad-body', '"url" must be the absolute address of an authorization request');
      }
      return json(200, await playPerson(parts, pickerUrl(), body), 'a person was played');
    }),
    route(people.addMessages, ({ body, parameters: { cui = '' } }) =>
      json(200, { uploadIds: addMessages(parts, { ...body, cui }) }, 'messages were put into the lists'),
    ),
    route(applications.readClients, () => json(200, { clients: parts.state.clients }, 'the applications were read')),
    route(applications.registerClient, ({ body }) => json(200, register(parts, body), 'an application was registered')),
    route(applications.removeClient, ({ parameters: { clientId = '' } }) =>
      json(200, { ended: remove(parts, clientId) }, 'an application was taken out of the register'),
    ),
    route(applications.disconnect, ({ body }) => json(200, { ended: endGrants(parts, body) }, 'grants were cut off')),
    route(settings.readLifetimes, () => were(lifetimes)),
    route(settings.changeLifetimes, ({ body }) => change(lifetimes, body)),
    route(settings.readLimits, () => were(limits)),
    route(settings.changeLimits, ({ body }) => change(limits, limitsFromHttp(body))),
    route(settings.readLimitAnswer, () => were(limitAnswer)),
    route(settings.changeLimitAnswer, ({ body }) => change(limitAnswer, body)),
    route(settings.readSwitches, () => were(switches)),
    route(settings.changeSwitches, ({ body }) => change(switches, body)),
  ];
}

function register({ state, isPickerOpen }: MockParts, given: Described<typeof clientRegistration>): Client {
  const client: Client = { ...given, services: given.services ?? ['EFACTURA'] };
  const problems = clientProblems(client, isPickerOpen);
  if (problems.length > 0) throw new AdminError(400, 'bad-value', problems.join('; '));
  state.clients = [...state.clients.filter(({ clientId }) => clientId !== client.clientId), client];
  return client;
}

// assumed: the tokens of an application that is no longer registered are worth nothing
function remove(parts: MockParts, clientId: string): number {
  const { clients } = parts.state;
  if (!clients.some((client) => client.clientId === clientId)) {
    const known = clients.map((client) => client.clientId).join(', ');
    throw new AdminError(404, 'unknown-client', `there is no application "${clientId}"; there are: ${known}`);
  }
  parts.state.clients = clients.filter((client) => client.clientId !== clientId);
  return endGrants(parts, { clientId });
}
