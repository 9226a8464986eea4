import { releaseStateNames } from '@koujing/release';
import type { DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import type { ReleaseStanding, ReleaseState, ReleaseSummary } from '../../libs/release/release.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';

/** What a person must do something about, and what is on its way. */
export const waitsForPerson: ReadonlySet<string> = new Set(['needsPerson', 'rejected', 'notWithdrawable']);
export const isUnderWay: ReadonlySet<string> = new Set([
  ...['planned', 'waiting', 'sending', 'accepted', 'unknown', 'deferred', 'correcting', 'withdrawing'],
]);

const stateTold = (state: ReleaseState): string => `${releaseStateNames[state].zh} ${state}`;

export const summaryTold = ({ id, number, state, organ, title, scheduledAt }: ReleaseSummary): string =>
  [id, number, stateTold(state), organ.name, title, ...(scheduledAt === null ? [] : [scheduledAt])].join(
    '  ',
  );

export const standingTold = ({ id, number, state, version, digest, findings }: ReleaseStanding): string =>
  [
    `${id}  ${number}  ${stateTold(state)}  第 ${version} 版`,
    `  摘要 (digest) ${digest}`,
    ...findings.map(
      ({ severity, accountId, field, message }) =>
        `  ${severity === 'block' ? '不能提交' : '提醒'} ${accountId}${field === undefined ? '' : ` ${field}`}：${message}`,
    ),
  ].join('\n');

type Told = Pick<ReleasePage, 'release' | 'actions' | 'findings'> & {
  readonly content: Pick<ReleasePage['content'], 'title' | 'plain' | 'accountIds'>;
};

export const pageTold = ({ release, content, actions, findings }: Told): string => {
  const possible = Object.entries(actions).filter(([, { reasons }]) => reasons.length === 0);
  return [
    summaryTold(release),
    `  摘要 (digest) ${release.digest}`,
    `  渠道 (accounts) ${content.accountIds.join('、') || '无'}`,
    `  未了结的口径问题 (open findings) ${findings.length}`,
    `  现在可以 (possible now) ${possible.map(([name]) => name).join('、') || '无'}`,
    '',
    content.title,
    '',
    content.plain,
  ].join('\n');
};

export const deliveryTold = (delivery: DeliveryView): string => {
  const { accountName, recipient, operation, version, state, receipt, lastMessage, told, readBack } =
    delivery;
  const drift = readBack?.drift ?? null;
  const lines = [
    `${[accountName, recipient].filter((word) => word !== '').join(' ')}  ${operation} 第 ${version} 版  ${state}${receipt?.url === undefined ? '' : `  ${receipt.url}`}`,
    ...(waitsForPerson.has(state)
      ? [
          `    ${lastMessage ?? '须人工处理 (a person decides)'}`,
          ...(told === null ? [] : [`    已告知 (told) ${told.names.join('、')}，${told.at}`]),
        ]
      : []),
    ...(drift === null
      ? []
      : [
          `    回读不一致 (drift)：${drift.kind === 'gone' ? '已不在 gone' : '内容不同 differs'}，${drift.raisedAt}`,
        ]),
  ];
  return lines.join('\n');
};
