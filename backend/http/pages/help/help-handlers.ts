import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { type CatalogueLocale, catalogueLocales } from 'spv-authorize/catalogue';
import type { Application } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { Logger } from '../../../configuration/options.ts';
import type { Feedback } from '../../../help/feedback.ts';
import { parseQuery } from '../../../help/query.ts';
import { isTopic, type TopicCode } from '../../../help/topics.ts';
import { logTrouble, toProblem } from '../../middleware/error-handler.ts';
import { HttpProblem } from '../../middleware/problem.ts';
import { limiter } from '../../middleware/rate-limit.ts';
import { isFromOwnPage, preferredLocale, textParameter } from '../page-request.ts';
import { type Answer, feedbackPage } from './feedback-page.ts';
import { type HelpVisit, helpContexts } from './help-context.ts';
import { helpPage } from './help-page.ts';
import type { FeedbackTrouble } from './help-words.ts';

export interface HelpDependencies {
  readonly feedback: Feedback;
  readonly application: Application;
  readonly publicUrl: string;
  readonly publicOrigin: string;
  /** Answers to "Did this help?" that one address may send in a minute. */
  readonly feedbackPerMinute: number;
  readonly logger: Logger;
}

const answerForm = v.pipe(
  v.object({
    topic: v.custom<TopicCode>((code) => typeof code === 'string' && isTopic(code)),
    helpful: v.picklist(['yes', 'no']),
  }),
  v.transform(({ topic, helpful }): Answer => ({ topic, isHelpful: helpful === 'yes' })),
);

/** Handlers of the help. Every page works without JavaScript. */
export function helpHandlers(dependencies: HelpDependencies) {
  const { feedback, application, publicUrl, publicOrigin } = dependencies;
  const contextOf = helpContexts(application, publicUrl);
  const limit = limiter('feedback', dependencies.feedbackPerMinute);
  /** Passes other languages on: below `/help` the host's app may have pages of its own. */
  const inLanguage =
    (handle: (locale: CatalogueLocale, request: Request, response: Response) => unknown): RequestHandler =>
    (request, response, next) => {
      const locale = catalogueLocales.find((one) => one === request.params.locale);
      return locale ? handle(locale, request, response) : next('route');
    };
  const show = inLanguage((locale, request, response) => {
    sendPage(response, { status: 200, locale, page: helpPage(contextOf(locale), visitOf(request)) });
  });

  return {
    /** Redirects to the help in the browser's language. */
    chooseHelpLanguage: (request, response) => {
      response
        .vary('Accept-Language')
        .status(302)
        .set('Location', contextOf(preferredLocale(request)).url)
        .end();
    },

    showHelp: show,

    showHelpAgain: show,

    /** Counts an answer, and returns to its section with thanks. */
    receiveFeedback: inLanguage(async (locale, request, response) => {
      if (!isFromOwnPage(request, publicOrigin)) throw new HttpProblem('origin-refused');
      const answer = answerOf(request);
      if (!answer) throw new HttpProblem('malformed-request');
      await limit(request.ip ?? 'unknown');
      await feedback.record({ ...answer, locale });
      const parameters = new URLSearchParams({ answered: answer.topic, helpful: answer.isHelpful ? 'yes' : 'no' });
      response
        .status(303)
        .set('Location', `${contextOf(locale).url}?${parameters}#${answer.topic}`)
        .end();
    }),
  } satisfies Record<string, RequestHandler>;
}

/** Answers an error of `receiveFeedback` with a page: the answer was not counted, and can be sent again. */
export function helpErrorHandler(
  dependencies: Pick<HelpDependencies, 'application' | 'publicUrl' | 'logger'>,
): ErrorRequestHandler {
  const contextOf = helpContexts(dependencies.application, dependencies.publicUrl);
  return (error: unknown, request, response, next) => {
    const locale = catalogueLocales.find((one) => request.path === `/help/${one}/feedback`);
    const problem = toProblem(error);
    if (response.headersSent || !locale || problem.code === 'method-not-allowed') return next(error);
    logTrouble(dependencies.logger, problem, response);
    response.set(problem.headers);
    const page = feedbackPage(contextOf(locale), troubleOf(problem), answerOf(request));
    sendPage(response, { status: problem.status, locale, page });
  };
}

function sendPage(
  response: Response,
  { status, locale, page }: { readonly status: number; readonly locale: CatalogueLocale; readonly page: string },
): void {
  response.status(status).set('Content-Language', locale).type('html').send(page);
}

function visitOf(request: Request): HelpVisit {
  const text = textParameter(request, 'q')?.trim();
  if (text) return { query: parseQuery(text) };
  const topic = textParameter(request, 'answered');
  if (topic === undefined || !isTopic(topic)) return {};
  return { answered: { topic, isHelpful: textParameter(request, 'helpful') === 'yes' } };
}

/** The answer in a form. Undefined when it is not a valid one. */
function answerOf(request: Request): Answer | undefined {
  const result = v.safeParse(answerForm, request.body);
  return result.success ? result.output : undefined;
}

function troubleOf({ status }: HttpProblem): FeedbackTrouble {
  if (status === 403) return 'other-page';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'not-stored' : 'not-valid';
}
