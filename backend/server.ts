import type { Express } from 'express';
import { EFacturaApi } from './anaf/efactura-api.ts';
import { OAuthClient } from './anaf/oauth-client.ts';
import { AccessTokens } from './authorizations/access-tokens.ts';
import { AuthorizationService } from './authorizations/authorization-service.ts';
import { CompanyService } from './authorizations/company-service.ts';
import { GrantImport } from './authorizations/grant-import.ts';
import { RejectedTokens } from './authorizations/rejected-tokens.ts';
import { countAttempts } from './authorizing/attempt-counts.ts';
import { Attempts } from './authorizing/attempts.ts';
import { Callback } from './authorizing/callback.ts';
import { CodeExchange } from './authorizing/code-exchange.ts';
import { Openings } from './authorizing/openings.ts';
import type { SpvBackendOptions } from './configuration/options.ts';
import { resolveSettings, type Settings } from './configuration/settings.ts';
import { DueTaskLoop } from './due/due-task-loop.ts';
import { type DueReport, DueTasks } from './due/due-tasks.ts';
import { EFacturaClient } from './efactura/efactura-client.ts';
import { ListedMessages } from './efactura/listed-messages.ts';
import { Uploads } from './efactura/uploads.ts';
import { GrantRefresh } from './grants/grant-refresh.ts';
import { GrantStore } from './grants/grant-store.ts';
import { InFlightWork } from './grants/in-flight-work.ts';
import { Feedback } from './help/feedback.ts';
import { errorForLog } from './http/middleware/error-handler.ts';
import { Metrics } from './http/middleware/metrics.ts';
import { PageCookies } from './http/pages/cookies.ts';
import { SecretAddresses } from './http/pages/link/secret-address.ts';
import { scriptSource, styleSource } from './http/pages/page.ts';
import { createRoutes, type RouteDependencies } from './http/routes.ts';
import { LinkVisits } from './links/link-visits.ts';
import { Links } from './links/links.ts';
import { ReceiptMail } from './links/receipt-mail.ts';
import { Receipts } from './links/receipts.ts';
import { MailComposer } from './notifications/compose-mail.ts';
import { invitationMail } from './notifications/invitation-mail.ts';
import { MailTransport } from './notifications/mail-transport.ts';
import { Mailer, type MailReport, type MailTrouble } from './notifications/mailer.ts';
import { Notifications } from './notifications/notifications.ts';
import { companyRecipients, type NoticeSubject } from './notifications/recipients.ts';
import { secretAddresses } from './notifications/secret-addresses.ts';
import { countMails } from './outbox/outbox-counts.ts';
import { type SessionRequest, Sessions } from './sessions/session.ts';
import { SessionService } from './sessions/session-service.ts';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import { instantOf } from './time/clock.ts';
import { Encryption } from './vault/encryption.ts';
import { countWebhookEvents } from './webhooks/webhook-counts.ts';
import { type WebhookReport, WebhookSender, type WebhookTrouble } from './webhooks/webhook-sender.ts';

/** A running backend. Create it with `createSpvBackend`. */
export interface SpvBackend {
  /**
   * Express app to mount under any prefix; `publicUrl` must be the address of that prefix. Requests for other paths are
   * passed on to the host application.
   */
  readonly router: Express;
  readonly sessions: {
    /**
     * Creates a session of 15 minutes for one person of one company on one page. `taxId` is the CUI, digits without
     * `RO`; `origin` must be an allowed one. Rejects with a `TypeError` that names every wrong field. `expiresAt` is in
     * epoch seconds.
     */
    create(request: SessionRequest): Promise<{ readonly session: string; readonly expiresAt: number }>;
  };
  /** e-Factura for one company. No call names another company's CUI. Methods reject with `AnafError`. */
  efactura(companyId: string): EFacturaClient;
  /**
   * Starts the background tasks: asking ANAF again where it did not answer, sending e-mail, ending attempts, deleting
   * old rows.
   */
  start(): Promise<void>;
  /** Runs the tasks that are due now according to the backend's clock. For demos and simulations that move the clock. */
  runDue(): Promise<DueReport & MailReport & WebhookReport>;
  /**
   * Ends the background tasks, waits for every running code exchange, token renewal and upload, and closes the
   * database. Stop accepting requests first. A second call has no effect.
   */
  stop(): Promise<void>;
}

