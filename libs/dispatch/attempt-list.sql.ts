import type { Receipt } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** A try of this house or a deed of a person, as it was written down. */
export interface ListedAttempt {
  readonly id: string;
  readonly kind: 'send' | 'probe' | 'person';
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** As kept: `late:` before the outcome of an overtaken claim; null for a deed. */
  readonly outcome: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly evidence: AttemptEvidence | null;
  readonly nextAt: Date | null;
  readonly by: string | null;
  readonly action: string | null;
  readonly becomes: string | null;
}

/** What is shown of a channel's answer; the rest of it stays in the evidence. */
export interface AttemptEvidence {
  readonly receipt?: Receipt;
  readonly reason?: string;
  readonly fix?: string;
  readonly field?: string;
}

/**
 * The steps of one delivery, the newest first: its tries, and what persons did to it, from the audit trail. Both are
 * found by an index on the delivery, whatever else is in the ledger.
 */
export const listAttempts = async (
  queries: Queries,
  deliveryId: string,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly items: readonly ListedAttempt[]; readonly total: number }> => {
  const { rows } = await sql<ListedAttempt>`
    select * from (
      select id, action as kind, started_at as "startedAt", ended_at as "endedAt", outcome, code, message, evidence,
        next_at as "nextAt", null as by, null as action, null as becomes
      from delivery_attempt where delivery_id = ${deliveryId}
      union all
      select e.id, 'person', e.at, null, null, null, e.detail ->> 'reason', null, null, coalesce(p.name, e.actor),
        e.action, e.detail ->> 'to'
      from audit_entry e left join person p on p.id = e.actor
      where e.subject_kind = 'delivery' and e.subject_id = ${deliveryId} and e.actor not like 'system:%'
    ) step
    order by "startedAt" desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
  const counted = await sql<{ total: number }>`
    select (select count(*) from delivery_attempt where delivery_id = ${deliveryId})
      + (select count(*) from audit_entry where subject_kind = 'delivery' and subject_id = ${deliveryId}
        and actor not like 'system:%') as total`.execute(queries);
  return { items: rows, total: Number(counted.rows[0]?.total ?? 0) };
};
