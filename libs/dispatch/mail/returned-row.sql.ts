import type { Queries } from '@koujing/database';
import { mailboxKey } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Delivery } from '../delivery.js';
import { deliveryOf, type DeliveryRow } from '../delivery-row.sql.js';
import type { Returned } from './mail-return.js';

/** Mails of one release version, for a report that names only what it returned. */
export const mailsOf = async (
  queries: Queries,
  { releaseId, version, addresses }: { releaseId: string; version: number; addresses: readonly string[] },
): Promise<readonly Delivery[]> => {
  const { rows } = await sql<DeliveryRow>`
    select * from delivery where release_id = ${releaseId} and version = ${version} and recipient <> ''
      and lower(recipient) = any(${addresses.map(mailboxKey)})`.execute(queries);
  return rows.map(deliveryOf);
};

/** Raises the epoch: whoever is asking about the row at this moment has been answered. */
export const writeReturned = async (
  queries: Queries,
  row: Delivery,
  { to, fix, message }: Returned,
  code: string,
): Promise<void> => {
  await sql`
    update delivery set state = ${to}, fix = ${fix}, last_code = ${code}, last_message = ${message}, epoch = epoch + 1,
      lease_holder = null, lease_until = null, updated_at = clock_timestamp(), settled_at = clock_timestamp()
    where id = ${row.id} and state = ${row.state}`.execute(queries);
};
