import { Command } from 'commander';
import type { ReleaseDraftInput, ReleaseQuery } from '../../libs/release/release.api.js';
import type { DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import {
  answered,
  contentOf,
  EXIT_REFUSED,
  NotDone,
  openApi,
  queryOf,
  withApi,
  type ApiOptions,
} from './api-client.js';
import { deliveriesOf } from './deliveries-of.js';
import { BadInput } from './bad-input.js';
import { jsonOf, titleAndBlocks } from './draft-file.js';
import { told } from './print.js';
import { changing } from './release-changes.js';
import { files } from './release-files.js';
import { outcome } from './release-outcome.js';
import { pageTold, standingTold, summaryTold } from './release-told.js';

/** `koujing release …`: what the scopes of the key allow; reviews, approvals and taking back what is out are a person's. */
export const releaseCommand = (): Command => {
  const release = new Command('release')
    .description('发布稿：列出、查看、起草、提交、发出、更正 (releases, over the API)')
    .exitOverride();
  const draftsAndSigning = [list(), show(), draft(), submit(), takeBack()];
  const changes = [...changing(), ...files(), ...goingOut(), retry(), correct(), withdraw(), ...outcome()];
  for (const command of [...draftsAndSigning, ...changes]) release.addCommand(withApi(command));
  return release;
};

interface ListOptions extends ApiOptions {
  readonly state?: string;
  readonly organ?: string;
  readonly q?: string;
  readonly page?: string;
}

const list = (): Command =>
  new Command('list')
    .description('列出发布稿，每行一篇 (list releases)')
    .option('--state <state>', '状态，如 approved (state)')
    .option('--organ <id>', '单位 (organ)')
    .option('--q <words>', '标题或编号中的词 (words in title or number)')
    .option('--page <number>', '第几页，从 1 起 (page)')
    .action(async (options: ListOptions) => {
      const { state, organ, q, page } = options;
      const query = queryOf<ReleaseQuery>({ state, organ, q, page });
      const found = await answered(openApi(options).GET('/api/releases', { params: { query } }));
      const lines = found.items.map(summaryTold);
      await told(found, [...lines, `共 ${found.total} 篇 (in all)，第 ${found.page} 页`].join('\n'), options);
    });

const show = (): Command =>
  new Command('show')
    .description('一篇的全文、状态和可以做的事 (one release)')
    .argument('<id>', '发布稿 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const page = await answered(openApi(options).GET('/api/releases/{id}', { params: { path: { id } } }));
      await told(page, pageTold(page), options);
    });

interface DraftOptions extends ApiOptions {
  readonly organ?: string;
  readonly kind?: string;
  readonly account?: readonly string[];
}

const draft = (): Command =>
  new Command('draft')
    .description('由文件起草：.json 是完整的稿件，其他是文字，第一行为标题 (draft from a file)')
    .argument('<file>', '文件 (file)')
    .option('--organ <id>', '发布单位 (organ that releases)')
    .option('--kind <kind>', '类型，如 routine (kind)')
    .option('--account <id...>', '发到哪些渠道账号 (channel accounts)')
    .action(async (file: string, options: DraftOptions) => {
      const body = draftFrom(file, options);
      const standing = await answered(openApi(options).POST('/api/releases', { body }));
      await told(standing, standingTold(standing), options);
    });

/** @throws BadInput that names the file and the field. */
const draftFrom = (file: string, { organ, kind, account }: DraftOptions): ReleaseDraftInput => {
  const given = {
    ...(organ === undefined ? {} : { organId: organ }),
    ...(kind === undefined ? {} : { kind }),
    ...(account === undefined ? {} : { accountIds: account }),
  };
  const text = contentOf(file);
  // The server reads it by its own schema and names each field that is wrong.
  if (file.endsWith('.json')) return { ...jsonOf(file, text), ...given } as ReleaseDraftInput;
  if (organ === undefined)
    throw new BadInput(`${file}：文字稿须用 --organ 指明发布单位 (name the organ with --organ)`);
  return {
    kind: 'routine',
    ...titleAndBlocks(text),
    ...given,
  } as ReleaseDraftInput;
};

const submit = (): Command =>
  new Command('submit')
    .description('提交审核 (submit for review)')
    .argument('<id>')
    .action(async (id: string, options: ApiOptions) => {
      const api = openApi(options);
      const digest = await digestOf(api, id);
      const path = { id };
      const standing = await answered(
        api.POST('/api/releases/{id}/submit', { params: { path }, body: { digest } }),
      );
      await told(standing, standingTold(standing), options);
    });

