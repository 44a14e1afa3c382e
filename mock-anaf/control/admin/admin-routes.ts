import { englishTitles } from '../../anaf/login/picker-texts.ts';
import type { Journal, JournalExchange } from '../../engine/journal/journal.ts';
import { identityOf, pkcs12Of } from '../../engine/pki/authority.ts';
import { pkcs12Passphrase } from '../../engine/pki/pkcs12.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import { describedScenarios } from '../../engine/scenarios/scenario-scope.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import type { MockParts } from '../../parts.ts';
import { bytes, type HttpAnswer, json, text } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { dispatcher, type Handler } from '../../wire/http/routes.ts';
import type { Instances } from '../instances.ts';
import { AdminError, adminError } from './admin-error.ts';
import { refuseForeignOrigin, refuseUnauthorized } from './admin-guard.ts';
import { type AdminRoute, route } from './admin-route.ts';
import { inspectionRoutes } from './applications/inspection-routes.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { openApiOf } from './description/openapi.ts';
import { instanceRoutes } from './instances/instance-routes.ts';
import * as journalling from './journal/journal-operations.ts';
import { journalFilter, journalQuestion } from './journal/journal-query.ts';
import * as people from './people/people-operations.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { chaosRoutes } from './scenarios/chaos-routes.ts';
import { readScenarioName } from './scenarios/scenario-control.ts';
import { changeClock, describeClock } from './settings/clock-control.ts';
import * as control from './settings/control-operations.ts';
import { controlRoutes } from './settings/control-routes.ts';

export interface AdminActions {
  readonly urls: () => Readonly<Record<string, string | undefined>>;
  readonly reset: () => void;
  /** `undefined` for a mock that is an instance itself. */
  readonly instances: Instances | undefined;
  /** Without it a request is answered only where the operation is open. */
  readonly adminToken: string | undefined;
}

/** The control side, on its own port: nothing of it exists at ANAF. */
export function adminHandler(parts: MockParts, actions: AdminActions): Handler {
  const { adminToken } = actions;
  const routes = adminRoutes(parts, actions);
  const dispatch = dispatcher({ routes, fallback });
  const open = new Set(routes.filter(({ operation }) => operation.isOpen).map(({ path }) => path));
  const operations: Handler = (request) => {
    if (!open.has(request.path)) refuseUnauthorized(request, adminToken);
    return dispatch(request);
  };
  // The console's files tell nothing and ask for no token: what it shows it asks for like any other client.
  const pages = dispatcher({ routes: consoleRoutes, fallback: operations });
  return async (request) => {
    try {
      refuseForeignOrigin(request, adminToken);
      return await pages(request);
    } catch (error) {
      if (error instanceof AdminError) return adminError(error);
      if (error instanceof ControlError) return adminError(new AdminError(400, 'bad-value', error.message));
      throw error;
    }
  };
}

