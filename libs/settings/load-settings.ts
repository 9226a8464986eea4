import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { Problem, type Reason } from '@koujing/kernel';
import type { Section, SettingsOf } from './section.js';

type Tree = Readonly<Record<string, unknown>>;

/** Later files win, key by key; lists are replaced whole. */
export interface SettingsFiles {
  readonly paths: readonly string[];
  /** Values for `${NAME}` in the files, so that no secret needs to stand in one. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the files and checks every section. All mistakes are reported at once, each with file, key,
 * what was found and what is allowed: a clerk's morning must not go by one restart per typing error.
 */
export const loadSettings = <const Sections extends readonly Section[]>(
  sections: Sections,
  files: SettingsFiles,
): SettingsOf<Sections> => {
  const reasons: Reason[] = [];
  const trees = files.paths.map((path) => ({ path, tree: readTree(path, files.environment, reasons) }));
  const merged = trees.reduce<Tree>((whole, { tree }) => merge(whole, tree), {});
  const origin = (key: string): string =>
    trees.findLast(({ tree }) => lookUp(tree, key) !== undefined)?.path ?? files.paths.at(-1) ?? '';

  for (const name of Object.keys(merged)) {
    if (sections.some((section) => section.name === name)) continue;
    const allowed = sections.map((section) => section.name).join(', ');
    reasons.push(mistake(origin(name), name, JSON.stringify(merged[name]), allowed));
  }
  const settings: Record<string, unknown> = {};
  for (const { name, schema } of sections) {
    const result = schema.safeParse(merged[name] ?? {});
    if (result.success) settings[name] = result.data;
    else
      for (const issue of result.error.issues) {
        const key = [name, ...issue.path].join('.');
        const found = JSON.stringify(lookUp(merged, key)) ?? '（缺）';
        reasons.push(mistake(origin(key), key, found, issue.message));
      }
  }
  const [first, ...rest] = reasons;
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  return settings as SettingsOf<Sections>;
};

const readTree = (path: string, environment: SettingsFiles['environment'], reasons: Reason[]): Tree => {
  try {
    const text = readFileSync(path, 'utf8');
    return substitute(parse(text) ?? {}, (name) => {
      const value = environment[name];
      if (value === undefined) reasons.push(mistake(path, `\${${name}}`, '（缺）', `环境变量 ${name}`));
      return value ?? '';
    }) as Tree;
  } catch (error) {
    const where =
      error instanceof YAMLParseError ? `第 ${error.linePos?.[0].line ?? '?'} 行` : '（整个文件）';
    reasons.push(mistake(path, where, (error as Error).message.split('\n')[0] ?? '', 'YAML'));
    return {};
  }
};

const substitute = (value: unknown, valueOf: (name: string) => string): unknown => {
  if (typeof value === 'string')
    return value.replace(/\$\{([A-Z][A-Z0-9_]*)\}/gu, (_, name: string) => valueOf(name));
  if (Array.isArray(value)) return value.map((item) => substitute(item, valueOf));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, valueOf)]));
};

const isTree = (value: unknown): value is Tree =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const merge = (under: Tree, over: Tree): Tree => {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
};

const lookUp = (tree: Tree, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (value, part) => (isTree(value) ? value[part] : Array.isArray(value) ? value[Number(part)] : undefined),
      tree,
    );

const mistake = (file: string, key: string, found: string, allowed: string): Reason => ({
  code: 'settingsMistake',
  message: `配置文件 ${file} 的 ${key} 有误：现为 ${found}，应为：${allowed}。`,
  messageEn: `In ${file}, ${key} is wrong: found ${found}, allowed: ${allowed}.`,
  field: key,
  allowed,
});
