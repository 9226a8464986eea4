import data from './subjects.json' with { type: 'json' };

interface Subject {
  readonly id: string;
  /** As registers kept in English write it. */
  readonly english?: string;
  readonly names: readonly string[];
  readonly cues: readonly string[];
  /** Words that an organ of this remit may rightly speak of without their making the subject. */
  readonly touches?: readonly string[];
}

const subjects: readonly Subject[] = data.subjects;

/** A school's own library (中学图书馆) is no affair of the culture bureau. */
const housed = /(?:学校|[中小大]学|校园|学院|幼儿园)的?(?:图书|博物)馆/gu;

/** Subjects that the title makes the release's own. */
export const subjectsOfTitle = (title: string): Set<string> => {
  const said = title.replace(housed, '');
  return new Set(
    subjects.filter((subject) => subject.cues.some((cue) => said.includes(cue))).map(({ id }) => id),
  );
};

/** How many words of these subjects a text names, those of its title twice. */
export const wordsOn = (on: ReadonlySet<string>, { title, lead }: { title: string; lead: string }): number =>
  subjects
    .filter(({ id }) => on.has(id))
    .flatMap(({ cues, names, touches = [] }) => [...new Set([...cues, ...names, ...touches])])
    .reduce((sum, word) => sum + (title.includes(word) ? 2 : lead.includes(word) ? 1 : 0), 0);

/** Subjects that an entry of a remit register means (`天气预报` → weatherWarning). */
export const subjectsOfRemit = (entry: string): ReadonlySet<string> =>
  new Set(
    subjects
      .filter(
        (subject) =>
          [...subject.names, ...subject.cues].some(
            (name) => entry.includes(name) || (entry.length >= 2 && name.includes(entry)),
          ) ||
          (subject.english !== undefined && entry.toLowerCase().includes(subject.english)),
      )
      .map((subject) => subject.id),
  );

/** The subject in the words of the register, for explanations. */
export const subjectName = (id: string): string =>
  subjects.find((subject) => subject.id === id)?.names[0] ?? id;
