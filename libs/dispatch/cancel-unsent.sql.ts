import type { AuditTrail } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import { mailboxKey } from '@koujing/kernel';
import type { SuppressionFollower } from '@koujing/media';
import { sql } from 'kysely';

/** An address was stopped: its mails that nobody has claimed yet are not sent. */
export class CancelUnsent implements SuppressionFollower {
  constructor(private readonly audit: AuditTrail) {}

  async suppressed(queries: Queries, address: string, message: string): Promise<void> {
    const { rows } = await sql<{ id: string; rendition_digest: string }>`
      update delivery set state = 'cancelled', waiting_for = null, last_code = 'suppressed', last_message = ${message},
        updated_at = clock_timestamp(), settled_at = clock_timestamp()
      where id in (select id from delivery where lower(recipient) = ${mailboxKey(address)} and recipient <> ''
        and state in ('planned', 'waiting', 'deferred') for no key update skip locked)
      returning id, rendition_digest`.execute(queries);
    await this.audit.recordAll(
      queries,
      rows.map(({ id, rendition_digest }) => ({
        actor: 'system:suppression',
        action: 'delivery.cancelled',
        subjectKind: 'delivery',
        subjectId: id,
        digest: rendition_digest,
        detail: { cause: 'suppressed' },
      })),
    );
  }
}
