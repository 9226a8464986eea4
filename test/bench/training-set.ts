import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { profileOf, type Profile } from '../../libs/conflict/same-matter/profile.js';
import { bulletinVerdict } from '../../libs/conflict/same-matter/bulletin-verdict.js';
import { pairKind, type PairKind } from '../../libs/conflict/same-matter/pair-kind.js';
import { FEATURES, pairFeatures } from '../../libs/conflict/same-matter/features.js';
import { normalise } from '@koujing/text';
import { cityNotices } from './city-notices.js';
import type { ReleaseText } from '../../libs/conflict/release-text.js';

/** One labelled pair as the trainer sees it. */
export interface Example {
  readonly ids: readonly [string, string];
  readonly source: string;
  readonly label: 0 | 1;
  readonly features: Float64Array;
  /** What the keys decide before any weight is asked. */
  readonly fixed: number | undefined;
  readonly kind: PairKind;
  readonly titles: readonly [string, string];
  /** Share of a full example that it counts as; 1 when absent. */
  readonly weight?: number;
}

interface GoldPair {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly label: 'sameMatter' | 'different';
  readonly source: string;
}

export const readLines = <T>(file: string): readonly T[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as T)
    : [];

/** Normalised title and body. */
export const textOf = ({ title, body }: ReleaseText): string => normalise(`${title}\n${body}`).text;

/** By the release itself: two files may use one id. */
const profiles = new WeakMap<ReleaseText, Profile>();

export function profile(release: ReleaseText): Profile {
  const known = profiles.get(release) ?? profileOf(release);
  profiles.set(release, known);
  return known;
}

/** Copies (`_v2`) and edited versions (`~p12`) of a text belong to its event. */
export const eventId = (id: string): string => id.replace(/_v\d+|~.*/, '');

export const example = (a: ReleaseText, b: ReleaseText, label: 0 | 1, source: string): Example => ({
  ids: [eventId(a.id), eventId(b.id)],
  source,
  label,
  features: pairFeatures(profile(a), profile(b)),
  fixed: bulletinVerdict(profile(a), profile(b)),
  kind: pairKind(a, b),
  titles: [a.title, b.title],
});

/** Everything of the development pairs but the bulletins, whose key decides. */
export const developmentExamples = (data: string): readonly Example[] =>
  readLines<GoldPair>(`${data}/pairs-dev.jsonl`)
    .filter(({ source }) => source !== 'bulletin')
    .map(({ a, b, label, source }) => example(a, b, label === 'sameMatter' ? 1 : 0, source));

/** Our own stories: every two texts of one story are the same matter, of two stories different. */
export function storyExamples(file: string): readonly Example[] {
  const texts = readLines<ReleaseText & { readonly story: string }>(file);
  const examples: Example[] = [];
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const label = a.story === b.story ? 1 : 0;
      const built = example(a, b, label, 'own');
      if (label === 1 || isHard(built)) examples.push({ ...built, ids: [a.story, b.story] });
    }
  });
  return examples;
}

const COVER = FEATURES.indexOf('coverMax');
const MAIN = FEATURES.indexOf('hazardShared');

/** Negatives with nothing in common teach nothing. */
const isHard = ({ features }: Example): boolean => (features[COVER] as number) > 0.1 || features[MAIN] === 1;

/** Notices of one city within two days of each other; most pairs have little in common and are left out. */
export function cityExamples(): readonly Example[] {
  const notices = cityNotices();
  const time = ({ publishedAt }: ReleaseText): number => Date.parse(publishedAt ?? '');
  const examples: Example[] = [];
  notices.forEach((one, i) => {
    for (const other of notices.slice(i + 1)) {
      if (Math.abs(time(one.release) - time(other.release)) > 2 * DAY) continue;
      const label = one.matter === other.matter ? 1 : 0;
      const built = example(one.release, other.release, label, 'city');
      if (label === 1 || (built.features[REGION] as number) > 0 || isHard(built))
        examples.push({ ...built, ids: [one.matter, other.matter] });
    }
  });
  return examples;
}

