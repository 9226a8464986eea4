import { Command } from 'commander';
import { reportNameSchema, type ReportName } from '../../libs/report/report.api.js';
import { answered, openApi, withApi, type ApiOptions } from './api-client.js';
import { BadInput } from './bad-input.js';
import { print, told } from './print.js';
import { formatOf, write } from './report-file.js';

interface ReportOptions extends ApiOptions {
  readonly from: string;
  readonly until: string;
  readonly organ?: string;
  readonly english?: true;
  readonly to?: string;
}

/** `koujing report NAME`: the counted reports (Art.15, 38, 42) as they are exported in the console, to a file or as CSV. */
export const reportCommand = (): Command => {
  const command = new Command('report')
    .description('报表：写成 csv、xlsx、docx 或 pdf 文件 (a report as a file)')
    .argument('<name>', reportNameSchema.options.join('、'))
    .requiredOption('--from <day>', '起始日期，如 2026-07-01 (first day)')
    .requiredOption('--until <day>', '截止日期 (last day)')
    .option('--organ <id>', '只统计一个单位 (of one organ)')
    .option('--english', '英文 (in English)')
    .option(
      '--to <file>',
      '写到文件，格式按扩展名；不写则输出 CSV (file, its ending says the format; CSV without)',
    )
    .action(async (name: string, options: ReportOptions) => {
      const { from, until, organ, english, to } = options;
      const query = {
        ...({ from, to: until, format: formatOf(to), language: english ? 'en' : 'zh' } as const),
        ...(organ === undefined ? {} : { organ }),
      };
      const bytes = await answered(
        openApi(options).GET('/api/reports/{name}/export', {
          ...{ params: { path: { name: nameOf(name) }, query } },
          parseAs: 'arrayBuffer',
        }),
      );
      const file = Buffer.from(bytes as ArrayBuffer);
      if (to === undefined) return print(file.toString('utf8').replace(/^\u{feff}/u, ''));
      write(to, file);
      await told({ file: to, bytes: file.length }, `已写入 (written) ${to}，${file.length} 字节`, options);
    });
  return withApi(command);
};

/** @throws BadInput naming the reports that there are. */
const nameOf = (given: string): ReportName => {
  const { success, data } = reportNameSchema.safeParse(given);
  if (success) return data;
  throw new BadInput(`<name>：读到 (found) ${given}；允许 (allowed) ${reportNameSchema.options.join('、')}`);
};
