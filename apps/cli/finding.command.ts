import { attributeName, type FactConflict } from '@koujing/conflict';
import { Command } from 'commander';
import type { FindingQuery, FindingSummary, FindingView } from '../../libs/conflict/conflict.api.js';
import { answered, openApi, queryOf, withApi, type ApiOptions } from './api-client.js';
import { check } from './finding-check.js';
import { kindNames, severityNames } from './kind-names.js';
import { board, duties } from './finding-board.js';
import { told } from './print.js';
import { fileOf } from './reading/reading.js';
import { formatOf } from './report-file.js';

/** `koujing finding …`: what contradicts, and both sentences; rulings are a person's, in the console (`koujing check` asks without a server). */
export const findingCommand = (): Command => {
  const finding = new Command('finding')
    .description('口径冲突：列出、逐句查看 (conflicts, over the API)')
    .exitOverride();
  for (const command of [list(), show(), ...board(), duties(), check(), file()])
    finding.addCommand(withApi(command));
  return finding;
};

interface ListOptions extends ApiOptions {
  readonly state?: string;
  readonly kind?: string;
  readonly severity?: string;
  readonly page?: string;
}

const list = (): Command =>
  new Command('list')
    .description('列出口径冲突，每行一处 (list conflicts)')
    .option('--state <state>', '状态，如 open (state)')
    .option('--kind <kind>', `情形：${Object.keys(kindNames).join('、')} (kind)`)
    .option('--severity <severity>', 'block、warn 或 info (severity)')
    .option('--page <number>', '第几页，从 1 起 (page)')
    .action(async (options: ListOptions) => {
      const { state, kind, severity, page } = options;
      const query = queryOf<FindingQuery>({ state, kind, severity, page });
      const found = await answered(openApi(options).GET('/api/findings', { params: { query } }));
      const lines = [...found.items.map(lineOf), `共 ${found.total} 处 (in all)，第 ${found.page} 页`].join(
        '\n',
      );
      await told(found, lines, options);
    });

const show = (): Command =>
  new Command('show')
    .description('一处冲突：两边的句子、理由和裁定 (one conflict, sentence against sentence)')
    .argument('<id>', '冲突 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const finding = await answered(
        openApi(options).GET('/api/findings/{id}', { params: { path: { id } } }),
      );
      await told(finding, findingTold(finding), options);
    });

/** With both sentences, sources and times, for the file. */
const file = (): Command =>
  fileOf('/api/findings/{id}/report', {
    about: '一处冲突的报告文件：两句话、来源、时间、建议的裁定 (the report of one conflict, as a file)',
    formatOf,
  });

const lineOf = ({ id, kind, severity, state, explanation }: FindingSummary): string =>
  [id, kindNames[kind], severityNames[severity], state, explanation].join('  ');

const findingTold = (finding: FindingView): string =>
  [
    lineOf(finding),
    ...finding.releases.map(({ organ, number, title }) => `  ${organ.name}  ${number}  ${title}`),
    ...finding.facts.map(
      ({ attribute, a, b }) =>
        `  ${attributeName(attribute as FactConflict['attribute'])}\n    甲 (A) ${a.value}：${a.text}\n    乙 (B) ${b.value}：${b.text}`,
    ),
    ...(finding.ruling === null
      ? []
      : [
          `  裁定 (ruling) ${finding.ruling.ruling}，${finding.ruling.ruledBy.name}，${finding.ruling.reason}`,
        ]),
  ].join('\n');
