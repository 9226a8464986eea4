import { Command } from 'commander';
import type { PreviewView, ReleaseDraftInput } from '../../libs/release/release.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { answered, contentOf, openApi, type ApiOptions } from './api-client.js';
import { BadInput } from './bad-input.js';
import { draftOf } from './draft-of-page.js';
import { jsonOf, titleAndBlocks } from './draft-file.js';
import { print, told } from './print.js';
import { standingTold } from './release-told.js';

/** What a drafter does with a draft: have it, change it, see it as the public will, say when it should go out. */
export const changing = (): readonly Command[] => [content(), revise(), previews(), propose()];

/** The client's types unfold every block; what the server answers is a page as its schema has it. */
const pageOf = async (options: ApiOptions, id: string): Promise<ReleasePage> =>
  (await answered(
    openApi(options).GET('/api/releases/{id}', { params: { path: { id } } }),
  )) as unknown as ReleasePage;

const content = (): Command =>
  new Command('content')
    .description('输出可以修改的稿件（JSON），改好后交给 revise (the draft as JSON, for revise)')
    .argument('<id>', '发布稿 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const draft = draftOf(await pageOf(options, id));
      await print(`${JSON.stringify(draft, null, options.json ? 0 : 2)}\n`);
    });

const revise = (): Command =>
  new Command('revise')
    .description(
      '修改草稿：.json 里写了哪几项就改哪几项，其他文件是文字，第一行为标题 (change a draft: the members that a .json names, or title and text)',
    )
    .argument('<id>', '发布稿 (id)')
    .argument('<file>', '文件 (file)')
    .option('--revision <number>', '只改这一次修订，见 show --json (only this revision)')
    .action(async (id: string, file: string, options: ApiOptions & { revision?: string }) => {
      const text = contentOf(file);
      const changes = file.endsWith('.json') ? jsonOf(file, text) : titleAndBlocks(text);
      const page = await pageOf(options, id);
      const expectedRevision = numberOf(options.revision) ?? page.release.revision;
      const draft = { ...draftOf(page), ...changes } as ReleaseDraftInput;
      const standing = await answered(
        openApi(options).PUT('/api/releases/{id}', {
          params: { path: { id } },
          body: { expectedRevision, draft },
        }),
      );
      await told(standing, standingTold(standing), options);
    });

const numberOf = (given: string | undefined): number | undefined => {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(given)) return Number(given);
  throw new BadInput(`--revision：读到 (found) ${given}；允许 (allowed) 从 1 起的整数`);
};

const previews = (): Command =>
  new Command('previews')
    .description('各渠道看到的样子和不合格之处 (what each channel shows, and what it refuses)')
    .argument('<id>', '发布稿 (id)')
    .option('--account <id>', '只看一个渠道账号 (of one account)')
    .action(async (id: string, options: ApiOptions & { account?: string }) => {
      const found = await answered(
        openApi(options).GET('/api/releases/{id}/previews', { params: { path: { id } } }),
      );
      const { account } = options;
      const items = found.items.filter(({ accountId }) => account === undefined || accountId === account);
      if (account !== undefined && items.length === 0)
        throw new BadInput(
          `--account：读到 (found) ${account}；允许 (allowed) ${found.items.map(({ accountId }) => accountId).join('、')}`,
        );
      await told({ ...found, items, total: items.length }, items.map(previewTold).join('\n\n'), options);
    });

const previewTold = ({ accountName, accountId, rendition, findings }: PreviewView): string =>
  [
    `${accountName}（${accountId}）`,
    ...findings.map(
      ({ severity, message }) => `  ${severity === 'block' ? '不能发 (refused)' : '提醒 (note)'} ${message}`,
    ),
    ...Object.entries(rendition.parts).map(([name, text]) => `  ${name}：${text}`),
  ].join('\n');

const propose = (): Command =>
  new Command('propose')
    .description('建议发布时间，或 none 取消建议 (propose when it goes out, or `none`)')
    .argument('<id>', '发布稿 (id)')
    .argument('<time>', '带时区，如 2026-11-24T08:00:00+08:00 (with its offset)')
    .option('--why <text>', '为什么是这个时间 (why then)')
    .action(async (id: string, at: string, options: ApiOptions & { why?: string }) => {
      const api = openApi(options);
      const params = { path: { id } };
      if (at === 'none') {
        const done = await answered(api.DELETE('/api/releases/{id}/proposed-time', { params }));
        return told(done, '已取消建议的时间 (no time is proposed)', options);
      }
      const { why } = options;
      if (why === undefined) throw new BadInput('请用 --why 写明为什么是这个时间 (say why with --why)');
      const body = { at, why };
      const done = await answered(api.PUT('/api/releases/{id}/proposed-time', { params, body }));
      await told(done, `已建议 (proposed)：${at}`, options);
    });
