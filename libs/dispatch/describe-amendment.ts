import type { Rendition } from '@koujing/channel';
import { digestOf } from '@koujing/kernel';
import { isAwaited, type Amendment, type AmendmentShare, type LedgerRow } from './amendment.js';
import { planAmendment, type AmendingDelivery } from './amendment-plan.js';
import { actWords } from './amendment-words.js';
import type { AmendmentAct, PlannedActView } from './amendment.api.js';

/** Pure: what an amendment would do on every account, as the person is told before confirming it. */
export const describeAmendment = (
  amendment: Amendment,
  rows: readonly LedgerRow[],
  recipients: readonly string[],
  renditions: readonly Rendition[],
): PlannedActView[] => {
  const planned = planAmendment(amendment, { rows: rows.map(closed), recipients, portalLive: true });
  const byDigest = new Map(renditions.map((rendition) => [digestOf(rendition), rendition]));
  return amendment.shares.flatMap((share) => {
    const own = planned.filter(({ accountId }) => accountId === share.accountId);
    const awaited = rows.filter((row) => row.accountId === share.accountId && isAwaited(row)).length;
    const counts = new Map<AmendmentAct, number>();
    for (const act of own.map((row) => actOf(share, row)).filter((act) => act !== null))
      counts.set(act, (counts.get(act) ?? 0) + 1);
    if (awaited > 0) counts.set('wait', awaited);
    if (counts.size === 0) counts.set('none', 1);
    return [...counts].map(([act, count]) => view(share, { act, count }, byDigest));
  });
};

/** As the order will leave what was not sent yet. */
const closed = (row: LedgerRow): LedgerRow => {
  if (row.operation === 'withdraw' || row.operation === 'recall') return row;
  if (row.state === 'rejected') return { ...row, state: 'abandoned' };
  return ['planned', 'waiting', 'deferred'].includes(row.state) ? { ...row, state: 'superseded' } : row;
};

const actOf = (share: AmendmentShare, row: AmendingDelivery): AmendmentAct | null => {
  if (row.state === 'notWithdrawable') return 'byHand';
  switch (row.operation) {
    case 'recall':
      return 'recall';
    case 'correct':
      return 'correct';
    case 'withdraw':
      // In the "replace" way the new version's row speaks for both.
      return share.renditionDigest === null ? 'withdraw' : null;
    case 'send':
      if (row.amends === null) return 'firstCopy';
      return share.way === 'replace' ? 'replace' : 'followUp';
  }
};

const view = (
  share: AmendmentShare,
  { act, count }: { readonly act: AmendmentAct; readonly count: number },
  renditions: ReadonlyMap<string, Rendition>,
): PlannedActView => {
  const shown = act === 'withdraw' || act === 'recall' ? renditions.get(share.noticeDigest ?? '') : undefined;
  const { accountId, accountName, channel } = share;
  const notice =
    shown === undefined
      ? null
      : { template: shown.template, parts: { ...shown.parts }, slots: [...shown.slots] };
  return { accountId, accountName, channel, act, count, ...actWords[act], notice };
};
