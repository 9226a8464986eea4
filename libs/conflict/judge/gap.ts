import type { Finding } from '../finding.js';
import type { OrganDirectory } from '../organ-directory.js';
import type { MatterRecord, ReleaseText } from '../release-text.js';
import { profileOf, type Profile } from '../same-matter/profile.js';
import { sameMatter } from '../same-matter/score.js';
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
    answer: on.find((release) => speaks(release, matter.owner, directory)),
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
    const during = releases.filter((release) => within(release, matter) && isAbout(about, profile(release)));
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

function isAbout(matter: Profile, release: Profile): boolean {
  let matched = 0;
  let mass = 0;
  for (const [word, rarity] of matter.titleWords) {
    mass += rarity;
    if (release.words.has(word) || release.text.includes(word)) matched += rarity;
  }
  const share = mass === 0 ? 0 : matched / mass;
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
    explanation: `“${matter.title}”应由${matter.owner}在${matter.dueAt}前发布，时限已过仍未见其发布${spoken}，属工作缺位；请立即组织发布。`,
  };
}
