import type { Engine } from '../../engine/engine.ts';
import type { Route } from '../../wire/http/routes.ts';
import type { Instances } from '../instances.ts';
import { type ApplicationParts, applicationHandlers } from './applications/application-handlers.ts';
import { applicationOperations } from './applications/application-operations.ts';
import { companyHandlers } from './companies/company-handlers.ts';
import { companyOperations } from './companies/company-operations.ts';
import { consoleHandlers } from './console/console-handlers.ts';
import { descriptionHandlers } from './description/description-handlers.ts';
import { descriptionOperations } from './description/description-operations.ts';
import { instanceHandlers } from './instances/instance-handlers.ts';
import { instanceOperations } from './instances/instance-operations.ts';
import { journalHandlers } from './journal/journal-handlers.ts';
import { journalOperations } from './journal/journal-operations.ts';
import { type AdminRoute, routesOf } from './operation/operation-routes.ts';
import { peopleHandlers } from './people/people-handlers.ts';
import { peopleOperations } from './people/people-operations.ts';
import { scenarioHandlers } from './scenarios/scenario-handlers.ts';
import { scenarioOperations } from './scenarios/scenario-operations.ts';
import { settingHandlers } from './settings/setting-handlers.ts';
import { settingOperations } from './settings/setting-operations.ts';

/** The admin port controls the whole engine; each group of handlers gets the parts that it uses. */
export type AdminParts = Engine & ApplicationParts;

/** What the admin port can do besides changing the parts of the engine. */
export interface AdminActions {
  /** Address of each door that is open, by its name. */
  readonly urls: () => Readonly<Record<string, string>>;
  readonly reset: () => void;
  /** `undefined` if the mock is an instance itself. */
  readonly instances: Instances | undefined;
}

/** The routes of all operations of the admin port. The handlers read `parts` only when they answer a request. */
export function adminRoutes(parts: AdminParts, { urls, reset, instances }: AdminActions): readonly AdminRoute[] {
  const routes: readonly AdminRoute[] = [
    ...routesOf(
      descriptionOperations,
      descriptionHandlers(urls, () => routes),
      {
        readHealth: 'GET /healthz',
        readOpenApi: 'GET /openapi.json',
      },
    ),
    ...routesOf(settingOperations, settingHandlers(parts, reset), {
      readClock: 'GET /clock',
      changeClock: 'PUT /clock',
      reset: 'POST /reset',
      readLifetimes: 'GET /lifetimes',
      changeLifetimes: 'PUT /lifetimes',
      readLimits: 'GET /limits',
      changeLimits: 'PUT /limits',
      readLimitAnswer: 'GET /limit-answer',
      changeLimitAnswer: 'PUT /limit-answer',
      readSwitches: 'GET /switches',
      changeSwitches: 'PUT /switches',
    }),
    ...routesOf(scenarioOperations, scenarioHandlers(parts), {
      readScenarios: 'GET /scenario',
      addScenario: 'POST /scenario',
      clearScenarios: 'DELETE /scenario',
      readChaos: 'GET /chaos',
      startChaos: 'POST /chaos',
      stopChaos: 'DELETE /chaos',
    }),
    ...routesOf(journalOperations, journalHandlers(parts.journal), {
      readJournal: 'GET /journal',
      clearJournal: 'DELETE /journal',
      countJournal: 'GET /journal/count',
      followJournal: 'GET /journal/stream',
      readExchange: 'GET /journal/{number}',
    }),
    ...routesOf(
      peopleOperations,
      peopleHandlers(parts, () => urls().picker),
      {
        readAuthority: 'GET /ca.pem',
        readPersonas: 'GET /personas',
        readPersonaPkcs12: 'GET /personas/{name}.p12',
        readPersonaPem: 'GET /personas/{name}.pem',
        addPerson: 'POST /personas',
        changePerson: 'PUT /personas/{name}',
        removePerson: 'DELETE /personas/{name}',
        renewCertificate: 'POST /personas/{name}/renew-certificate',
        delegateRight: 'POST /companies/{cui}/delegations',
        authorize: 'POST /authorize',
      },
    ),
    ...routesOf(companyOperations, companyHandlers(parts), {
      readCompanies: 'GET /companies',
      putCompany: 'PUT /companies/{cui}',
      removeCompany: 'DELETE /companies/{cui}',
      addMessages: 'POST /companies/{cui}/messages',
    }),
    ...routesOf(applicationOperations, applicationHandlers(parts), {
      readClients: 'GET /clients',
      registerClient: 'POST /clients',
      removeClient: 'DELETE /clients/{clientId}',
      disconnect: 'POST /disconnect',
      issueTokens: 'POST /tokens',
      inspectToken: 'POST /tokens/inspect',
    }),
    ...routesOf(instanceOperations, instanceHandlers(instances), {
      startInstance: 'POST /instances',
      readInstances: 'GET /instances',
      stopInstance: 'DELETE /instances/{id}',
    }),
  ];
  return routes;
}

/** The routes of the console, the web page that controls the mock. */
export const consoleRoutes: readonly Route[] = [
  { method: 'GET', path: '/', handle: consoleHandlers.redirectToConsole },
  { method: 'GET', path: '/console', handle: consoleHandlers.showConsole },
  { method: 'GET', path: '/console/icon.svg', handle: consoleHandlers.showIcon },
  { method: 'GET', path: '/console/modules/{name*}', handle: consoleHandlers.showModule },
];
