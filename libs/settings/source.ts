import { readFileSync } from 'node:fs';
import type { Reason } from '@koujing/kernel';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

export type Tree = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** A key of the configuration: `['accounts', 0, 'id']`. */
export type Path = readonly PropertyKey[];

/** One file as it was read. */
export interface Source {
  readonly path: string;
  readonly tree: Tree;
  /** The line on which a key stands, or its nearest parent's; null where the file does not speak of it. */
  readonly lineOf: (path: Path) => number | null;
}

/** Reads one file; what cannot be read is told and counts as empty, so that the other mistakes are told too. */
export const readSource = (
  path: string,
  environment: Environment,
  wanted: (section: string) => boolean,
  reasons: Reason[],
): Source => {
  const lines = new LineCounter();
  const document = parseDocument(textOf(path, reasons), { lineCounter: lines });
  for (const { message, linePos } of document.errors)
    reasons.push(mistake(path, `第 ${linePos?.[0].line ?? '?'} 行`, message.split('\n')[0] ?? '', 'YAML'));
  const value: unknown = document.errors.length > 0 ? {} : (document.toJS() ?? {});
  const tree = substitute(sectionsOf(value, wanted), (name) => {
    const found = environment[name];
    if (found === undefined) reasons.push(mistake(path, `\${${name}}`, '（缺）', `环境变量 ${name}`));
    return found ?? '';
  });
  return {
    path,
    tree: isTree(tree) ? tree : {},
    lineOf: (key) => lineIn(document, lines, key),
  };
};

const sectionsOf = (value: unknown, wanted: (section: string) => boolean): unknown =>
  isTree(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => wanted(name))) : value;

const textOf = (path: string, reasons: Reason[]): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    reasons.push(mistake(path, '（整个文件）', (error as Error).message, '可以读取的文件 (a readable file)'));
    return '';
  }
};

const lineIn = (document: Document, lines: LineCounter, path: Path): number | null => {
  for (let length = path.length; length > 0; length -= 1) {
    const above = document.getIn(path.slice(0, length - 1), true);
    // The line of the key: a map's own range begins below it.
    const pair = isMap(above)
      ? above.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
};

/** `file:line` of the last file that sets a key, or of the nearest parent where a key is missing. */
export const whereIs = (sources: readonly Source[], path: Path): string => {
  const source =
    sources.findLast(({ tree }) => lookUp(tree, path) !== undefined) ??
    sources.findLast(({ lineOf }) => lineOf(path) !== null) ??
    sources.at(-1);
  if (source === undefined) return '';
  const line = source.lineOf(path);
  return line === null ? source.path : `${source.path}:${line}`;
};

/** `file:line` of a key in one file that is no file of settings, e.g. a register of organs. */
export const whereInFile = (path: string, key: Path): string =>
  whereIs([readSource(path, {}, () => true, [])], key);

const substitute = (value: unknown, valueOf: (name: string) => string): unknown => {
  if (typeof value === 'string')
    return value.replace(/\$\{([A-Z][A-Z0-9_]*)\}/gu, (_, name: string) => valueOf(name));
  if (Array.isArray(value)) return value.map((item) => substitute(item, valueOf));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, valueOf)]));
};

export const isTree = (value: unknown): value is Tree =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export const lookUp = (tree: Tree, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      isTree(value) ? value[String(part)] : Array.isArray(value) ? value[Number(part)] : undefined,
    tree,
  );

export const mistake = (file: string, key: string, found: string, allowed: string): Reason => ({
  code: 'settingsMistake',
  message: `配置文件 ${file} 的 ${key} 有误：现为 ${found}，应为：${allowed}。`,
  messageEn: `In ${file}, ${key} is wrong: found ${found}, allowed: ${allowed}.`,
  field: key,
  allowed,
});
