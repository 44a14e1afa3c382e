import type { RequestHandler } from 'express';
import { Counter, Gauge, Registry } from 'prom-client';
import type { AttemptCount } from '../../authorizing/attempt-counts.ts';
import type { FeedbackCount } from '../../help/feedback.ts';
import type { MailCount } from '../../outbox/outbox-counts.ts';
import type { WebhookCount } from '../../webhooks/webhook-counts.ts';

/** What is counted in the database, so that it is the same in every process and after a restart. */
export interface MetricSources {
  readonly countAttempts: () => Promise<readonly AttemptCount[]>;
  readonly countFeedback: () => Promise<readonly FeedbackCount[]>;
  readonly countMails: () => Promise<readonly MailCount[]>;
  readonly countWebhookEvents: () => Promise<readonly WebhookCount[]>;
}

/** The metrics of one backend, in the text format of Prometheus. They contain no address, company or person. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'method' | 'route' | 'status'>;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    this.#requests = new Counter({
      name: 'spv_http_requests_total',
      help: 'Requests answered by this process since it started.',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    addAttempts(registers, sources.countAttempts);
    addFeedback(registers, sources.countFeedback);
    addMails(registers, sources.countMails);
    addWebhookEvents(registers, sources.countWebhookEvents);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Reads the database. Rejects when it does not answer. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /**
   * Counts each request by the template of its route. `routes` are Express's templates with the names to show;
   * requests of the host's app, which only pass through, are not counted.
   */
  countRequests(routes: ReadonlyMap<string, string>): RequestHandler {
    return (request, response, next) => {
      response.once('finish', () => {
        const template: unknown = request.route?.path;
        const route = typeof template === 'string' ? routes.get(template) : undefined;
        if (route !== undefined) this.#requests.inc({ method: request.method, route, status: response.statusCode });
      });
      next();
    };
  }
}

function addAttempts(registers: Registry[], countAttempts: MetricSources['countAttempts']): void {
  const gauge = new Gauge({
    name: 'spv_attempts',
    help: 'Attempts to authorize by state and failure. They are deleted 30 days after their end.',
    labelNames: ['state', 'failure'],
    registers,
    collect: async () => {
      const counts = await countAttempts();
      gauge.reset();
      for (const { state, failure = '', count } of counts) gauge.set({ state, failure }, count);
    },
  });
}

function addMails(registers: Registry[], countMails: MetricSources['countMails']): void {
  const gauge = new Gauge({
    name: 'spv_mails',
    help: 'E-mails by kind and state. "parked" and "refused" were given up. They are deleted 90 days after their end.',
    labelNames: ['kind', 'state'],
    registers,
    collect: async () => {
      const counts = await countMails();
      gauge.reset();
      for (const { kind, state, count } of counts) gauge.set({ kind, state }, count);
    },
  });
}

function addWebhookEvents(registers: Registry[], countEvents: MetricSources['countWebhookEvents']): void {
  const gauge = new Gauge({
    name: 'spv_webhook_events',
    help: 'Events for the host by type and state. "parked" were given up. They are deleted 90 days after their end.',
    labelNames: ['type', 'state'],
    registers,
    collect: async () => {
      const counts = await countEvents();
      gauge.reset();
      for (const { type, state, count } of counts) gauge.set({ type, state }, count);
    },
  });
}

function addFeedback(registers: Registry[], countFeedback: MetricSources['countFeedback']): void {
  const counter = new Counter({
    name: 'spv_help_feedback_total',
    help: 'Answers to "Did this help?" by topic of the help.',
    labelNames: ['topic', 'locale', 'helpful'],
    registers,
    collect: async () => {
      const counts = await countFeedback();
      counter.reset();
      for (const { topic, locale, isHelpful, count } of counts) {
        counter.inc({ topic, locale, helpful: isHelpful ? 'yes' : 'no' }, count);
      }
    },
  });
}