const pauseBetweenPassesMs = 2000;
/** Longer than `answerWithinSeconds`: an invoice of 10 MB takes its time, and no person is waiting for a page. */
const timeoutSeconds = 60;
/** More than a person who reads the whole help sends. */
const feedbackPerMinute = 30;

/**
 * Opens the database, runs its migrations and assembles the backend. Throws `ConfigurationError`,
 * `DataFolderInUseError` or `DatabaseOpenError`.
 */
export async function createSpvBackend(options: SpvBackendOptions): Promise<SpvBackend> {
  const settings = resolveSettings(options);
  const { logger } = settings;
  const database = await openDatabase(settings.database, ({ message }) =>
    logger.warn({ reason: message }, 'a database connection was lost'),
  );
  return composeBackend(settings, database);
}

/** Assembles the backend around an open database. For tests that read the database. */
export function composeBackend(settings: Settings, database: Database): SpvBackend {
  const { clock, logger, anaf, fetch } = settings;
  const { answerWithinSeconds } = anaf;
  const api = new EFacturaApi(anaf, fetch);
  const oauth = new OAuthClient(anaf, fetch);
  const grants = new GrantStore(new Encryption(settings.encryptionKeys));
  const inFlight = new InFlightWork();
  const onTrouble = (trouble: object) => logger.warn(trouble, 'ANAF did not answer as expected');
  const onError = (error: unknown) => logger.error({ err: errorForLog(error) }, 'a due task failed');

  const refresh = new GrantRefresh({ database, clock, grants, oauth, answerWithinSeconds, inFlight, onTrouble });
  const attempts = new Attempts(database, clock);
  const openings = new Openings(database, clock);
  const exchange = new CodeExchange({ database, clock, grants, oauth, api, answerWithinSeconds, onTrouble });
  const callback = new Callback({ database, clock, exchange, inFlight });
  const authorizations = new AuthorizationService({ database, clock, grants, refresh, api, answerWithinSeconds });
  const accessTokens = new AccessTokens({ database, clock, grants, refresh });
  const uploads = new Uploads(database, clock, (trouble) => logger.error(trouble, 'an upload was not recorded'));
  const listed = new ListedMessages();
  const links = new Links(database, clock, settings.linkLimits);
  const signer = new Sessions(settings.sessionKeys, clock, settings.publicUrl);
  const sessions = new SessionService(database, signer, settings.allowedOrigins, clock);
  const tasks = new DueTasks({ database, clock, grants, api, attempts, authorizations, answerWithinSeconds, onError });
  const mail = mailOf(settings, database);
  const notifications = new Notifications({ database, clock, mail });
  const loop = new DueTaskLoop(tasks, clock, { onError, pauseMs: pauseBetweenPassesMs });
  // A loop of its own: a mail server that does not answer must not delay the tasks that a person waits for.
  const mailLoop = new DueTaskLoop(notifications, clock, { onError, pauseMs: pauseBetweenPassesMs });
  const webhooks = webhooksOf(settings, database);
  const webhookLoop = new DueTaskLoop(webhooks, clock, { onError, pauseMs: pauseBetweenPassesMs });

  const feedback = new Feedback(database, clock);
  const metrics = new Metrics({
    countAttempts: () => countAttempts(database),
    countFeedback: () => feedback.counts(),
    countMails: () => countMails(database),
    countWebhookEvents: () => countWebhookEvents(database),
  });
  const companies = new CompanyService(database, clock);
  const rejectedTokens = new RejectedTokens(accessTokens, authorizations);
  const { clientId } = anaf;
  const grantImport = new GrantImport({ database, clock, grants, api, clientId, answerWithinSeconds });
  const efactura = (companyId: string) =>
    new EFacturaClient(companyId, { api, accessTokens, listed, uploads, inFlight, timeoutSeconds });

  const { application, publicUrl, publicOrigin, hostKeys, exposeAccessTokens } = settings;
  const cookies = new PageCookies(settings.isHttps);
  const capabilities = [
    'verify',
    'disconnect',
    'redirect',
    'form',
    'links',
    ...(mail ? (['link-mail'] as const) : []),
  ] as const;
  const stop = async () => {
    await Promise.all([loop.stop(), mailLoop.stop(), webhookLoop.stop()]);
    mail?.transport.close();
    // The request of a client that closed its connection has ended, but not the exchange or renewal that it started.
    await inFlight.ended();
    await database.close();
  };
  let stopped: Promise<void> | undefined;

  return {
    router: createRoutes({
      widget: {
        sessions: signer,
        attempts,
        authorizations,
        notifications,
        application,
        capabilities,
        publicUrl,
        clock,
      },
      links: { sessions: signer, authorizations, links, linkMail: mail && invitationMail, publicUrl, clock },
      host: {
        ...{ sessions, authorizations, companies, accessTokens, rejectedTokens, grantImport, efactura, clock },
        exposeAccessTokens,
      },
      hostKeys,
      publicUrl,
      pages: {
        ...{
          openings,
          callback,
          authorizations,
          notifications,
          oauth,
          cookies,
          application,
          publicUrl,
          publicOrigin,
          logger,
        },
        visits: new LinkVisits(database, clock, publicOrigin),
        receipts: new Receipts(database, clock),
        addresses: new SecretAddresses(),
        loginHost: new URL(anaf.loginUrl).host,
        receiptMail: mail && new ReceiptMail(database, clock),
      },
      help: {
        feedback,
        ...{ application, publicUrl, publicOrigin, logger },
        pageSources: pageSources(settings),
        pagesPerMinute: settings.pagesPerMinute,
        feedbackPerMinute,
      },
      pageSources: pageSources(settings),
      allowedOrigins: settings.allowedOrigins,
      apiPerMinute: settings.apiPerMinute,
      pagesPerMinute: settings.pagesPerMinute,
      trustProxy: settings.trustProxy,
      isReady: () => database.isReachable(),
      metrics,
      metricsTokenHash: settings.metricsTokenHash,
      logger,
    }),
    sessions: { create: (request) => sessions.create(request) },
    efactura,
    start: async () => {
      loop.start();
      mailLoop.start();
      webhookLoop.start();
    },
    runDue: async () => {
      const due = instantOf(clock);
      const done = await tasks.run(due);
      return { ...done, ...(await notifications.run(due)), ...(await webhooks.run(due)) };
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Undefined when the host has not configured e-mail. */
function mailOf({ mail, application, publicUrl, clock, logger }: Settings, database: Database) {
  if (!mail) return undefined;
  const host = mail.recipients;
  const recipients = (subject: NoticeSubject) =>
    host ? host(subject.companyId, subject.notice) : companyRecipients(database.queries, subject);
  const composer = new MailComposer({
    ...{ application, publicUrl, manageUrl: mail.manageUrl },
    addresses: secretAddresses(publicUrl),
  });
  const transport = new MailTransport(mail);
  const onTrouble = ({ isGivenUp, ...trouble }: MailTrouble) =>
    isGivenUp ? logger.error(trouble, 'a mail was given up') : logger.warn(trouble, 'a mail could not be sent yet');
  const mailer = new Mailer({ database, clock, composer, transport, recipients, onTrouble });
  return { mailer, transport, recipients };
}

function webhooksOf({ webhooks, clock, logger }: Settings, database: Database): WebhookSender {
  const onTrouble = ({ isGivenUp, ...trouble }: WebhookTrouble) =>
    isGivenUp ? logger.error(trouble, 'an event was given up') : logger.warn(trouble, 'an event was not accepted yet');
  return new WebhookSender({ database, clock, receiver: webhooks, onTrouble });
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
