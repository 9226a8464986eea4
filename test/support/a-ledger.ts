import type { Queries } from '@koujing/database';

export interface LedgerLine {
  readonly account: string;
  readonly channel: string;
  readonly operation: 'send' | 'correct' | 'withdraw' | 'recall';
  readonly state: string;
  readonly version?: number;
  readonly recipient?: string;
  readonly fix?: string;
}

/** Rows of the ledger as the dispatcher leaves them, in their order, for whatever only reads it. */
export const aLedger = async (
  queries: Queries,
  releaseId: string,
  lines: readonly LedgerLine[],
): Promise<void> => {
  const at = new Date('2026-11-01T00:00:00+08:00');
  for (const { account: id, channel } of new Map(lines.map((line) => [line.account, line])).values())
    await queries
      .insertInto('account')
      .values({
        ...{ id, channel, name: `账号 ${id}`, settings: {}, enabled: true },
        ...{ breaker: 'closed', breaker_failures: 0 },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await queries
    .insertInto('rendition')
    .values({ digest: 'ledger', body: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const { account, channel, operation, state, version = 1, recipient = '', fix = null } of lines) {
    const id = [releaseId, account, operation, version, recipient].join(' ');
    await queries
      .insertInto('delivery')
      .values({
        ...{ id, release_id: releaseId, version, account_id: account, channel, operation, recipient, state },
        ...{ fix, rendition_digest: 'ledger', portal_url: '', batch: 'ledger', idempotency_key: id },
        ...{ generation: 1, epoch: 0, attempts: 1, failures: 0, next_at: at, created_at: at, updated_at: at },
      })
      .execute();
  }
};

/** One of each that a reader of reports tells apart; what became of it stands beside. */
export const ledgerOfAllKinds: readonly LedgerLine[] = [
  // 已到达: corrected in place.
  { account: 'portal', channel: 'portal', operation: 'send', state: 'verified' },
  { account: 'portal', channel: 'portal', operation: 'correct', state: 'corrected', version: 2 },
  // 已到达, once: the first text was taken down, the second stands.
  { account: 'wechat', channel: 'wechat', operation: 'send', state: 'delivered' },
  { account: 'wechat', channel: 'wechat', operation: 'withdraw', state: 'withdrawn' },
  { account: 'wechat', channel: 'wechat', operation: 'send', state: 'delivered', version: 2 },
  // 已撤回.
  { account: 'weibo', channel: 'weibo', operation: 'send', state: 'delivered' },
  { account: 'weibo', channel: 'weibo', operation: 'withdraw', state: 'withdrawn' },
  // 失败: the public still reads it.
  { account: 'weibo-2', channel: 'weibo', operation: 'send', state: 'delivered' },
  { account: 'weibo-2', channel: 'weibo', operation: 'withdraw', state: 'notWithdrawable', fix: 'operator' },
  // Mail: recalled, refused, nobody knows, still to go, called off.
  { account: 'mail', channel: 'email', operation: 'send', state: 'delivered', recipient: 'a@one.example' },
  { account: 'mail', channel: 'email', operation: 'recall', state: 'delivered', recipient: 'A@one.example' },
  {
    ...{ account: 'mail', channel: 'email', operation: 'send', state: 'rejected' },
    ...{ recipient: 'b@two.example', fix: 'content' },
  },
  { account: 'mail', channel: 'email', operation: 'send', state: 'unknown', recipient: 'c@two.example' },
  { account: 'mail', channel: 'email', operation: 'send', state: 'planned', recipient: 'd@two.example' },
  { account: 'mail', channel: 'email', operation: 'send', state: 'cancelled', recipient: 'e@two.example' },
];
