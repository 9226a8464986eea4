import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Whose release it is, so that only those who may see it are told. */
export interface Concerned {
  readonly organId: string;
  readonly jointOrganIds: readonly string[];
  readonly released: boolean;
}

export type ChangedTopic = 'delivery' | 'release' | 'finding';

/** One row that was written, with what a watcher needs to know of it. */
export interface ChangedRow extends Concerned {
  readonly topic: ChangedTopic;
  readonly id: string;
  /** Null for a gap (工作缺位): it is a finding that no release is named in. */
  readonly releaseId: string | null;
  readonly updatedAt: Date;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A commit may become visible later than the time it carries; rows this close to the last seen are read again. */
const overlapSeconds = 5;
/** A mailing of ten thousand comes in several looks. */
export const rowsPerLook = 2_000;

/** What was written lately, by the time each row carries; whoever wrote it, in whatever process. */
export class ChangeStore {
  async latest(queries: Queries, topic: ChangedTopic): Promise<Date> {
    const { rows } = await sql<{
      at: Date | null;
    }>`select max(updated_at) as at from ${sql.table(topic)}`.execute(queries);
    return rows[0]?.at ?? new Date(0);
  }

  since(queries: Queries, topic: ChangedTopic, seen: Date): Promise<readonly ChangedRow[]> {
    const from = new Date(seen.getTime() - overlapSeconds * 1_000);
    switch (topic) {
      case 'delivery':
        return deliveries(queries, from);
      case 'release':
        return releases(queries, from);
      case 'finding':
        return findings(queries, from);
    }
  }

  /** Rows of the ledger by state, for the releases that moved last. */
  async counts(
    queries: Queries,
    releases: number,
  ): Promise<
    readonly (Concerned & { readonly releaseId: string; readonly deliveries: Record<string, number> })[]
  > {
    const { rows } = await sql<
      Concerned & { readonly releaseId: string; readonly deliveries: Record<string, number> }
    >`
      with moved as (select id, organ_id, joint_organ_ids, state, released_version from release where released_at is not null
        order by released_at desc limit ${releases})
      select m.id as "releaseId", m.organ_id as "organId", m.joint_organ_ids as "jointOrganIds",
        (m.released_version is not null and m.state <> 'withdrawn') as released, coalesce(
          (select jsonb_object_agg(c.state, c.n) from (select state, count(*) as n from delivery d
            where d.release_id = m.id group by state) as c), '{}') as deliveries
      from moved m`.execute(queries);
    return rows;
  }
}

const deliveries = async (queries: Queries, from: Date): Promise<readonly ChangedRow[]> => {
  const { rows } = await sql<ChangedRow>`
    select 'delivery' as topic, d.id, d.release_id as "releaseId", d.updated_at as "updatedAt",
      r.organ_id as "organId", r.joint_organ_ids as "jointOrganIds", (r.released_version is not null and r.state <> 'withdrawn') as released,
      jsonb_build_object('id', d.id, 'accountId', d.account_id, 'channel', d.channel, 'recipient', d.recipient,
        'state', d.state) as facts
    from delivery d join release r on r.id = d.release_id
    where d.updated_at > ${from} order by d.updated_at limit ${rowsPerLook}`.execute(queries);
  return rows;
};

const releases = async (queries: Queries, from: Date): Promise<readonly ChangedRow[]> => {
  const { rows } = await sql<ChangedRow>`
    select 'release' as topic, id, id as "releaseId", updated_at as "updatedAt", organ_id as "organId",
      joint_organ_ids as "jointOrganIds", (released_version is not null and state <> 'withdrawn') as released,
      jsonb_build_object('id', id, 'state', state, 'revision', revision) as facts
    from release where updated_at > ${from} order by updated_at limit ${rowsPerLook}`.execute(queries);
  return rows;
};

/** A gap names no release: it is its owner's to see, whose name its key carries where no matter does. */
const findings = async (queries: Queries, from: Date): Promise<readonly ChangedRow[]> => {
  const { rows } = await sql<ChangedRow>`
    select 'finding' as topic, f.id, fr.release_id as "releaseId", f.updated_at as "updatedAt",
      coalesce(r.organ_id, m.owner_organ_id, split_part(f.key, '@', 2)) as "organId",
      coalesce(r.joint_organ_ids, '[]') as "jointOrganIds", false as released,
      jsonb_build_object('id', f.id, 'state', f.state, 'severity', f.severity) as facts
    from finding f left join finding_release fr on fr.finding_id = f.id left join release r on r.id = fr.release_id
      left join matter m on m.id = f.matter
    where f.updated_at > ${from} order by f.updated_at limit ${rowsPerLook}`.execute(queries);
  return rows;
};
