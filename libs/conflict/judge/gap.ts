import { minuteInWords } from '@koujing/kernel';
import type { Finding } from '../finding.js';
import type { OrganDirectory } from '../organ-directory.js';
import type { MatterRecord, ReleaseText } from '../release-text.js';
import { profileOf, type Profile } from '../same-matter/profile.js';
import { sameMatter } from '../same-matter/score.js';
import { titleCover } from '../same-matter/shared-words.js';
import { severityOf } from '../severity.js';

export interface GapQuestion {
  readonly matters: readonly MatterRecord[];
  readonly releases: readonly ReleaseText[];
  /** Milliseconds. */
  readonly now: number;
  readonly directory: OrganDirectory;
}

/** Of these releases, the first one by the owner on the matter, and everybody who speaks on it. */
export function spokenOn(
  matter: Pick<MatterRecord, 'id' | 'title' | 'owner' | 'openedAt'>,
  releases: readonly (ReleaseText & { readonly linked: boolean })[],
  directory: OrganDirectory,
): {
  readonly answer: (ReleaseText & { readonly linked: boolean }) | undefined;
  readonly others: readonly string[];
} {
  const about = aboutOf(matter);
  const on = releases.filter((release) => release.linked || isAbout(about, profileOf(release)));
  return {
    answer:
      on.find((release) => speaks(release, matter.owner, directory)) ??
      releases.find(
        (release) => speaks(release, matter.owner, directory) && isHeadedSo(about, profileOf(release)),
      ),
    others: [...new Set(on.map(({ organ }) => organ))],
  };
}

const aboutOf = ({
  id,
  owner,
  title,
  openedAt,
}: Pick<MatterRecord, 'id' | 'title' | 'owner' | 'openedAt'>): Profile =>
  profileOf({ id, organ: owner, title, body: '', publishedAt: openedAt });

/** Share of a matter title's rare words that a release must carry to be on that matter. */
const COVERED = 0.6;

/** Enough where everything else says that it is the same matter. */
const HALF_COVERED = 0.35;

/** Matters whose clock has passed without a release by their owner. */
export function gaps({ matters, releases, now, directory }: GapQuestion): readonly Finding[] {
  const profiles = new Map<string, Profile>();
  const profile = (release: ReleaseText): Profile => {
    const known = profiles.get(release.id) ?? profileOf(release);
    profiles.set(release.id, known);
    return known;
  };
  return matters.flatMap((matter) => {
    const due = Date.parse(matter.dueAt);
    if (due > now) return [];
    const about = aboutOf(matter);
    const then = releases.filter((release) => within(release, matter));
    const during = then.filter((release) => isAbout(about, profile(release)));
    const answers = (release: ReleaseText): boolean =>
      speaks(release, matter.owner, directory) && isHeadedSo(about, profile(release));
    if (then.some(answers)) return [];
    if (during.some((release) => speaks(release, matter.owner, directory))) return [];
    return [finding(matter, during)];
  });
}

/** Published between the opening of the matter and its due time: what comes later came after the clock had passed. */
const within = (release: ReleaseText, matter: MatterRecord): boolean => {
  const time = Date.parse(release.publishedAt ?? '');
  return time >= Date.parse(matter.openedAt) && time <= Date.parse(matter.dueAt);
};

const speaks = (release: ReleaseText, owner: string, directory: OrganDirectory): boolean =>
  directory.same(release.organ, owner) ||
  (release.jointWith ?? []).some((partner) => directory.same(partner, owner));

/** Share of the matter's title that the owner's own title must answer. */
const ANSWERED = 0.45;
/** A word of the title that alone says little about what the matter is. */
const COMMON = 0.4;

/**
 * The owner's own title answers the matter in other words: 今冬供热起始时间, 冬季供热时间. One rare word must be the same; a
 * word that shares a letter counts half. The worse mistake is to call a gap what the owner has answered.
 */
function isHeadedSo(matter: Profile, release: Profile): boolean {
  const title = release.titleWords;
  let matched = 0;
  let mass = 0;
  let same = false;
  for (const { text, key, rarity } of matter.titleWords) {
    mass += rarity;
    if (title.some((other) => other.key === key)) {
      matched += rarity;
      same ||= rarity >= COMMON;
    } else if (title.some((other) => [...text].some((letter) => other.text.includes(letter))))
      matched += rarity / 2;
  }
  return same && matched / Math.max(mass, Number.EPSILON) >= ANSWERED;
}

function isAbout(matter: Profile, release: Profile): boolean {
  const share = titleCover(matter, release);
  return share >= COVERED || (share >= HALF_COVERED && sameMatter(matter, release).probability >= 0.5);
}

function finding(matter: MatterRecord, others: readonly ReleaseText[]): Finding {
  const spoken =
    others.length === 0 ? '' : `，而${[...new Set(others.map(({ organ }) => organ))].join('、')}已就此发布`;
  return {
    kind: 'gap',
    releases: [],
    matter: matter.id,
    severity: severityOf({ kind: 'gap' }),
    confidence: 0.9,
    facts: [],
    explanation: `“${matter.title}”应由${matter.owner}在${minuteInWords(new Date(matter.dueAt))}前发布，时限已过仍未见其发布${spoken}，属工作缺位；请立即组织发布。`,
  };
}
