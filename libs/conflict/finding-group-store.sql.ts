import type { Queries } from '@koujing/database';
import { newId, type ReleaseId } from '@koujing/kernel';
import { sql } from 'kysely';

/** What a new finding brings with it. */
export interface GroupQuestion {
  /** Its own key: a finding stays in its group. */
  readonly keys: readonly string[];
  readonly releaseIds: readonly ReleaseId[];
  /** Texts outside that are held against each other: what else is said of one of them is of the same matter. */
  readonly outsideIds?: readonly string[];
  readonly matter: { readonly id: string; readonly title: string } | null;
  /** Of a group that has to be made. */
  readonly title: string;
  readonly at: Date;
}

/** One row of the board: the findings on one matter, however many texts contradict one another (no n² rows). */
export class FindingGroupStore {
  /** The group of these findings, under `FindingStore.lockAll`; groups that turn out to be one are merged into the oldest. */
  async groupFor(queries: Queries, question: GroupQuestion): Promise<string> {
    const known = await this.touching(queries, question);
    const ofMatter = question.matter === null ? null : await this.ofMatter(queries, question.matter.id);
    const target = ofMatter ?? known[0]?.id ?? (await this.create(queries, question));
    // Two registered matters are two matters, however alike their texts are.
    const others = known
      .filter(({ id, matter_id }) => id !== target && matter_id === null)
      .map(({ id }) => id);
    if (others.length > 0) {
      await queries
        .updateTable('finding')
        .set({ group_id: target })
        .where('group_id', 'in', others)
        .execute();
      await queries.deleteFrom('finding_group').where('id', 'in', others).execute();
    }
    if (question.matter !== null && ofMatter === null)
      await queries
        .updateTable('finding_group')
        .set({ matter_id: question.matter.id, title: question.matter.title })
        .where('id', '=', target)
        .where('matter_id', 'is', null)
        .execute();
    return target;
  }

  /** Groups of what names one of these releases; what was ruled no conflict at all links nothing. */
  private async touching(queries: Queries, { keys, releaseIds, outsideIds = [] }: GroupQuestion) {
    const { rows } = await sql<{ id: string; matter_id: string | null }>`
      select g.id, g.matter_id from finding_group g where exists (
        select 1 from finding f left join finding_release named on named.finding_id = f.id
        where f.group_id = g.id and (f.key = any(${[...keys]}::text[]) or (
          (named.release_id = any(${[...releaseIds]}::text[]) or f.outside ->> 'id' = any(${[...outsideIds]}::text[])
            or f.outside_other ->> 'id' = any(${[...outsideIds]}::text[])) and f.state <> 'closed' and not exists (
            select 1 from ruling r where r.finding_id = f.id and r.facts_digest = f.facts_digest
              and r.ruling = 'notAConflict'))))
      order by g.created_at, g.id`.execute(queries);
    return rows;
  }

  private async ofMatter(queries: Queries, matterId: string): Promise<string | null> {
    const row = await queries
      .selectFrom('finding_group')
      .select('id')
      .where('matter_id', '=', matterId)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  private async create(queries: Queries, { title, at }: GroupQuestion): Promise<string> {
    const id = newId();
    await queries
      .insertInto('finding_group')
      .values({ id, title, matter_id: null, created_at: at })
      .execute();
    return id;
  }
}
