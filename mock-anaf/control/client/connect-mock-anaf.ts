import type { JournalFilter } from '../../engine/journal/journal.ts';
import type {
  ActiveScenario,
  ChaosReading,
  ClientAnswer,
  ClockReading,
  CompanyDescription,
  CompanyEntry,
  InstanceDescription,
  JournalEntry,
  RegisteredPerson,
} from './admin-answers.ts';
import { AdminPort, type ConnectOptions } from './admin-port.ts';
import type { MockAnafClient, SettingsClient, WaitOptions } from './mock-anaf-client.ts';

/** Longest wait within one request, because proxies and load balancers close connections that are idle for longer. */
const longestRoundSeconds = 25;

/**
 * Controls a mock in another process over its admin port. No request is sent before the first method is called.
 * @param adminUrl e.g. `http://127.0.0.1:8079`
 * @throws TypeError if the address is not an http address
 */
export function connectMockAnaf(adminUrl: string, options: ConnectOptions = {}): MockAnafClient {
  const port = new AdminPort(adminUrl, options);
  return {
    ...peopleOf(port),
    health: () => port.json('GET', '/healthz'),
    openApi: () => port.json('GET', '/openapi.json'),
    clock: clockOf(port),
    scenarios: scenariosOf(port),
    chaos: chaosOf(port),
    journal: journalOf(port),
    clients: clientsOf(port),
    lifetimes: settingsOf(port, '/lifetimes'),
    limits: settingsOf(port, '/limits'),
    limitAnswer: settingsOf(port, '/limit-answer'),
    switches: settingsOf(port, '/switches'),
    instances: instancesOf(port, options),
    reset: async () => {
      await port.json('POST', '/reset');
    },
  };
}

function clockOf(port: AdminPort): MockAnafClient['clock'] {
  const change = (body: object): Promise<ClockReading> => port.json('PUT', '/clock', { body });
  return {
    read: () => port.json('GET', '/clock'),
    change,
    set: (now) => change({ now }),
    advance: (advanceSeconds) => change({ advanceSeconds }),
    freeze: () => change({ frozen: true }),
    unfreeze: () => change({ frozen: false }),
    reset: () => change({ reset: true }),
  };
}

function scenariosOf(port: AdminPort): MockAnafClient['scenarios'] {
  interface Active {
    readonly active: readonly ActiveScenario[];
  }
  return {
    list: () => port.json('GET', '/scenario'),
    add: async (body) => (await port.json<Active>('POST', '/scenario', { body })).active,
    clear: async (name) => (await port.json<Active>('DELETE', '/scenario', { query: { name } })).active,
  };
}

function chaosOf(port: AdminPort): MockAnafClient['chaos'] {
  interface Answer {
    readonly chaos: ChaosReading;
  }
  return {
    read: async () => (await port.json<Answer>('GET', '/chaos')).chaos,
    start: async (body = {}) => (await port.json<Answer>('POST', '/chaos', { body })).chaos,
    stop: async () => {
      await port.json('DELETE', '/chaos');
    },
  };
}

function journalOf(port: AdminPort): MockAnafClient['journal'] {
  const ask = async (query: Query, signal?: AbortSignal) =>
    (await port.json<{ entries: readonly JournalEntry[] }>('GET', '/journal', { query, signal })).entries;
  const waitFor = async (filter: JournalFilter, options: WaitOptions = {}): Promise<readonly JournalEntry[]> => {
    const { atLeast = 1, waitSeconds = 10, signal } = options;
    for (let left = Math.ceil(waitSeconds); ; left -= longestRoundSeconds) {
      const round = { ...queryOf(filter), atLeast, waitSeconds: Math.min(left, longestRoundSeconds) };
      const entries = await ask(round, signal);
      if (entries.length >= atLeast || left <= longestRoundSeconds) return entries;
    }
  };
  return {
    entries: (filter = {}) => ask(queryOf(filter)),
    exchange: (number) => port.json('GET', `/journal/${number}`),
    count: async (filter = {}) =>
      (await port.json<{ count: number }>('GET', '/journal/count', { query: queryOf(filter) })).count,
    waitFor,
    follow: (filter = {}, { signal } = {}) =>
      entriesIn(port.pieces('/journal/stream', { query: queryOf(filter), signal })),
    clear: async () => {
      await port.json('DELETE', '/journal');
    },
  };
}