/** Every path of the admin port. They look at `parts` only when they answer. */
export function adminRoutes(parts: MockParts, { urls, reset, instances }: AdminActions): readonly AdminRoute[] {
  const { clock, scenarios, journal, state } = parts;
  const done = (reason: string) => json(200, { done: true }, reason);
  const routes: readonly AdminRoute[] = [
    route(control.readHealth, () => json(200, { status: 'ok', urls: urls() }, 'healthy')),
    route(control.readOpenApi, () => json(200, openApiOf(routes), 'the description was read')),
    route(control.readClock, () => json(200, describeClock(clock), 'the clock was read')),
    route(control.changeClock, ({ body }) => {
      changeClock(clock, body);
      return json(200, describeClock(clock), 'the clock was changed');
    }),
    route(control.readScenarios, () =>
      json(200, { active: scenarios.active(), catalogue: describedScenarios }, 'the scenarios were read'),
    ),
    route(control.addScenario, ({ body }) => {
      scenarios.add(body);
      return json(200, { active: scenarios.active() }, 'a scenario was switched on');
    }),
    route(control.clearScenarios, ({ request }) => {
      scenarios.clear(readScenarioName(request.query.get('name')));
      return json(200, { active: scenarios.active() }, 'scenarios were switched off');
    }),
    route(journalling.readJournal, async ({ request }) => {
      const { filter, wait } = journalQuestion(request.query);
      const entries = wait ? await journal.waitFor(filter, wait) : journal.entries(filter);
      return json(200, { entries }, 'the journal was read');
    }),
    route(journalling.readExchange, ({ parameters: { number = '' } }) =>
      json(200, exchangeOf(journal, number), 'an exchange was read'),
    ),
    route(journalling.countJournal, ({ request }) =>
      json(200, { count: journal.count(journalFilter(request.query)) }, 'the journal was counted'),
    ),
    route(journalling.clearJournal, () => {
      journal.clear();
      return done('the journal was cleared');
    }),
    route(control.reset, () => {
      reset();
      return done('everything is as at the start');
    }),
    route(people.readAuthority, () => pem(state.keys.authority.certificatePem, 'the authority was downloaded')),
    route(people.readPersonas, () =>
      json(200, { passphrase: pkcs12Passphrase, personas: state.people.map(describePerson) }, 'the people were read'),
    ),
    route(people.readPersonaPkcs12, ({ parameters: { name = '' } }) => {
      const content = pkcs12Of(personOf(parts, name), state.keys);
      const headers = { 'Content-Disposition': `attachment; filename="${name}.p12"` };
      return bytes(200, 'application/x-pkcs12', content, 'a PKCS#12 was downloaded', { headers });
    }),
    route(people.readPersonaPem, ({ parameters: { name = '' } }) => {
      const { certificatePem, privateKeyPem } = identityOf(personOf(parts, name), state.keys);
      return pem(certificatePem + privateKeyPem, 'certificate and key were downloaded');
    }),
    ...controlRoutes(parts, () => urls().picker),
    ...peopleRoutes(parts),
    ...chaosRoutes(parts),
    ...inspectionRoutes(parts),
    ...instanceRoutes(instances),
  ];
  return routes;
}

function exchangeOf(journal: Journal, number: string): JournalExchange {
  const exchange = /^\d{1,9}$/.test(number) ? journal.exchange(Number(number)) : undefined;
  if (exchange) return exchange;
  const [first, last] = [journal.entries()[0], journal.entries().at(-1)];
  const there = first && last ? `there are ${first.number} to ${last.number}` : 'the journal is empty';
  throw new AdminError(404, 'unknown-exchange', `there is no exchange "${number.slice(0, 40)}"; ${there}`);
}

function personOf({ state }: MockParts, name: string): Person {
  const person = findPerson(state, name);
  if (person) return person;
  const known = state.people.map((one) => one.name).join(', ');
  throw new AdminError(404, 'unknown-persona', `there is no person "${name}"; there are: ${known}`);
}

function describePerson(person: Person): object {
  const {
    name,
    fullName,
    title,
    pin,
    rights,
    enrolledAt,
    validity,
    authority,
    isRevoked = false,
    scenario = null,
  } = person;
  const companies = rights.map(({ cui }) => cui);
  const certificate = {
    serial: colonSeparated(serialOf(person)),
    enrolledAt,
    validity,
    authority,
    isRevoked,
    scenario,
  };
  const titleEn = englishTitles[name];
  const names = { name, fullName, title, ...(titleEn && { titleEn }) };
  return { ...names, pin, companies, ...certificate, p12: `/personas/${name}.p12` };
}

function fallback({ method, path }: MockRequest, expected: readonly string[]): HttpAnswer {
  const near = expected.length > 0 ? `; near it: ${expected.join(', ')}` : '';
  throw new AdminError(404, 'no-route', `there is no ${method} ${path.slice(0, 100)}${near}; all are in /openapi.json`);
}

function pem(body: string, reason: string): HttpAnswer {
  return text(200, body, reason, { headers: { 'Content-Type': 'application/x-pem-file' } });
}
