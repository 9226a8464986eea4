import { OrganDirectory, subjectName, subjectsOfRemit, subjectsOfTitle } from '@koujing/conflict';
import type { Organ } from '@koujing/organ';
import { sentencesOf } from '@koujing/text';

/** An organ that a text touches, and by what. */
export interface Concern {
  readonly organId: string;
  readonly by: 'name' | 'remit';
  /** The name in the text, or the subject of the title. */
  readonly words: string;
  /** The sentences that touch it, as they stand: a dismissal speaks of these. */
  readonly passages: readonly string[];
}

/** What decides it: who speaks, with whom, and what is said. */
export interface ConcernText {
  readonly organId: string;
  readonly title: string;
  readonly plain: string;
  /** A relay names the organ that it relays; that is attribution. */
  readonly relayed: readonly string[];
}

/**
 * Organs that a release touches beside its own (Art.14(c)): those that it names, and those whose remit holds the subject
 * of its title while its own does not. Superiors and the competent office are not "other organs concerned": they direct,
 * and what needs their word goes up (Art.14(d)). An area's name is a place before it is its government.
 */
export const concernedOrgans = (text: ConcernText, organs: readonly Organ[]): readonly Concern[] => {
  const own = organs.find(({ id }) => id === text.organId);
  if (own === undefined) return [];
  const above = new Set(parentsOf(own, organs));
  const others = organs.filter(
    ({ id, kind, isOffice }) =>
      id !== own.id && kind !== 'imported' && !isOffice && !above.has(id) && !text.relayed.includes(id),
  );
  const named = namedIn(`${text.title}\n${text.plain}`, others, organs);
  const subjects = new Set(subjectsOfTitle(text.title));
  const remitOf = ({ remit }: Organ) => new Set(remit.flatMap((entry) => [...subjectsOfRemit(entry)]));
  for (const subject of remitOf(own)) subjects.delete(subject);
  const byRemit = others
    .filter(({ id, level }) => level === own.level && !named.some(({ organId }) => organId === id))
    .flatMap((organ): readonly Concern[] => {
      const held = [...remitOf(organ)].find((subject) => subjects.has(subject));
      return held === undefined
        ? []
        : [{ organId: organ.id, by: 'remit', words: subjectName(held), passages: [text.title] }];
    });
  return [...named, ...byRemit];
};

/** By the longest names first, the releasing organ's own and its superiors' among them, so that none counts inside another. */
const namedIn = (full: string, others: readonly Organ[], organs: readonly Organ[]): readonly Concern[] => {
  const directory = new OrganDirectory(
    organs.map((organ) => ({
      name: organ.name,
      aliases: [organ.shortName, ...organ.aliases].filter((alias) => alias !== organ.area),
    })),
  );
  const found = directory.namedIn(full);
  if (found.size === 0) return [];
  const sentences = sentencesOf(full).map(({ start, end }) => {
    const text = full.slice(start, end).trim();
    return { text, names: directory.namedIn(text) };
  });
  return others
    .filter(({ name }) => found.has(name))
    .map((organ) => {
      const passages = sentences.filter(({ names }) => names.has(organ.name)).map(({ text }) => text);
      const touching = passages.length > 0 ? passages : [full];
      return { organId: organ.id, by: 'name', words: organ.shortName, passages: touching };
    });
};

const parentsOf = (organ: Organ, organs: readonly Organ[]): readonly string[] => {
  const parents: string[] = [];
  let up = organ.parentId;
  while (up !== null && !parents.includes(up)) {
    parents.push(up);
    const id = up;
    up = organs.find((each) => each.id === id)?.parentId ?? null;
  }
  return parents;
};
