import { Command } from 'commander';
import type { AmendmentList, PlannedActView } from '../../libs/dispatch/amendment.api.js';
import { answered, openApi, type ApiOptions } from './api-client.js';
import { told } from './print.js';
import { showOf, words } from './reading/reading.js';
import { standingTold } from './release-told.js';

/** What a correction or a withdrawal does on each account, what became of it, and a correction that is given up. */
export const outcome = (): readonly Command[] => [effect(), amendments(), abandon()];

const effect = (): Command =>
  new Command('effect')
    .description(
      '更正或撤回在每个渠道上会怎样，什么不能挽回 (what a correction or withdrawal does on each account)',
    )
    .argument('<id>', '发布稿 (id)')
    .requiredOption('--kind <kind>', 'correct 或 withdraw (kind)')
    .action(async (id: string, { kind, ...options }: ApiOptions & { readonly kind: string }) => {
      const params = { path: { id }, query: { kind: kind as 'correct' } };
      const found = await answered(openApi(options).GET('/api/releases/{id}/amendment-plan', { params }));
      await told(found, found.items.map(actTold).join('\n'), options);
    });

const actTold = ({ accountId, act, count, message, undoable }: PlannedActView): string =>
  words(accountId, act, `${count}`, message, !undoable && '不能挽回 cannot be undone');

const amendments = (): Command =>
  showOf('/api/releases/{id}/amendments', {
    name: 'amendments',
    about: '更正和撤回的经过，须人工处理的 (corrections and withdrawals, and what is to do by hand)',
    told: amendmentsTold,
  });

const amendmentsTold = ({ items, steps, total }: AmendmentList): string =>
  [
    ...items.map(({ kind, fromVersion, toVersion, reason, orderedBy, orderedAt, deliveries }) =>
      words(
        ...[kind, `第 ${fromVersion} 版${toVersion === null ? '' : ` → 第 ${toVersion} 版`}`, reason],
        ...[orderedBy.name, orderedAt],
        ...Object.entries(deliveries).map(([state, count]) => `${state} ${count}`),
      ),
    ),
    ...steps.map(
      ({ accountName, recipient, text, doneAt }) =>
        `  人工 (by hand) ${words(accountName, recipient, text, doneAt ?? '未办 open')}`,
    ),
    `共 ${total} 次 (in all)`,
  ].join('\n');

const abandon = (): Command =>
  new Command('abandon')
    .description('放弃尚未发出的更正 (give up a correction that is not out)')
    .argument('<id>', '发布稿 (id)')
    .requiredOption('--reason <text>', '理由 (reason)')
    .action(async (id: string, { reason, ...options }: ApiOptions & { readonly reason: string }) => {
      const asked = { params: { path: { id } }, body: { reason } };
      const standing = await answered(openApi(options).POST('/api/releases/{id}/correction/abandon', asked));
      await told(standing, standingTold(standing), options);
    });
