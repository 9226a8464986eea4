import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // 新闻发布计划和重点内容 (Art.37).
  sql`create table period_plan (
    id text primary key, title text not null, from_month text not null, to_month text not null, key_content text not null,
    state text not null, made_by text not null references person (id), issued_by text, issued_at timestamptz,
    revision integer not null, created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create table period_plan_item (
    id text primary key, plan_id text not null references period_plan (id), position integer not null,
    organ_id text not null references organ (id), topic text not null, month text not null, form text not null,
    key_content text not null default '', dropped_reason text, release_id text references release (id),
    linked_by text, linked_at timestamptz)`,
  sql`create index period_plan_item_of on period_plan_item (plan_id, position)`,
  sql`create index period_plan_item_organ on period_plan_item (organ_id, month)`,
];

export const periodPlans: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
