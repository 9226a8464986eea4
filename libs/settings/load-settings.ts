import { Problem, type Reason } from '@koujing/kernel';
import type { Section, SettingsOf } from './section.js';
import { isTree, lookUp, mistake, readSource, whereIs, type Path, type Tree } from './source.js';

/** Later files win, key by key; lists are replaced whole. */
export interface SettingsFiles {
  readonly paths: readonly string[];
  /** Values for `${NAME}` in the files, so that no secret needs to stand in one. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Other sections are neither read nor judged: a tool that needs one of them must not ask for the secrets of all. */
  readonly partly?: true;
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
  const names = new Set(sections.map(({ name }) => name));
  const wanted = (name: string): boolean => files.partly !== true || names.has(name);
  const sources = files.paths.map((path) => readSource(path, files.environment, wanted, reasons));
  const merged = sources.reduce<Tree>((whole, { tree }) => merge(whole, tree), {});
  const origin = (path: Path): string => whereIs(sources, path);

  for (const name of Object.keys(merged)) {
    if (names.has(name)) continue;
    const allowed = [...names].join(', ');
    reasons.push(mistake(origin([name]), name, JSON.stringify(merged[name]), allowed));
  }
  const settings: Record<string, unknown> = {};
  for (const { name, schema } of sections) {
    const result = schema.safeParse(merged[name] ?? {});
    if (result.success) settings[name] = result.data;
    else
      for (const issue of result.error.issues) {
        const path = [name, ...issue.path];
        const found = JSON.stringify(lookUp(merged, path)) ?? '（缺）';
        reasons.push(mistake(origin(path), path.join('.'), found, issue.message));
      }
  }
  const [first, ...rest] = reasons;
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  return settings as SettingsOf<Sections>;
};

const merge = (under: Tree, over: Tree): Tree => {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
};
