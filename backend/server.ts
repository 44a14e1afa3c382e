import type { Express } from 'express';
import { sql } from 'kysely';
import { EFacturaApi } from './anaf/efactura-api.ts';
import { OAuthClient } from './anaf/oauth-client.ts';
import { AccessTokens } from './authorizations/access-tokens.ts';
import { AuthorizationService } from './authorizations/authorization-service.ts';
import { Attempts } from './authorizing/attempts.ts';
import { Callback } from './authorizing/callback.ts';
import { Openings } from './authorizing/openings.ts';
import type { SpvBackendOptions } from './configuration/options.ts';
import { resolveSettings, type Settings } from './configuration/settings.ts';
import { DueLoop } from './due/due-loop.ts';
import { DueWork, type DueWorkReport } from './due/due-work.ts';
import { EFacturaClient } from './efactura/efactura-client.ts';
import { ListedMessages } from './efactura/listed-messages.ts';
import { Uploads } from './efactura/uploads.ts';
import { GrantRefresh } from './grants/grant-refresh.ts';
import { GrantStore } from './grants/grant-store.ts';
import { InFlightWork } from './grants/in-flight-work.ts';
import { errorForLog } from './http/middleware/error-handler.ts';
import { PageCookies } from './http/pages/cookies.ts';
import { scriptSource, styleSource } from './http/pages/page.ts';
import { createRoutes, type RouteDependencies } from './http/routes.ts';
import { type SessionRequest, Sessions } from './sessions/session.ts';
import { SessionService } from './sessions/session-service.ts';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import { instantOf } from './time/clock.ts';
import { Encryption } from './vault/encryption.ts';

export interface SpvBackend {
  /** Express app to mount under any prefix; `publicUrl` must lead to it. What is none of its addresses goes on to the host. */
  readonly router: Express;
  readonly sessions: {
    /**
     * A session for one person of one company on one page, 15 minutes long. `taxId` is the CUI's digits without RO, `origin`
     * an allowed one. Rejects with a `TypeError` that names each field that is wrong.
     */
    create(request: SessionRequest): Promise<{ readonly session: string; readonly expiresAt: number }>;
  };
  /** e-Factura for one company and no other CUI. Rejects with `AnafError`. */
  efactura(companyId: string): EFacturaClient;
  /** Starts the work that becomes due: asking a silent ANAF again, ending attempts. */
  start(): Promise<void>;
  /** One pass of that work now, by the backend's clock. For demos and simulations that move the clock. */
  runDue(): Promise<DueWorkReport>;
  /**
   * Ends the work, waits for every exchange, renewal and upload under way, and closes the database. Take no more
   * requests before. Twice is harmless.
   */
  stop(): Promise<void>;
}

/** How often due work is looked for. */
const dueLoopPauseMs = 2000;
/** An invoice of 10 MB needs longer than a question; nobody looks at a page meanwhile. */
const efacturaTimeoutSeconds = 60;

/**
 * Opens the database, runs its migrations and puts the parts together. Throws `ConfigurationError`, `DataFolderInUseError` or
 * `DatabaseOpenError`.
 */
export async function createSpvBackend(options: SpvBackendOptions): Promise<SpvBackend> {
  const settings = resolveSettings(options);
  const { logger } = settings;
  const database = await openDatabase(settings.database, ({ message }) =>
    logger.warn({ reason: message }, 'a database connection was lost'),
  );
  return composeBackend(settings, database);
}

/** The parts around a database that is open already: for tests that look into it. */
export function composeBackend(settings: Settings, database: Database): SpvBackend {
  const { clock, logger, anaf, fetch } = settings;
  const { answerWithinSeconds } = anaf;
  const api = new EFacturaApi(anaf, fetch);
  const grants = new GrantStore(new Encryption(settings.encryptionKeys));
  const attempts = new Attempts(database, clock);
  const oauth = new OAuthClient(anaf, fetch);
  const onTrouble = (trouble: object) => logger.warn(trouble, "ANAF's answer was not good");
  const inFlight = new InFlightWork();
  const refresh = new GrantRefresh({ database, clock, grants, oauth, answerWithinSeconds, inFlight, onTrouble });
  const authorizations = new AuthorizationService({ database, clock, grants, refresh, api, answerWithinSeconds });
  const accessTokens = new AccessTokens({ database, clock, grants, refresh });
  const callback = new Callback({ database, clock, grants, oauth, api, answerWithinSeconds, inFlight, onTrouble });
  const openings = new Openings(database, clock);
  const cookies = new PageCookies(settings.isHttps);
  const signer = new Sessions(settings.sessionKeys, clock, settings.publicUrl);
  const sessions = new SessionService(database, signer, settings.allowedOrigins, clock);
  const onError = (error: unknown) => logger.error({ err: errorForLog(error) }, 'work that was due failed');
  const work = new DueWork({ database, clock, grants, api, attempts, authorizations, answerWithinSeconds, onError });
  const loop = new DueLoop(work, clock, { onError, pauseMs: dueLoopPauseMs });
  const listed = new ListedMessages();
  const uploads = new Uploads(database, clock, (trouble) => logger.error(trouble, 'an upload was not remembered'));
  const widget = { ...settings, sessions: signer, attempts, authorizations };
  const host = { ...settings, sessions, authorizations, accessTokens };
  const stop = async () => {
    await loop.stop();
    // A client that hung up ends its request, not the exchange or renewal behind it.
    await inFlight.ended();
    await database.close();
  };
  let stopped: Promise<void> | undefined;

  return {
    router: createRoutes({
      ...settings,
      widget,
      host,
      pages: { ...settings, openings, callback, authorizations, oauth, cookies },
      pageSources: pageSources(settings),
      isReady: () => isReachable(database),
    }),
    sessions: { create: (request) => sessions.create(request) },
    efactura: (companyId) =>
      new EFacturaClient(companyId, {
        api,
        accessTokens,
        listed,
        uploads,
        inFlight,
        timeoutSeconds: efacturaTimeoutSeconds,
      }),
    start: async () => loop.start(),
    runDue: () => work.run(instantOf(clock)),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function pageSources({ anaf, application, isHttps }: Settings): RouteDependencies['pageSources'] {
  return {
    style: styleSource,
    script: scriptSource,
    formTargets: [anaf.loginUrl, ...anaf.loginOrigins],
    images: application.logoUrl ? [new URL(application.logoUrl).origin] : [],
    isHttps,
  };
}

async function isReachable(database: Database): Promise<boolean> {
  return sql`select 1`.execute(database.queries).then(
    () => true,
    () => false,
  );
}
