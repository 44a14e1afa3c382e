import { englishTitles } from '../certificate-step/picker-texts.ts';
import { ControlError } from '../control/control-error.ts';
import { bytes, type HttpAnswer, json, text } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import { identityOf, pkcs12Of } from '../pki/authority.ts';
import { pkcs12Passphrase } from '../pki/pkcs12.ts';
import { scenarioCatalogue } from '../scenarios/catalogue.ts';
import type { Person } from '../state/mock-state.ts';
import { findPerson } from '../state/people.ts';
import { AdminError, adminError, refuseForeignOrigin } from './admin-error.ts';
import { bodyOf } from './body.ts';
import { changeClock, describeClock } from './clock-control.ts';
import { consoleRoutes } from './console-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { inspectionRoutes } from './inspection-routes.ts';
import { journalQuestion } from './journal-query.ts';
import { readScenario, readScenarioName } from './scenario-control.ts';

export interface AdminActions {
  readonly urls: () => Readonly<Record<string, string | undefined>>;
  readonly reset: () => void;
}

/** The control side, on its own loopback port: nothing of it exists at ANAF. */
export function adminHandler(parts: MockParts, actions: AdminActions): Handler {
  const dispatch = dispatcher({ routes: adminRoutes(parts, actions), fallback });
  return async (request) => {
    try {
      refuseForeignOrigin(request);
      return await dispatch(request);
    } catch (error) {
      if (error instanceof AdminError) return adminError(error);
      if (error instanceof ControlError) return adminError(new AdminError(400, 'bad-value', error.message));
      throw error;
    }
  };
}

function adminRoutes(parts: MockParts, { urls, reset }: AdminActions): readonly Route[] {
  const { clock, scenarios, journal, state } = parts;
  const done = (reason: string) => json(200, { done: true }, reason);
  return [
    get('/healthz', () => json(200, { status: 'ok', urls: urls() }, 'healthy')),
    get('/clock', () => json(200, describeClock(clock), 'the clock was read')),
    put('/clock', (request) => {
      changeClock(clock, bodyOf(request));
      return json(200, describeClock(clock), 'the clock was changed');
    }),
    get('/scenario', () =>
      json(200, { active: scenarios.active(), catalogue: scenarioCatalogue }, 'the scenarios were read'),
    ),
    {
      method: 'POST',
      path: '/scenario',
      handle: (request) => {
        scenarios.add(readScenario(bodyOf(request)));
        return json(200, { active: scenarios.active() }, 'a scenario was switched on');
      },
    },
    {
      method: 'DELETE',
      path: '/scenario',
      handle: ({ query }) => {
        scenarios.clear(readScenarioName(query.get('name')));
        return json(200, { active: scenarios.active() }, 'scenarios were switched off');
      },
    },
    get('/journal', async ({ query }) => {
      const { filter, wait } = journalQuestion(query);
      const entries = wait ? await journal.waitFor(filter, wait) : journal.entries(filter);
      return json(200, { entries }, 'the journal was read');
    }),
    {
      method: 'DELETE',
      path: '/journal',
      handle: () => {
        journal.clear();
        return done('the journal was cleared');
      },
    },
    {
      method: 'POST',
      path: '/reset',
      handle: () => {
        reset();
        return done('everything is as at the start');
      },
    },
    get('/ca.pem', () => pem(state.keys.authority.certificatePem, 'the authority was downloaded')),
    get('/personas', () =>
      json(200, { passphrase: pkcs12Passphrase, personas: state.people.map(describePerson) }, 'the people were read'),
    ),
    ...controlRoutes(parts, () => urls().picker),
    ...inspectionRoutes(parts),
    ...consoleRoutes,
    get('/personas/{file}', (_request, { file = '' }) => personaFile(parts, file)),
  ];
}

function personaFile({ state }: MockParts, file: string): HttpAnswer {
  const [, name = '', extension = ''] = /^(.+)\.(p12|pem)$/.exec(file) ?? [];
  const person = findPerson(state, name);
  if (!person) {
    const known = state.people.map((one) => one.name).join(', ');
    throw new AdminError(404, 'unknown-persona', `there is no "${file}"; names, each with .p12 or .pem, are: ${known}`);
  }
  if (extension === 'p12') {
    return bytes(200, 'application/x-pkcs12', pkcs12Of(person, state.keys), 'a PKCS#12 was downloaded', {
      headers: { 'Content-Disposition': `attachment; filename="${name}.p12"` },
    });
  }
  const { certificatePem, privateKeyPem } = identityOf(person, state.keys);
  return pem(certificatePem + privateKeyPem, 'certificate and key were downloaded');
}

function describePerson({ name, fullName, title, pin, rights, enrolledAt, validity, authority }: Person): object {
  const companies = rights.map(({ cui }) => cui);
  const titleEn = englishTitles[name];
  return {
    name,
    fullName,
    title,
    ...(titleEn && { titleEn }),
    pin,
    companies,
    enrolledAt,
    validity,
    authority,
    p12: `/personas/${name}.p12`,
  };
}

function fallback({ method, path }: MockRequest): HttpAnswer {
  throw new AdminError(404, 'no-route', `there is no ${method} ${path.slice(0, 100)}; the README lists what there is`);
}

function pem(body: string, reason: string): HttpAnswer {
  return text(200, body, reason, { headers: { 'Content-Type': 'application/x-pem-file' } });
}

function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, handle };
}

function put(path: string, handle: Route['handle']): Route {
  return { method: 'PUT', path, handle };
}
