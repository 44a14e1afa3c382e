import type { CatalogueLocale } from 'spv-authorize/catalogue';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { TopicCode } from './topics.ts';

/** How often a topic got the same answer. */
export interface FeedbackCount {
  /** Also codes of earlier versions. */
  readonly topic: string;
  readonly locale: string;
  readonly isHelpful: boolean;
  readonly count: number;
}

interface Answer {
  readonly topic: TopicCode;
  readonly locale: CatalogueLocale;
  readonly isHelpful: boolean;
}

/** Counts the answers to "Did this help?" by topic, language and day. Nothing about the person is stored. */
export class Feedback {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async record({ topic, locale, isHelpful }: Answer): Promise<void> {
    const day = new Date(this.#clock.now() * 1000).toISOString().slice(0, 10);
    await this.#database.queries
      .insertInto('feedback')
      .values({ topic, locale, helpful: isHelpful, day, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['topic', 'locale', 'helpful', 'day'])
          .doUpdateSet(({ eb }) => ({ count: eb('feedback.count', '+', 1) })),
      )
      .execute();
  }

  /** The totals over all days. */
  async counts(): Promise<FeedbackCount[]> {
    const rows = await this.#database.queries
      .selectFrom('feedback')
      .select(['topic', 'locale', 'helpful'])
      .select(({ fn }) => fn.sum<number>('count').as('count'))
      .groupBy(['topic', 'locale', 'helpful'])
      .orderBy('topic')
      .orderBy('locale')
      .orderBy('helpful')
      .execute();
    return rows.map(({ topic, locale, helpful, count }) => ({ topic, locale, isHelpful: helpful, count }));
  }
}
