import { isTree, lookUp, type Path, type Source } from './source.js';

/** One value of the configuration, with the file that set it. */
export interface SettingLeaf {
  /** `deadlines.routineRelease.limit` */
  readonly key: string;
  /** As it is in force; lists are shown whole. */
  readonly value: unknown;
  /** The provision that it rests on: that of its entry, or of the nearest entry above; '' if none is named. */
  readonly article: string;
  /** Place of the file in the list of files; null where the program's own default stands. */
  readonly file: number | null;
}

/** Which file each value in force comes from, so that a city sees what is its own and what it inherits. */
export const provenanceOf = (settings: object, sources: readonly Source[]): readonly SettingLeaf[] =>
  leavesOf(settings, [], { sources, article: '' });

interface Above {
  readonly sources: readonly Source[];
  readonly article: string;
}

const leavesOf = (value: unknown, path: Path, above: Above): readonly SettingLeaf[] => {
  if (!isTree(value)) {
    const file = above.sources.findLastIndex(({ tree }) => lookUp(tree, path) !== undefined);
    return [{ key: path.join('.'), value, article: above.article, file: file < 0 ? null : file }];
  }
  const own = value['article'];
  const below = typeof own === 'string' ? { ...above, article: own } : above;
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name], below));
};
