import { Command } from 'commander';
import type { MatterQuery, MatterSummary, MatterView } from '../../libs/matter/matter.api.js';
import { answered, openApi, queryOf, withApi, type ApiOptions } from './api-client.js';
import { told } from './print.js';

/** `koujing matter …`: matters with their agreed lines; what is agreed is said by a person in the console. */
export const matterCommand = (): Command => {
  const matter = new Command('matter')
    .description('事项与口径：列出、查看 (matters and their agreed lines, over the API)')
    .exitOverride();
  for (const command of [list(), show()]) matter.addCommand(withApi(command));
  return matter;
};

interface ListOptions extends ApiOptions {
  readonly state?: string;
  readonly owner?: string;
  readonly q?: string;
  readonly page?: string;
}

const list = (): Command =>
  new Command('list')
    .description('列出事项，每行一项 (list matters)')
    .option('--state <state>', 'open 或 closed (state)')
    .option('--owner <id>', '归口单位 (owning organ)')
    .option('--q <words>', '标题中的词 (words in the title)')
    .option('--page <number>', '第几页，从 1 起 (page)')
    .action(async (options: ListOptions) => {
      const { state, owner, q, page } = options;
      const query = queryOf<MatterQuery>({ state, owner, q, page });
      const found = await answered(openApi(options).GET('/api/matters', { params: { query } }));
      const lines = [...found.items.map(lineOf), `共 ${found.total} 项 (in all)，第 ${found.page} 页`];
      await told(found, lines.join('\n'), options);
    });

const show = (): Command =>
  new Command('show')
    .description('一个事项：现行口径和关联的稿件 (one matter: its lines and releases)')
    .argument('<id>', '事项 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const matter = await answered(openApi(options).GET('/api/matters/{id}', { params: { path: { id } } }));
      await told(matter, matterTold(matter), options);
    });

const lineOf = ({
  id,
  state,
  owner,
  title,
  dueAt,
  overdue,
}: Omit<MatterSummary, 'lines' | 'releases'>): string =>
  [
    id,
    state,
    owner.name,
    title,
    ...(dueAt === null ? [] : [dueAt]),
    ...(overdue ? ['已逾期 overdue'] : []),
  ].join('  ');

const matterTold = (matter: MatterView): string =>
  [
    lineOf(matter),
    ...matter.lines.map(
      ({ about, value, unit, asOf, version }) =>
        `  口径 (line) ${about}：${value}${unit}${asOf === null ? '' : `，截至 ${asOf}`}，第 ${version} 版`,
    ),
    ...matter.releases.map(
      ({ organ, number, title, state }) => `  稿件 (release) ${organ.name}  ${number}  ${title}  ${state}`,
    ),
  ].join('\n');
