import { Command } from 'commander';
import type { PageQuery } from '../../libs/kernel/answer.api.js';
import type { DigestList, FrozenSummary, FrozenView } from '../../libs/report/report.api.js';
import { answered, openApi, queryOf, withApi, type ApiOptions } from './api-client.js';
import { print, told } from './print.js';
import { formatOf, write } from './report-file.js';

interface PagedOptions extends ApiOptions {
  readonly page?: string;
}
interface FileOptions extends ApiOptions {
  readonly to?: string;
  readonly english?: true;
}

const toFile = '写到文件，格式按扩展名；不写则输出 CSV (file, its ending says the format; CSV without)';

/** A report as it was kept, to a file or as CSV. */
const kept = async (answer: unknown, { to, ...options }: FileOptions): Promise<void> => {
  const file = Buffer.from(answer as ArrayBuffer);
  if (to === undefined) return print(file.toString('utf8').replace(/^\u{feff}/u, ''));
  write(to, file);
  await told({ file: to, bytes: file.length }, `已写入 (written) ${to}，${file.length} 字节`, options);
};

const grouped = (name: string, about: string, commands: readonly Command[]): Command => {
  const group = new Command(name).description(about).exitOverride();
  for (const command of commands) group.addCommand(withApi(command));
  return group;
};

/** `koujing closed …`: reports as they stood when they were closed. */
export const closedCommand = (): Command =>
  grouped('closed', '已封存的报表：列出、核对、导出 (closed reports, over the API)', [
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
  grouped('digest', '每日不一致情况报告：列出、导出 (daily inconsistency reports, over the API)', [
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
