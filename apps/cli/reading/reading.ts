import { Command } from 'commander';
import { answered, openApi, queryOf, withApi, type ApiOptions } from '../api-client.js';
import type { ApiPaths } from '../api-paths.js';
import { told } from '../print.js';
import { kept, toFile, type FileOptions } from '../report-file.js';

type GetPath = {
  [Path in keyof ApiPaths]: ApiPaths[Path] extends { get: unknown } ? Path : never;
}[keyof ApiPaths];
type Got<Path extends GetPath> = ApiPaths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
type RowOf<Path extends GetPath> = Got<Path> extends { items: readonly (infer Row)[] } ? Row : never;

interface Params {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

/** The path decides what is answered; what is asked is as it was typed, and the server reads it by its own schema. */
export const askedOf = async <Path extends GetPath>(
  path: Path,
  params: Params,
  options: ApiOptions,
): Promise<Got<Path>> =>
  answered(
    openApi(options).GET(path as never, { params } as never) as unknown as Parameters<
      typeof answered<Got<Path>>
    >[0],
  );

/** A noun with its commands, each with the options of the API. */
export const nounOf = (name: string, about: string, commands: readonly Command[]): Command => {
  const noun = new Command(name).description(about).exitOverride();
  for (const command of commands) noun.addCommand(withApi(command));
  return noun;
};

interface Listing<Path extends GetPath> {
  /** `list`, unless the noun lists several things. */
  readonly name?: string;
  readonly about: string;
  /** How its rows are counted: 件, 场, 项. */
  readonly unit: string;
  /** Members of the query, and what each filters by. `to` is a file elsewhere and is called `--until` here. */
  readonly filters?: Readonly<Record<string, string>>;
  /** The route answers all of them at once. */
  readonly paged?: false;
  readonly line: (row: RowOf<Path>) => string;
}

const flagOf = (member: string): string =>
  member === 'to' ? 'until' : member.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
const optionOf = (member: string): string => (member === 'to' ? 'until' : member);

/** Rows of a route, one a line, with the filters that it takes. */
export const listOf = <Path extends GetPath>(path: Path, listing: Listing<Path>): Command => {
  const { name = 'list', about, unit, filters = {}, paged = true, line } = listing;
  const all: Listing<Path>['filters'] = { ...filters, ...(paged && { page: '第几页，从 1 起 (page)' }) };
  const command = new Command(name).description(about);
  for (const [member, what] of Object.entries(all)) command.option(`--${flagOf(member)} <${member}>`, what);
  return command.action(async (options: ApiOptions & Readonly<Record<string, string | undefined>>) => {
    const query = queryOf(
      Object.fromEntries(Object.keys(all).map((member) => [member, options[optionOf(member)]])),
    );
    const found = await askedOf(path, { query }, options);
    const { items, total, page } = found as unknown as {
      readonly items: readonly RowOf<Path>[];
      readonly total?: number;
      readonly page?: number;
    };
    const lines = [
      ...items.map(line),
      `共 ${total ?? items.length} ${unit} (in all)${page === undefined ? '' : `，第 ${page} 页`}`,
    ];
    await told(found, lines.join('\n'), options);
  });
};

interface Showing<Path extends GetPath> {
  readonly name?: string;
  readonly about: string;
  /** What names it, where that is no id. */
  readonly by?: 'organId';
  readonly told: (found: Got<Path>) => string;
}

/** One of them, in full. */
export const showOf = <Path extends GetPath>(path: Path, showing: Showing<Path>): Command => {
  const { name = 'show', about, by = 'id' } = showing;
  return new Command(name)
    .description(about)
    .argument(`<${by}>`, '编号 (id)')
    .action(async (id: string, options: ApiOptions) => {
      const found = await askedOf(path, { path: { [by]: id } }, options);
      await told(found, showing.told(found), options);
    });
};

interface Filing {
  readonly name?: string;
  readonly about: string;
  /** Of its file by the ending; without it the route has one form, CSV. */
  readonly formatOf?: (file: string | undefined) => string;
}

/** One of them as a file. */
export const fileOf = (path: GetPath, { name = 'export', about, formatOf }: Filing): Command =>
  new Command(name)
    .description(about)
    .argument('<id>', '编号 (id)')
    .option('--to <file>', toFile)
    .action(async (id: string, options: FileOptions) => {
      const query = formatOf === undefined ? {} : { format: formatOf(options.to) };
      const asked = { params: { path: { id }, query }, parseAs: 'arrayBuffer' };
      const answer = await answered(
        openApi(options).GET(path as never, asked as never) as unknown as Parameters<
          typeof answered<ArrayBuffer>
        >[0],
      );
      await kept(answer, options);
    });

/** `编号  状态  …`: the words of a line, those that there are. */
export const words = (...given: readonly (string | null | undefined | false)[]): string =>
  given.filter((word) => typeof word === 'string' && word !== '').join('  ');

/** What may be done now by the person whose key it is; what is not possible has its reasons in `--json`. */
export const possible = (
  actions: Readonly<Record<string, { readonly reasons: readonly unknown[] } | undefined>>,
): string => {
  const open = Object.entries(actions).filter(([, action]) => action?.reasons.length === 0);
  return `  可以在控制台办理 (possible in the console) ${open.map(([name]) => name).join('、') || '无'}`;
};
