import { minuteInEnglish, minuteInWords } from '@koujing/kernel';
import { explained, type Finding } from '../finding.js';
import type { OrganDirectory } from '../organ-directory.js';
import type { MatterRecord, ReleaseText } from '../release-text.js';
import { headText } from '../same-matter/head.js';
import { profileOf, type Profile } from '../same-matter/profile.js';
import { severityOf } from '../severity.js';
import { MattersByWord } from './matters-by-word.js';
import { aboutOf, isAbout, isHeadedSo, speaks, tellingWords } from './on-matter.js';

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
  const named = new MattersByWord([{ matter, words: tellingWords(about), from: -Infinity, to: Infinity }]);
  const read = releases
    .map((release) => ({
      release,
      profile: named.in(headText(release), 0).size > 0 ? profileOf(release) : null,
    }))
    .filter(({ release, profile }) => release.linked || profile !== null);
  const on = read.filter(
    ({ release, profile }) => release.linked || (profile !== null && isAbout(about, profile)),
  );
  const byOwner = ({ release }: { readonly release: ReleaseText }): boolean =>
    speaks(release, matter.owner, directory);
  const headedSo = read.find((one) => byOwner(one) && one.profile !== null && isHeadedSo(about, one.profile));
  return {
    answer: (on.find(byOwner) ?? headedSo)?.release,
    others: [...new Set(on.map(({ release }) => release.organ))],
  };
}

/** A matter whose clock has passed, and what was found on it so far. */
interface OverdueMatter {
  readonly matter: MatterRecord;
  readonly about: Profile;
  readonly others: { readonly place: number; readonly release: ReleaseText }[];
  answered: boolean;
}

/**
 * Matters whose clock has passed without a release by their owner. Each release is read once, in order of time, and looked at
 * for those matters only whose telling words it holds while they are open: the cost grows with the releases and with the
 * matters, not with their product.
 */
export function gaps({ matters, releases, now, directory }: GapQuestion): readonly Finding[] {
  const overdue = matters
    .filter(({ dueAt }) => Date.parse(dueAt) <= now)
    .map((matter): OverdueMatter => ({ matter, about: aboutOf(matter), others: [], answered: false }));
  const named = new MattersByWord(
    overdue.map((one) => ({
      matter: one,
      words: tellingWords(one.about),
      from: Date.parse(one.matter.openedAt),
      // What comes later came after the clock had passed.
      to: Date.parse(one.matter.dueAt),
    })),
  );
  const inTime = releases
    .map((release, place) => ({ release, place, time: Date.parse(release.publishedAt ?? '') }))
    .filter(({ time }) => named.anyOpenAt(time))
    .sort((x, y) => x.time - y.time);
  for (const { release, place, time } of inTime) {
    const open = [...named.in(headText(release), time)].filter(({ answered }) => !answered);
    if (open.length === 0) continue;
    const profile = profileOf(release);
    for (const one of open) {
      const on = isAbout(one.about, profile);
      if (speaks(release, one.matter.owner, directory) && (on || isHeadedSo(one.about, profile)))
        one.answered = true;
      else if (on) one.others.push({ place, release });
    }
  }
  return overdue
    .filter(({ answered }) => !answered)
    .map(({ matter, others }) =>
      finding(
        matter,
        others.sort((x, y) => x.place - y.place).map(({ release }) => release),
      ),
    );
}

/** 工作缺位 of a matter; `others`: whoever else has spoken on it. */
export const gapInWords = (
  { title, owner, dueAt }: { readonly title: string; readonly owner: string; readonly dueAt: Date | null },
  others: readonly string[],
) => {
  const [due, dueEn] = dueAt === null ? ['', ''] : [minuteInWords(dueAt), minuteInEnglish(dueAt)];
  const [spoken, spokenEn] =
    others.length === 0
      ? ['', '']
      : [`，而${others.join('、')}已就此发布`, `, while ${others.join(', ')} has spoken on it`];
  return explained(
    `“${title}”应由${owner}在${due}前发布，时限已过仍未见其发布${spoken}，属工作缺位；请立即组织发布。`,
    `${owner} had to release “${title}” by ${dueEn}. That has passed without a release${spokenEn}: a gap. Release it at once.`,
  );
};

function finding(matter: MatterRecord, others: readonly ReleaseText[]): Finding {
  const organs = [...new Set(others.map(({ organ }) => organ))];
  return {
    kind: 'gap',
    releases: [],
    matter: matter.id,
    severity: severityOf({ kind: 'gap' }),
    confidence: 0.9,
    facts: [],
    ...gapInWords({ ...matter, dueAt: new Date(matter.dueAt) }, organs),
  };
}