const takeBack = (): Command =>
  new Command('take-back')
    .description('收回已提交、还没有人签署的稿件 (take back what was submitted)')
    .argument('<id>')
    .action(async (id: string, options: ApiOptions) => {
      const api = openApi(options);
      const params = { path: { id } };
      const body = { digest: await digestOf(api, id) };
      const standing = await answered(api.POST('/api/releases/{id}/take-back', { params, body }));
      await told(standing, standingTold(standing), options);
    });

const digestOf = async (api: ReturnType<typeof openApi>, id: string): Promise<string> =>
  (await answered(api.GET('/api/releases/{id}', { params: { path: { id } } }))).release.digest;

/** Bound to a digest: what was changed since the caller looked does not go out. */
const goingOut = (): readonly Command[] => [
  new Command('now')
    .description('立即发出已审定的稿件 (release what is approved, now)')
    .argument('<id>')
    .option('--digest <digest>', '只发出这一内容，见 show (only this content)')
    .action(async (id: string, options: ApiOptions & { digest?: string }) => {
      const api = openApi(options);
      const digest = options.digest ?? (await digestOf(api, id));
      const path = { id };
      const done = await answered(
        api.POST('/api/releases/{id}/publish', { params: { path }, body: { digest } }),
      );
      await told(
        done,
        `已发出 (released)：计划 ${done.deliveries} 条送达，进度见 koujing status ${id}`,
        options,
      );
    }),
  new Command('at')
    .description('定时发出，或 none 取消 (release at its hour, or `none` to cancel)')
    .argument('<id>')
    .argument('<time>', '带时区，如 2026-11-24T08:00:00+08:00 (with its offset)')
    .action(async (id: string, at: string, options: ApiOptions) => {
      const api = openApi(options);
      const params = { path: { id } };
      const done =
        at === 'none'
          ? await answered(api.DELETE('/api/releases/{id}/schedule', { params }))
          : await answered(api.POST('/api/releases/{id}/schedule', { params, body: { at } }));
      await told(
        done,
        at === 'none' ? '已取消排期 (no longer scheduled)' : `已排期 (scheduled)：${at}`,
        options,
      );
    }),
];

/** What was refused or waits for a person on one account; each row once more, none of another account. */
const retry = (): Command =>
  new Command('retry')
    .description('只重试一个渠道账号上没有发成的 (try one account again)')
    .argument('<id>')
    .requiredOption('--account <id>', '渠道账号 (channel account)')
    .action(async (id: string, options: ApiOptions & { account: string }) => {
      const rows = (await deliveriesOf(openApi(options), id)).filter(
        ({ accountId }) => accountId === options.account,
      );
      const possible = rows.filter(({ actions }) => actions.retry.reasons.length === 0);
      if (possible.length === 0) throw new NotDone(notRetried(options.account, rows), EXIT_REFUSED);
      // Each is a writing of its own, with a key of its own.
      for (const row of possible)
        await answered(
          openApi(options).POST('/api/deliveries/{id}/retry', { params: { path: { id: row.id } } }),
        );
      await told(
        possible.map((row) => row.id),
        `已重试 ${possible.length} 条 (tried again)，进度见 koujing status ${id}`,
        options,
      );
    });

const notRetried = (account: string, rows: readonly DeliveryView[]): string => {
  const reasons = rows.flatMap(({ actions }) => actions.retry.reasons);
  const why = new Set(reasons.map(({ message, messageEn }) => `${message}\n  ${messageEn}`));
  return rows.length === 0
    ? `这一篇没有发到账号“${account}”。\n  Nothing of this release goes to the account "${account}".`
    : [...why].join('\n');
};

const correct = (): Command =>
  new Command('correct')
    .description('开始更正已发布的稿件；改完仍须审签 (open a correction of what is out)')
    .argument('<id>')
    .requiredOption('--note <text>', '更正说明，公众可见 (what the public is told)')
    .action(async (id: string, options: ApiOptions & { note: string }) => {
      const api = openApi(options);
      const params = { path: { id } };
      const { release } = await answered(api.GET('/api/releases/{id}', { params }));
      const body = { expectedRevision: release.revision, note: options.note };
      const standing = await answered(api.POST('/api/releases/{id}/correction', { params, body }));
      await told(standing, standingTold(standing), options);
    });

const withdraw = (): Command =>
  new Command('withdraw')
    .description('撤下尚未发布的稿件；已发布的由负责人在控制台撤回 (withdraw what is not out yet)')
    .argument('<id>')
    .requiredOption('--reason <text>', '理由 (reason)')
    .action(async (id: string, options: ApiOptions & { reason: string }) => {
      const body = { reason: options.reason };
      const standing = await answered(
        openApi(options).POST('/api/releases/{id}/withdraw', { params: { path: { id } }, body }),
      );
      await told(standing, standingTold(standing), options);
    });
