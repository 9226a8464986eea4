import { Command } from 'commander';
import type { DutyList, DutyQuery } from '../../libs/conflict/conflict.api.js';
import type {
  FindingGroupQuery,
  FindingGroupSummary,
  FindingGroupView,
} from '../../libs/conflict/finding-group.api.js';
import { answered, openApi, queryOf, type ApiOptions } from './api-client.js';
import { kindNames, severityNames } from './kind-names.js';
import { told } from './print.js';

interface BoardOptions extends ApiOptions {
  readonly state?: string;
  readonly kind?: string;
  readonly page?: string;
}

/** The board as the coordinators see it: one row a matter. */
export const board = (): readonly Command[] => [
  new Command('groups')
    .description('冲突看板，每个事项一行 (the board, one row a matter)')
    .option('--state <state>', '状态，如 open (state)')
    .option('--kind <kind>', `情形：${Object.keys(kindNames).join('、')} (kind)`)
    .option('--page <number>', '第几页，从 1 起 (page)')
    .action(async (options: BoardOptions) => {
      const { state, kind, page } = options;
      const query = queryOf<FindingGroupQuery>({ state, kind, page });
      const found = await answered(openApi(options).GET('/api/finding-groups', { params: { query } }));
      const lines = [...found.items.map(groupLine), `共 ${found.total} 组 (in all)，第 ${found.page} 页`];
      await told(found, lines.join('\n'), options);
    }),
  new Command('group')
    .description(
      '看板上的一行：各家的说法、冲突和更正责任 (one row: what each says, its conflicts and duties)',
    )
    .argument('<id>', '编号 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const group = await answered(
        openApi(options).GET('/api/finding-groups/{id}', { params: { path: { id } } }),
      );
      await told(group, groupTold(group), options);
    }),
];

export const duties = (): Command =>
  new Command('duties')
    .description('还没有履行的更正责任 (corrections that are still owed)')
    .option('--page <number>', '第几页，从 1 起 (page)')
    .action(async (options: BoardOptions) => {
      const { page } = options;
      const query = queryOf<DutyQuery>({ page });
      const found = await answered(openApi(options).GET('/api/correction-duties', { params: { query } }));
      const lines = [...found.items.map(dutyLine), `共 ${found.total} 项 (in all)，第 ${found.page} 页`];
      await told(found, lines.join('\n'), options);
    });

type Row = Omit<FindingGroupSummary, 'releases'>;

const groupLine = ({ id, title, state, severity, kinds, organs }: Row): string =>
  [
    ...[id, severityNames[severity], state, title],
    kinds.map(({ kind, count }) => `${kindNames[kind]} ${count}`).join('、'),
    organs.map(({ name }) => name).join('、'),
  ].join('  ');

const groupTold = (group: FindingGroupView): string =>
  [
    groupLine(group),
    ...group.releases.map(({ organ, number, title }) => `  ${organ.name}  ${number}  ${title}`),
    ...group.findings.map(
      ({ id, kind, state, explanation }) => `  ${id}  ${kindNames[kind]}  ${state}  ${explanation}`,
    ),
    ...group.duties.map((duty) => `  更正责任 (duty) ${duty.organ.name}  ${duty.demand}`),
  ].join('\n');

const dutyLine = ({ id, organ, releaseTitle, demand, imposedAt }: DutyList['items'][number]): string =>
  [id, organ.name, releaseTitle, demand, imposedAt].join('  ');
