import { Command } from 'commander';
import {
  reportNameSchema,
  type ReportContent,
  type ReportName,
  type RowList,
} from '../../libs/report/report.api.js';
import { answered, openApi, withApi, type ApiOptions } from './api-client.js';
import { BadInput } from './bad-input.js';
import { told } from './print.js';
import { listOf, words } from './reading/reading.js';
import { formatOf, kept, toFile, type FileOptions } from './report-file.js';

interface ReportOptions extends FileOptions {
  readonly from: string;
  readonly until: string;
  readonly organ?: string;
}

/** `koujing report NAME`: the counted reports (Art.15, 38, 42) as they are exported in the console, to a file or as CSV. */
export const reportCommand = (): Command => {
  const command = new Command('report')
    .description(
      '报表：写成 csv、xlsx、docx 或 pdf 文件；--json 为逐项数字 (a report as a file, or its numbers)',
    )
    .argument('<name>', reportNameSchema.options.join('、'))
    .requiredOption('--from <day>', '起始日期，如 2026-07-01 (first day)')
    .requiredOption('--until <day>', '截止日期 (last day)')
    .option('--organ <id>', '只统计一个单位 (of one organ)')
    .option('--english', '英文 (in English)')
    .option('--to <file>', toFile)
    .action(async (given: string, options: ReportOptions) => {
      const { from, until, organ, english, to } = options;
      const path = { name: nameOf(given) };
      const days = { from, to: until, ...(organ === undefined ? {} : { organ }) };
      if (to === undefined && options.json) return numbers(path.name, days, options);
      const query = { ...days, format: formatOf(to), language: english ? 'en' : 'zh' } as const;
      const bytes = await answered(
        openApi(options).GET('/api/reports/{name}/export', {
          ...{ params: { path, query } },
          parseAs: 'arrayBuffer',
        }),
      );
      await kept(bytes, options);
    });
  return withApi(command);
};

type Days = Pick<ReportContent, 'from' | 'to'> & { readonly organ?: string };

/** Each number with the measure and the filters that `koujing rows` traces it by. */
const numbers = async (name: ReportName, query: Days, options: ApiOptions): Promise<void> => {
  const params = { path: { name }, query };
  const report = await answered(openApi(options).GET('/api/reports/{name}', { params }));
  await told(report, report.content.title.zh, options);
};

/** @throws BadInput naming the reports that there are. */
const nameOf = (given: string): ReportName => {
  const { success, data } = reportNameSchema.safeParse(given);
  if (success) return data;
  throw new BadInput(`<name>：读到 (found) ${given}；允许 (allowed) ${reportNameSchema.options.join('、')}`);
};

/** `koujing rows`: what one number of a report counts. */
export const rowsCommand = (): Command =>
  withApi(
    listOf('/api/report-rows', {
      name: 'rows',
      about: '报表里一个数字数的是哪些：见 report --json 里的 measure (what a number counts)',
      unit: '行',
      filters: {
        measure: '数的是什么，见 report --json (what is counted)',
        from: '起始日期 (first day)',
        to: '截止日期 (last day)',
        organ: '单位 (organ)',
        kind: '种类 (kind)',
        outcome: '结果 (outcome)',
        part: '哪一部分 (part)',
        time: '哪一天或哪一月 (time)',
        frozen: '已封存的报表 (of a closed report)',
      },
      line: row,
    }),
  );

const row = ({ id, organ, at, title, kind, outcome, note }: RowList['items'][number]): string =>
  words(id, at, organ.name, title, kind.zh, outcome.zh, note);
