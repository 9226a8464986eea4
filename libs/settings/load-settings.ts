import { Problem, type Reason } from '@koujing/kernel';
import type { Section, SettingsOf } from './section.js';
import { isTree, lookUp, mistake, readSource, whereIs, type Path, type Source, type Tree } from './source.js';

/** Later files win, key by key; lists are replaced whole. */
export interface SettingsFiles {
  readonly paths: readonly string[];
  /** Values for `${NAME}` in the files, so that no secret needs to stand in one. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Other sections are neither read nor judged: a tool that needs one of them must not ask for the secrets of all. */
  readonly partly?: true;
  /**
   * Sections whose entries the first file names all of: a later file changes them and adds none. Nobody reads an entry
   * that the program does not know, so a slip of the pen in its name would leave the old number in force, unseen.
   */
  readonly closed?: readonly string[];
  /** What sections say of one another; a section that could not be read is missing. */
  readonly across?: (settings: Readonly<Record<string, unknown>>) => readonly SettingMistake[];
}

/** Where a mistake stands and what is allowed there. */
export interface SettingMistake {
  readonly path: Path;
  readonly allowed: string;
}

/** The settings alone, for whoever does not ask which file says what. */
export const loadSettings = <const Sections extends readonly Section[]>(
  sections: Sections,
  files: SettingsFiles,
): SettingsOf<Sections> => readSettings(sections, files).settings;

/**
 * Reads the files and checks every section. All mistakes are reported at once, each with file, key,
 * what was found and what is allowed: a clerk's morning must not go by one restart per typing error.
 */
export const readSettings = <const Sections extends readonly Section[]>(
  sections: Sections,
  files: SettingsFiles,
): { readonly settings: SettingsOf<Sections>; readonly sources: readonly Source[] } => {
  const reasons: Reason[] = [];
  const names = new Set(sections.map(({ name }) => name));
  const wanted = (name: string): boolean => files.partly !== true || names.has(name);
  const sources = files.paths.map((path) => readSource(path, files.environment, wanted, reasons));
  for (const name of files.closed ?? []) reasons.push(...strangers(name, sources));
  const merged = sources.reduce<Tree>((whole, { tree }) => merge(whole, tree), {});
  const origin = (path: Path): string => whereIs(sources, path);

  for (const name of Object.keys(merged)) {
    if (names.has(name)) continue;
    const allowed = [...names].join(', ');
    reasons.push(mistake(origin([name]), name, shown([name], merged[name]), allowed));
  }
  const settings: Record<string, unknown> = {};
  for (const { name, schema } of sections) {
    const result = schema.safeParse(merged[name] ?? {});
    if (result.success) settings[name] = result.data;
    else
      for (const issue of result.error.issues.flatMap(oneByOne)) {
        const path = [name, ...issue.path];
        const found = shown(path, lookUp(merged, path));
        reasons.push(mistake(origin(path), path.join('.'), found, issue.message));
      }
  }
  for (const { path, allowed } of files.across?.(settings) ?? []) {
    const found = shown(path, lookUp(merged, path));
    reasons.push(mistake(origin(path), path.join('.'), found, allowed));
  }
  const [first, ...rest] = reasons;
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  return { settings: settings as SettingsOf<Sections>, sources };
};

/** By its name, misspelt or not: what stands there is not repeated, since a refused start is told on a screen and in a log. */
const isSecret = (name: string): boolean => /secret|pas+w|token|key$/iu.test(name);

/** What was found, without what is secret in it. */
const shown = (path: Path, value: unknown): string =>
  isSecret(String(path.at(-1) ?? '')) && value !== undefined
    ? '（不显示）'
    : (JSON.stringify(value, (name, part: unknown) => (isSecret(name) ? '（不显示）' : part)) ?? '（缺）');

interface Issue {
  readonly path: Path;
  readonly message: string;
}

/** Each unknown key as a mistake of its own, on its own line. */
const oneByOne = (
  issue: Issue & { readonly code?: string; readonly keys?: readonly string[] },
): readonly Issue[] =>
  issue.code === 'unrecognized_keys' && issue.keys !== undefined
    ? issue.keys.map((key) => ({ path: [...issue.path, key], message: '没有这个键 (no such key)' }))
    : [issue];

/** Entries of a closed section that the first file does not have. */
const strangers = (section: string, [first, ...later]: readonly Source[]): readonly Reason[] => {
  const known = Object.keys(entriesOf(first, section));
  return later.flatMap((source) =>
    Object.keys(entriesOf(source, section))
      .filter((name) => !known.includes(name))
      .map((name) => {
        const path = [section, name];
        return mistake(whereIs([source], path), path.join('.'), name, known.join(', '));
      }),
  );
};

const entriesOf = (source: Source | undefined, section: string): Tree => {
  const entries = source?.tree[section];
  return isTree(entries) ? entries : {};
};

const merge = (under: Tree, over: Tree): Tree => {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
};
