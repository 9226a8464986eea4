import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { Change } from './change.js';
import type { Delivery } from './delivery.js';
import { inOneOrder } from './in-one-order.js';
import { failuresBeforeRest, restMs } from './retry-policy.js';

interface Lesson {
  readonly row: Delivery;
  readonly change: Change;
}

/** An account that was stopped just now and waits for an operator. */
export interface StoppedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly message: string;
}

/** Per account: a failing one rests alone, a refused credential stops it until an operator has been there. */
export const learnBreakers = async (
  queries: Queries,
  lessons: readonly Lesson[],
): Promise<readonly StoppedAccount[]> => {
  const stopped: StoppedAccount[] = [];
  for (const [accountId, ofAccount] of inOneOrder(Map.groupBy(lessons, ({ row }) => row.accountId))) {
    const refusal = ofAccount.find(({ change }) => change.account === 'stopped');
    const failures = ofAccount.filter(({ change }) => change.account === 'failed').length;
    const worked = ofAccount.some(({ change }) => change.account === 'worked');
    if (refusal !== undefined) stopped.push(...(await stop(queries, accountId, refusal.change)));
    else if (worked) await close(queries, accountId);
    else if (failures > 0) await count(queries, accountId, failures);
  }
  return stopped;
};

const stop = async (
  queries: Queries,
  accountId: string,
  change: Change,
): Promise<readonly StoppedAccount[]> => {
  const message = [change.code, change.message].filter((part) => part !== null).join(' ');
  const { rows } = await sql<{ name: string }>`
    update account set breaker = 'stopped', breaker_reason = ${message}, breaker_until = null
    where id = ${accountId} and breaker <> 'stopped' returning name`.execute(queries);
  return rows.map(({ name }) => ({ accountId, name, message }));
};

/** Written only where something is to be undone: a working account's row is not touched at every delivery. */
const close = async (queries: Queries, accountId: string): Promise<void> => {
  await sql`
    update account set breaker = 'closed', breaker_until = null, breaker_reason = null, breaker_failures = 0
    where id = ${accountId} and breaker <> 'stopped' and (breaker <> 'closed' or breaker_failures > 0)`.execute(
    queries,
  );
};

const count = async (queries: Queries, accountId: string, failures: number): Promise<void> => {
  await sql`
    update account set breaker_failures = breaker_failures + ${failures},
      breaker = case when breaker_failures + ${failures} >= ${failuresBeforeRest} then 'open' else breaker end,
      breaker_until = case when breaker_failures + ${failures} >= ${failuresBeforeRest}
        then clock_timestamp() + least(${restMs.maxMs}, ${restMs.firstMs} * power(${restMs.factor},
          least(10, greatest(0, breaker_failures + ${failures} - ${failuresBeforeRest}))))
          * interval '1 millisecond'
        else breaker_until end
    where id = ${accountId} and breaker <> 'stopped'`.execute(queries);
};