/** Server-sent events are separated by an empty line; an event without `data:` is a heartbeat. */
async function* entriesIn(pieces: AsyncIterable<string>): AsyncGenerator<JournalEntry> {
  let unread = '';
  for await (const piece of pieces) {
    const events = (unread + piece).split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

function queryOf({ about, ...filter }: JournalFilter): Query {
  return { ...about, ...filter };
}

function clientsOf(port: AdminPort): MockAnafClient['clients'] {
  return {
    list: async () => (await port.json<{ clients: readonly ClientAnswer[] }>('GET', '/clients')).clients,
    register: (body) => port.json('POST', '/clients', { body }),
    remove: async (clientId) => {
      const path = `/clients/${encodeURIComponent(clientId)}`;
      return (await port.json<{ ended: number }>('DELETE', path)).ended;
    },
  };
}

function settingsOf<Settings extends object>(port: AdminPort, path: string): SettingsClient<Settings> {
  return {
    read: () => port.json('GET', path),
    change: (body) => port.json('PUT', path, { body }),
  };
}

function instancesOf(port: AdminPort, options: ConnectOptions): MockAnafClient['instances'] {
  const stop = async (id: string) => {
    await port.json('DELETE', `/instances/${encodeURIComponent(id)}`);
  };
  return {
    start: async (body = {}) => {
      const started = await port.json<InstanceDescription>('POST', '/instances', { body });
      return { ...started, mock: connectMockAnaf(started.adminUrl, options), stop: () => stop(started.id) };
    },
    list: async () => (await port.json<{ instances: readonly InstanceDescription[] }>('GET', '/instances')).instances,
    stop,
  };
}

function registersOf(port: AdminPort) {
  const companyPath = (cui: string) => `/companies/${encodeURIComponent(cui)}`;
  return {
    addPerson: (body) => port.json<RegisteredPerson>('POST', '/personas', { body }),
    changePerson: (name, body) => port.json<RegisteredPerson>('PUT', pathOf(name), { body }),
    removePerson: async (name) => {
      await port.json('DELETE', pathOf(name));
    },
    renewCertificate: (name, body = {}) =>
      port.json<RegisteredPerson>('POST', `${pathOf(name)}/renew-certificate`, { body }),
    delegateRight: ({ cui, ...body }) =>
      port.json<RegisteredPerson>('POST', `${companyPath(cui)}/delegations`, { body }),
    putCompany: ({ cui, ...body }) => port.json<CompanyEntry>('PUT', companyPath(cui), { body }),
    removeCompany: async (cui) => {
      await port.json('DELETE', companyPath(cui));
    },
  } satisfies Partial<MockAnafClient>;
}

function pathOf(name: string): string {
  return `/personas/${encodeURIComponent(name)}`;
}

function peopleOf(port: AdminPort) {
  return {
    companies: async () =>
      (await port.json<{ companies: readonly CompanyDescription[] }>('GET', '/companies')).companies,
    people: () => port.json('GET', '/personas'),
    pkcs12: (persona) => port.bytes(`${pathOf(persona)}.p12`),
    pem: (persona) => port.text(`${pathOf(persona)}.pem`),
    caPem: () => port.text('/ca.pem'),
    ...registersOf(port),
    authorize: (body) => port.json('POST', '/authorize', { body }),
    inspectToken: (token) => port.json('POST', '/tokens/inspect', { body: { token } }),
    issueTokens: (body) => port.json('POST', '/tokens', { body }),
    addMessages: async ({ cui, ...body }) => {
      const path = `/companies/${encodeURIComponent(cui)}/messages`;
      return (await port.json<{ uploadIds: readonly string[] }>('POST', path, { body })).uploadIds;
    },
    disconnect: async (body = {}) => (await port.json<{ ended: number }>('POST', '/disconnect', { body })).ended,
  } satisfies Partial<MockAnafClient>;
}
