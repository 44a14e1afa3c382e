import type { Request, RequestHandler } from 'express';
import { type CreatedLink, type LinkAnswer, type LinksAnswer, sendLinkRequest } from 'spv-authorize/contract';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import { parseInput } from '../../companies/input.ts';
import { LinkError } from '../../links/link-error.ts';
import type { LinkMail } from '../../links/link-mail.ts';
import type { Links, LinkWithSecret } from '../../links/links.ts';
import type { Sessions } from '../../sessions/session.ts';
import { type Clock, instantOf } from '../../time/clock.ts';
import { HttpProblem } from '../middleware/problem.ts';
import { withSession } from './with-session.ts';

export interface LinkDependencies {
  readonly sessions: Sessions;
  readonly authorizations: AuthorizationService;
  readonly links: Links;
  /** Undefined while e-mail is not configured. */
  readonly linkMail: LinkMail | undefined;
  readonly publicUrl: string;
  readonly clock: Clock;
}

const problemCodes = {
  unknown: 'link-unknown',
  ended: 'link-ended',
  'limit-reached': 'link-limit-reached',
} as const;

/** Handlers for the invitations of the session's company. */
export function linkHandlers({ sessions, authorizations, links, linkMail, publicUrl, clock }: LinkDependencies) {
  const answerOf = ({ link, secret }: LinkWithSecret): CreatedLink => ({
    now: instantOf(clock),
    link,
    url: `${publicUrl}/l/${secret.reveal()}`,
  });

  return {
    readLinks: withSession(sessions, 'invite', async ({ companyId }, _request, response) => {
      const answer = { now: instantOf(clock), links: await links.list(companyId) };
      response.json(answer satisfies LinksAnswer);
    }),

    createLink: withSession(sessions, 'invite', async (session, _request, response) => {
      if (!(await authorizations.read(session.companyId))) throw new HttpProblem('company-unknown');
      response.status(201).json(answerOf(await orProblem(links.create(session))));
    }),

    replaceLink: withSession(sessions, 'invite', async (session, request, response) => {
      response.json(answerOf(await orProblem(links.replace(session, linkIdOf(request)))));
    }),

    cancelLink: withSession(sessions, 'invite', async (session, request, response) => {
      await orProblem(links.cancel(session, linkIdOf(request)));
      response.sendStatus(204);
    }),

    sendLink: withSession(sessions, 'invite', async (session, request, response) => {
      if (!linkMail) throw new HttpProblem('not-found', { detail: 'This backend sends no e-mail.' });
      const wanted = parseInput(sendLinkRequest, request.body);
      const sent = await orProblem(links.send(session, linkIdOf(request), wanted, linkMail));
      if (sent.kind !== 'queued') throw refusalOf(sent.kind);
      response.json({ now: instantOf(clock), link: sent.link } satisfies LinkAnswer);
    }),
  } satisfies Record<string, RequestHandler>;
}

/** Refuses a text that cannot be an id without asking the database. */
function linkIdOf(request: Request): string {
  const id = String(request.params.id);
  if (!/^[\w-]{1,64}$/.test(id)) throw new HttpProblem('link-unknown');
  return id;
}

async function orProblem<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (cause) {
    if (!(cause instanceof LinkError)) throw cause;
    throw new HttpProblem(problemCodes[cause.code], { cause });
  }
}

function refusalOf(kind: 'limited' | 'recipient-refused'): HttpProblem {
  if (kind === 'recipient-refused') return new HttpProblem(kind);
  const detail = 'Too many e-mails today from this company or to this recipient.';
  return new HttpProblem('rate-limited', { detail, headers: { 'Retry-After': String(24 * 3600) } });
}
