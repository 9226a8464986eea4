import { Command } from 'commander';
import type { PageQuery } from '../../libs/kernel/answer.api.js';
import type { DigestList, FrozenSummary, FrozenView } from '../../libs/report/report.api.js';
import { answered, openApi, queryOf, type ApiOptions } from './api-client.js';
import { nounOf } from './reading/reading.js';
import { told } from './print.js';
import { formatOf, kept, toFile, type FileOptions } from './report-file.js';

interface PagedOptions extends ApiOptions {
  readonly page?: string;
}

/** `koujing closed …`: reports as they stood when they were closed. */
export const closedCommand = (): Command =>
  nounOf('closed', '已封存的报表：列出、核对、导出 (closed reports, over the API)', [
    new Command('list')
      .description('列出已封存的报表 (list closed reports)')
      .option('--page <number>', '第几页，从 1 起 (page)')
      .action(async (options: PagedOptions) => {
        const query = queryOf<PageQuery>({ page: options.page });
        const found = await answered(openApi(options).GET('/api/frozen-reports', { params: { query } }));
        const lines = [...found.items.map(closedLine), `共 ${found.total} 份 (in all)，第 ${found.page} 页`];
        await told(found, lines.join('\n'), options);
      }),
    new Command('show')
      .description('一份：摘要是否相符，现在重数会有哪些不同 (is it intact, and what would differ today)')
      .argument('<id>', '编号 (id)')
      .action(async (id: string, options: ApiOptions) => {
        const report = await answered(
          openApi(options).GET('/api/frozen-reports/{id}', { params: { path: { id } } }),
        );
        await told(report, closedTold(report), options);
      }),
    new Command('export')
      .description('导出一份 (one as a file)')
      .argument('<id>', '编号 (id)')
      .option('--english', '英文 (in English)')
      .option('--to <file>', toFile)
      .action(async (id: string, options: FileOptions) => {
        const query = { format: formatOf(options.to), language: options.english ? 'en' : 'zh' } as const;
        const answer = await answered(
          openApi(options).GET('/api/frozen-reports/{id}/export', {
            ...{ params: { path: { id }, query } },
            parseAs: 'arrayBuffer',
          }),
        );
        await kept(answer, options);
      }),
  ]);

const closedLine = ({ id, title, from, to, organ, closedBy, closedAt }: FrozenSummary): string =>
  [id, title.zh, `${from}—${to}`, organ?.name ?? '全市', `${closedBy}，${closedAt}`].join('  ');

const closedTold = (report: FrozenView): string =>
  [
    closedLine(report),
    `  摘要 (digest) ${report.digest}  ${report.intact ? '相符 intact' : '不符 NOT intact'}，${report.rows} 行`,
    ...report.differences.map(
      ({ table, row, column, was, now }) =>
        `  ${table.zh} · ${row.zh} · ${column.zh}：封存时 ${was}，现在 ${now}`,
    ),
  ].join('\n');

/** `koujing digest …`: the coordinators' daily reports as they were sent. */
export const digestCommand = (): Command =>
  nounOf('digest', '每日不一致情况报告：列出、导出 (daily inconsistency reports, over the API)', [
    new Command('list')
      .description('列出，新的在前 (list, the newest first)')
      .option('--page <number>', '第几页，从 1 起 (page)')
      .action(async (options: PagedOptions) => {
        const query = queryOf<PageQuery>({ page: options.page });
        const found = await answered(
          openApi(options).GET('/api/inconsistency-digests', { params: { query } }),
        );
        const lines = [...found.items.map(digestLine), `共 ${found.total} 份 (in all)，第 ${found.page} 页`];
        await told(found, lines.join('\n'), options);
      }),
    new Command('export')
      .description('导出一天的报告 (the report of a day)')
      .argument('<day>', '日期，如 2026-11-23 (day)')
      .option('--to <file>', toFile)
      .action(async (day: string, options: FileOptions) => {
        const params = { path: { day }, query: { format: formatOf(options.to) } };
        const asked = { params, parseAs: 'arrayBuffer' as const };
        const answer = await answered(openApi(options).GET('/api/inconsistency-digests/{day}/export', asked));
        await kept(answer, options);
      }),
  ]);

const digestLine = ({ day, fresh, unsettled, digest }: DigestList['items'][number]): string =>
  `${day}  新出现 (new) ${fresh}，未了结 (unsettled) ${unsettled}  ${digest.slice(0, 12)}`;
