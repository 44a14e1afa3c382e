import type { Request, RequestHandler } from 'express';
import {
  type Application,
  type AuthorizationAnswer,
  type Capability,
  type StartAttemptRequest,
  type StartedAttempt,
  startAttemptRequest,
} from 'spv-authorize/contract';
import { AnafError } from '../../anaf/anaf-error.ts';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import type { Attempts } from '../../authorizing/attempts.ts';
import { parseInput } from '../../companies/input.ts';
import { isSecureUrl } from '../../configuration/secure-url.ts';
import type { Notifications } from '../../notifications/notifications.ts';
import type { Session, Sessions } from '../../sessions/session.ts';
import { type Clock, instantOf } from '../../time/clock.ts';
import { anafUnavailable, HttpProblem } from '../middleware/problem.ts';
import { limiter } from '../middleware/rate-limit.ts';
import { withSession } from './with-session.ts';

export interface WidgetDependencies {
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly authorizations: AuthorizationService;
  readonly notifications: Notifications;
  readonly application: Application;
  /** What this backend can do. */
  readonly capabilities: readonly Capability[];
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** Enough for a person who presses "check now", and too few to exhaust ANAF's daily limit of 1500 lists per CUI. */
const verificationsPerMinute = 6;

/** Handlers for the element. The session alone determines the company. */
export function widgetHandlers(dependencies: WidgetDependencies) {
  const { sessions, attempts, authorizations, clock, publicUrl } = dependencies;
  const limitVerification = limiter('verify', verificationsPerMinute);

  return {
    readAuthorization: withSession(sessions, 'view', async (session, _request, response) => {
      response.json(await answerOf(dependencies, session));
    }),

    verify: withSession(sessions, 'authorize', async (session, _request, response) => {
      await limitVerification(session.companyId);
      const result = await authorizations.verify(session.companyId, session.userId);
      if (result === 'service-missing') throw new HttpProblem('internal-error', { cause: serviceMissing() });
      if (result === 'silent') throw anafUnavailable();
      response.json(await answerOf(dependencies, session));
    }),

    disconnect: withSession(sessions, 'disconnect', async (session, _request, response) => {
      await authorizations.disconnect(session.companyId, session.userId);
      response.json(await answerOf(dependencies, session));
    }),

    startAttempt: withSession(sessions, 'authorize', async (session, request, response) => {
      const wanted = parseInput(startAttemptRequest, request.body);
      checkReturnUrl(wanted, session);
      if (!(await authorizations.read(session.companyId))) throw new HttpProblem('company-unknown');
      const { attempt, ticket } = await attempts.start(session, wanted);
      const authorizeUrl = `${publicUrl}/authorize/${ticket.reveal()}`;
      response.status(201).json({ now: instantOf(clock), attempt, authorizeUrl } satisfies StartedAttempt);
    }),

    readAttempt: withSession(sessions, 'view', async (session, request, response) => {
      const attempt = await attempts.read(session.companyId, attemptIdOf(request));
      if (!attempt) throw new HttpProblem('attempt-unknown');
      response.json({ now: instantOf(clock), attempt });
    }),

    cancelAttempt: withSession(sessions, 'authorize', async (session, request, response) => {
      const result = await attempts.cancel(session.companyId, attemptIdOf(request));
      if (result === 'unknown') throw new HttpProblem('attempt-unknown');
      if (result === 'already-succeeded') throw new HttpProblem('attempt-ended');
      response.sendStatus(204);
    }),
  } satisfies Record<string, RequestHandler>;
}

/** For the log: only the application's developers can correct this. */
function serviceMissing(): AnafError {
  return new AnafError('refused', 'ANAF answered HTTP 403: the application is not registered there for e-Factura');
}

/** Refuses a text that cannot be an id without asking the database. */
function attemptIdOf(request: Request): string {
  const id = String(request.params.id);
  if (!/^[\w-]{1,64}$/.test(id)) throw new HttpProblem('attempt-unknown');
  return id;
}

/** The result page links to this address, so it must belong to the site that created the session. */
function checkReturnUrl(request: StartAttemptRequest, session: Session): void {
  if (request.mode !== 'redirect') return;
  const url = new URL(request.returnUrl);
  if (!isSecureUrl(url) || url.origin !== session.origin) throw new HttpProblem('return-url-refused');
}

async function answerOf(
  {
    authorizations,
    notifications,
    application,
    capabilities,
  }: Pick<WidgetDependencies, 'authorizations' | 'notifications' | 'application' | 'capabilities'>,
  session: Session,
): Promise<AuthorizationAnswer> {
  const state = await authorizations.read(session.companyId);
  if (!state) throw new HttpProblem('company-unknown');
  const { company, authorization, now } = state;
  const warnsByEmail = await notifications.areOn(session.companyId);
  return {
    now,
    company: { name: company.name, taxId: company.taxId },
    application,
    capabilities: [...capabilities],
    permissions: [...session.permissions],
    authorization,
    ...(warnsByEmail !== undefined && { warnsByEmail }),
  };
}
