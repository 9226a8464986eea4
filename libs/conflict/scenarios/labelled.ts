import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkReleases } from '../check-releases.js';
import { comparePair } from '../compare-pair.js';
import type { FactConflict, FindingKind } from '../finding.js';
import type { MatterRecord, OrganProfile, ReleaseText, StatutoryIssuer } from '../release-text.js';

/** Texts labelled before the code was run on them; `at: 23 18:10` is that minute of November 2026. */
type Written = Omit<ReleaseText, 'publishedAt' | 'id'> & { readonly id?: string } & (
    { readonly at: string } | { readonly publishedAt: string }
  );

interface LabelledPair {
  readonly name: string;
  /** Pairs of one story may be about one matter; the trainer does not set them against each other. */
  readonly story?: string;
  /** Two matters: only the scorer keeps their facts apart. */
  readonly sameMatter?: false;
  readonly a: Written;
  readonly b: Written;
  readonly expect: readonly { readonly attribute: string; readonly a: string; readonly b: string }[];
}

interface LabelledCity {
  readonly now: string;
  readonly organs: readonly OrganProfile[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
  readonly matters: readonly MatterRecord[];
  readonly releases: readonly Written[];
  readonly expect: Readonly<Record<FindingKind, readonly (string | readonly string[])[]>>;
  /** Findings that a coordinator may want or not. */
  readonly either?: readonly string[];
}

const read = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const releaseOf = (written: Written, id: string): ReleaseText => {
  if ('publishedAt' in written) return { ...written, id: written.id ?? id };
  const { at, ...text } = written;
  const [day, hour] = at.split(' ');
  return { ...text, id: written.id ?? id, publishedAt: `2026-11-${day}T${hour}:00+08:00` };
};

const filesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => pattern.test(name))
    .sort();

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’《》]+/g, '');
const cites = (quoted: string, wanted: string): boolean => bare(quoted).includes(bare(wanted));

export interface PairScore {
  readonly file: string;
  readonly expected: number;
  readonly missed: readonly string[];
  readonly quiet: number;
  readonly falseAlarms: readonly string[];
  /** The same through `check`, which must also see that it is one matter. */
  readonly unseen: readonly string[];
  readonly raised: readonly string[];
}

/** What `pairs` says; of two matters nothing, if they are told to be two. */
const contradictionsIn = (pair: LabelledPair): readonly FactConflict[] => {
  const { sameMatter, contradictions } = comparePair(releaseOf(pair.a, 'a'), releaseOf(pair.b, 'b'));
  if (pair.sameMatter === false && sameMatter < 0.5) return [];
  return contradictions.filter(({ update }) => update !== true);
};

/** What `check` says of the two alone. */
const foundIn = (pair: LabelledPair): readonly FactConflict[] =>
  checkReleases({ releases: [releaseOf(pair.a, 'a'), releaseOf(pair.b, 'b')] })
    .filter(({ kind, releases }) => kind === 'inconsistent' && releases.length === 2)
    .flatMap(({ facts }) => facts);

const notCited = ({ name, expect }: LabelledPair, found: readonly FactConflict[]): readonly string[] =>
  expect
    .filter((one) => !found.some(({ a, b }) => cites(a.text, one.a) && cites(b.text, one.b)))
    .map(({ attribute }) => `${name}: ${attribute}`);

/** Every set of pairs: what was expected and not cited on both sides, and what was flagged where nothing is. */
export const scorePairs = (): readonly PairScore[] =>
  filesIn('./pairs/', /\.yaml$/).map((file) => {
    const pairs = read(`./pairs/${file}`) as readonly LabelledPair[];
    const missed: string[] = [];
    const falseAlarms: string[] = [];
    const unseen: string[] = [];
    const raised: string[] = [];
    for (const pair of pairs) {
      const compared = contradictionsIn(pair);
      const checked = foundIn(pair);
      missed.push(...notCited(pair, compared));
      unseen.push(...notCited(pair, checked));
      if (pair.expect.length > 0) continue;
      if (compared.length > 0) falseAlarms.push(pair.name);
      if (checked.length > 0) raised.push(pair.name);
    }
    return {
      file,
      expected: pairs.reduce((sum, { expect }) => sum + expect.length, 0),
      missed,
      quiet: pairs.filter(({ expect }) => expect.length === 0).length,
      falseAlarms,
      unseen,
      raised,
    };
  });

const kinds: readonly FindingKind[] = ['duplicate', 'multiHeaded', 'inconsistent', 'crossRemit', 'gap'];

export interface CityScore {
  readonly file: string;
  readonly kind: FindingKind;
  readonly expected: number;
  readonly missed: readonly string[];
  readonly unexpected: readonly string[];
}

const label = (kind: string, members: string | readonly string[]): string =>
  `${kind}: ${typeof members === 'string' ? members : [...members].sort().join(' ')}`;

const cities = (): readonly { readonly file: string; readonly city: LabelledCity }[] =>
  filesIn('./', /\.yaml$/).map((file) => ({ file, city: read(`./${file}`) as LabelledCity }));

const checked = (city: LabelledCity) => {
  const releases = city.releases.map((written) => releaseOf(written, ''));
  return { releases, findings: checkReleases({ ...city, releases, now: Date.parse(city.now) }) };
};

/** Every city with all that is found in it. */
export const foundInCities = () => cities().map(({ city }) => ({ city, ...checked(city) }));

/** A group with a follow-up more or less, which its author would take as well: of one kind, and two of the releases are the same. */
const isVariant = (one: string, other: string): boolean => {
  const [kind, ...members] = one.split(' ');
  const [otherKind, ...others] = other.split(' ');
  return (
    kind === 'multiHeaded:' && kind === otherKind && members.filter((id) => others.includes(id)).length >= 2
  );
};

/** Every city: what of each kind was expected and not found, and what was found and not expected. */
export const scoreCities = (): readonly CityScore[] =>
  cities().flatMap(({ file, city }) => {
    const found = new Set(
      checked(city).findings.map((finding) => label(finding.kind, finding.matter ?? finding.releases)),
    );
    const either = new Set(city.either);
    return kinds.map((kind) => {
      const expected = (city.expect[kind] ?? []).map((members) => label(kind, members));
      return {
        file,
        kind,
        expected: expected.length,
        missed: expected.filter(
          (one) =>
            !found.has(one) &&
            !either.has(one) &&
            ![...found].some((other) => either.has(other) && isVariant(other, one)),
        ),
        unexpected: [...found].filter(
          (one) => one.startsWith(`${kind}:`) && !expected.includes(one) && !either.has(one),
        ),
      };
    });
  });
