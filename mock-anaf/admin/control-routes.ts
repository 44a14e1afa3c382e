import { playPerson } from '../certificate-step/play-person.ts';
import { addMessages, type MessageRequest } from '../control/add-messages.ts';
import { changePerson, type PersonChange } from '../control/change-person.ts';
import { issueTokensFor } from '../control/issue-tokens-for.ts';
import { json } from '../http/answer.ts';
import type { Route } from '../http/routes.ts';
import { endGrants } from '../oauth/grants.ts';
import { clientProblems } from '../options.ts';
import type { MockParts } from '../parts.ts';
import { lifetimeProblems, limitAnswerProblems, limitProblems, switchProblems } from '../settings.ts';
import type { AnafService, Client } from '../state/mock-state.ts';
import { AdminError } from './admin-error.ts';
import { type Body, bodyOf, readFields, requiredText } from './body.ts';

/** Tokens, walks and messages without a browser; people and settings at run time. */
export function controlRoutes(parts: MockParts, pickerUrl: () => string | undefined): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/tokens',
      handle: async (request) => {
        const { persona, ...others } = readFields(bodyOf(request), {
          persona: 'string',
          clientId: 'string',
          ageSeconds: 'number',
        });
        const tokens = await issueTokensFor(parts, { persona: requiredText(persona, 'persona'), ...others });
        return json(200, tokens, 'tokens without a walk');
      },
    },
    {
      method: 'POST',
      path: '/authorize',
      handle: async (request) => {
        const { url, persona, act } = readFields(bodyOf(request), { url: 'string', persona: 'string', act: 'string' });
        const person = {
          url: readUrl(url),
          persona: requiredText(persona, 'persona'),
          ...(act !== undefined && { act: oneOf('act', act, ['ok', 'cancel', 'wrong-pin', 'unplug']) }),
        };
        return json(200, await playPerson(parts, pickerUrl(), person), 'a person was played');
      },
    },
    {
      method: 'POST',
      path: '/companies/{cui}/messages',
      handle: (request, { cui = '' }) => {
        const uploadIds = addMessages(parts, { cui, ...readMessageRequest(bodyOf(request)) });
        return json(200, { uploadIds }, 'messages were put into the lists');
      },
    },
    {
      method: 'GET',
      path: '/clients',
      handle: () => json(200, { clients: parts.state.clients }, 'the applications were read'),
    },
    {
      method: 'POST',
      path: '/clients',
      handle: (request) => {
        const client = readClient(bodyOf(request), parts.isPickerOpen);
        parts.state.clients = [...parts.state.clients.filter(({ clientId }) => clientId !== client.clientId), client];
        return json(200, client, 'an application was registered');
      },
    },
    {
      method: 'PUT',
      path: '/personas/{name}',
      handle: (request, { name = '' }) => {
        const { rights, enrolledAt, pin } = changePerson(parts, name, readPersonChange(bodyOf(request)));
        return json(200, { name, rights, enrolledAt, pin }, 'a person was changed');
      },
    },
    {
      method: 'POST',
      path: '/disconnect',
      handle: (request) => {
        const ended = endGrants(parts, readFields(bodyOf(request), { clientId: 'string', persona: 'string' }));
        return json(200, { ended }, 'grants were cut off');
      },
    },
    ...settingRoutes('/lifetimes', parts.lifetimes, lifetimeProblems),
    ...settingRoutes('/limits', parts.limits, limitProblems),
    ...settingRoutes('/limit-answer', parts.limitAnswer, limitAnswerProblems),
    ...settingRoutes('/switches', parts.switches, switchProblems),
  ];
}

function settingRoutes(
  path: string,
  settings: object,
  problemsOf: (given: object) => readonly string[],
): readonly Route[] {
  return [
    { method: 'GET', path, handle: () => json(200, settings, 'settings were read') },
    {
      method: 'PUT',
      path,
      handle: (request) => {
        const given = bodyOf(request);
        const problems = problemsOf(given);
        if (problems.length > 0) throw new AdminError(400, 'bad-value', problems.join('; '));
        return json(200, Object.assign(settings, given), 'settings were changed');
      },
    },
  ];
}

function readUrl(url: string | undefined): string {
  const address = requiredText(url, 'url');
  if (URL.canParse(address)) return address;
  throw new AdminError(400, 'bad-body', '"url" must be the absolute address of an authorization request');
}

function readClient({ redirectUris, services = ['EFACTURA'], ...others }: Body, isPickerOpen: boolean): Client {
  const { clientId, clientSecret } = readFields(others, { clientId: 'string', clientSecret: 'string' });
  const client: Client = {
    clientId: requiredText(clientId, 'clientId'),
    clientSecret: requiredText(clientSecret, 'clientSecret'),
    redirectUris: readTexts('redirectUris', redirectUris),
    services: readTexts('services', services).map((service) =>
      oneOf<AnafService>('services', service, ['EFACTURA', 'ETRANSPORT']),
    ),
  };
  const problems = clientProblems(client, isPickerOpen);
  if (problems.length > 0) throw new AdminError(400, 'bad-value', problems.join('; '));
  return client;
}

function readTexts(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) return value;
  throw new AdminError(400, 'bad-body', `"${name}" must be a list of texts`);
}

function readMessageRequest(body: Body): Omit<MessageRequest, 'cui'> {
  const shape = { kind: 'string', count: 'number', other: 'string', xml: 'string', environment: 'string' } as const;
  const { kind, environment, ...others } = readFields(body, shape);
  return {
    ...others,
    ...(kind !== undefined && { kind: oneOf('kind', kind, ['FACTURA PRIMITA', 'FACTURA TRIMISA', 'ERORI FACTURA']) }),
    ...(environment !== undefined && { environment: oneOf('environment', environment, ['test', 'prod']) }),
  };
}

function readPersonChange({ rights, enrolledAt, ...others }: Body): PersonChange {
  const { pin } = readFields(others, { pin: 'string' });
  if (enrolledAt !== undefined && enrolledAt !== null && typeof enrolledAt !== 'number') {
    throw new AdminError(400, 'bad-body', '"enrolledAt" must be epoch seconds or null');
  }
  return {
    ...(pin !== undefined && { pin }),
    ...(enrolledAt !== undefined && { enrolledAt }),
    ...(rights !== undefined && { rights: readRights(rights) }),
  };
}

function readRights(rights: unknown): NonNullable<PersonChange['rights']> {
  const isRight = (right: unknown): right is string | { cui: string; since: number } => {
    if (typeof right === 'string') return true;
    if (typeof right !== 'object' || right === null) return false;
    return 'cui' in right && typeof right.cui === 'string' && 'since' in right && typeof right.since === 'number';
  };
  if (Array.isArray(rights) && rights.every(isRight)) return rights;
  throw new AdminError(
    400,
    'bad-body',
    '"rights" must be CUIs, or {"cui", "since"} with epoch seconds, e.g. ["90123459"]',
  );
}

function oneOf<Value extends string>(name: string, given: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw new AdminError(400, 'bad-body', `"${name}" must be one of: ${values.join(', ')}`);
}