const DAY = 86_400_000;
const REGION = FEATURES.indexOf('regionShared');

interface LabelledPair {
  readonly name: string;
  readonly story?: string;
  readonly sameMatter?: false;
  readonly a: ReleaseText & { readonly at: string };
  readonly b: ReleaseText & { readonly at: string };
  readonly expect: readonly { readonly attribute: string; readonly a: string; readonly b: string }[];
}

/** With the later sets and the labelled cities the weights found less on what was kept out. */
const WEIGHED = /^first-look-[1235]\.yaml$/;

/**
 * Official notices told by two organs each, and against each other within one city's month; two of one storm are left
 * out, because they may be one matter.
 */
export function pairExamples(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => WEIGHED.test(name))
    .sort()
    .flatMap((file) => {
      const pairs = parse(readFileSync(`${folder}/${file}`, 'utf8')) as readonly LabelledPair[];
      const texts = pairs.flatMap((pair, i) =>
        (['a', 'b'] as const).map((side) => ({
          pair: i,
          story: `${file} ${pair.story ?? (pair.name.split(' ')[0] as string)}`,
          release: dated(pair[side], `${file} ${i}${side}`),
        })),
      );
      return texts.flatMap((one, i) =>
        texts.slice(i + 1).flatMap((other) => {
          const together = one.pair === other.pair;
          if (!together && (one.story === other.story || shareTitle(pairs[one.pair], pairs[other.pair])))
            return [];
          const label = together && pairs[one.pair]?.sameMatter !== false ? 1 : 0;
          const built = example(one.release, other.release, label, 'pair');
          return together || (isHard(built) && !mayBeOneStorm(one.release, other.release))
            ? [{ ...built, ids: [one.story, other.story] as const }]
            : [];
        }),
      );
    });
}

/** What strikes a whole region may well be one storm; a fire or a crash is its own. */
const mayBeOneStorm = (a: ReleaseText, b: ReleaseText): boolean =>
  profile(a).hazards.some((hazard) => profile(b).hazards.includes(hazard) && !LOCAL.has(hazard));
const LOCAL: ReadonlySet<string> = new Set([
  'fire',
  'traffic',
  'explosion',
  'collapse',
  'leak',
  'poisoning',
  'attack',
  'mine',
]);

/** A pair at odds and one that agrees were often written of one notice. */
const shareTitle = (one: LabelledPair | undefined, other: LabelledPair | undefined): boolean =>
  one?.a.title === other?.a.title || one?.b.title === other?.b.title;

/** A file of labelled pairs with what they contradict in. */
export const labelledPairs = (
  file: string,
): readonly {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly sameMatter: boolean;
  readonly expect: LabelledPair['expect'];
}[] =>
  (parse(readFileSync(file, 'utf8')) as readonly LabelledPair[]).map(({ a, b, sameMatter, expect }) => ({
    a: dated(a, 'a'),
    b: dated(b, 'b'),
    sameMatter: sameMatter !== false,
    expect,
  }));

/** A city of many organs: which of its releases contradict each other, and in what words. */
export interface LabelledCity {
  readonly releases: readonly ReleaseText[];
  readonly cited: readonly {
    readonly releases: readonly string[];
    readonly a: string;
    readonly b: string;
  }[];
  readonly either: readonly string[];
}

/** The cities that cite what contradicts in them. */
export const labelledCity = (file: string): LabelledCity | null => {
  const city = parse(readFileSync(file, 'utf8')) as Partial<LabelledCity>;
  const { releases = [], cited, either = [] } = city;
  return cited === undefined ? null : { releases, cited, either };
};

const dated = ({ at, ...written }: LabelledPair['a'], id: string): ReleaseText => {
  const [day, hour] = at.split(' ');
  return { ...written, id, publishedAt: `2026-11-${day}T${hour}:00+08:00` };
};
