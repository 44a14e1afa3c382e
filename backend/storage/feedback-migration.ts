import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Answers to "Did this help?" under the topics of the help, counted by day. */
export const feedbackMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`create table feedback (
        topic text not null,
        locale text not null,
        helpful boolean not null,
        day text not null,
        count int4 not null,
        primary key (topic, locale, helpful, day)
      )`)
      .execute(db);
  },
};
