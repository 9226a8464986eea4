import type { OrganDirectory } from '../organ-directory.js';
import type { MatterRecord, ReleaseText } from '../release-text.js';
import { profileOf, type Profile } from '../same-matter/profile.js';
import { sameMatter } from '../same-matter/score.js';
import { titleCover } from '../same-matter/shared-words.js';

/** A matter read as a release of its owner that says no more than its title. */
export const aboutOf = ({
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

/** The owner itself, or somebody jointly with it. */
export const speaks = (release: ReleaseText, owner: string, directory: OrganDirectory): boolean =>
  directory.same(release.organ, owner) ||
  (release.jointWith ?? []).some((partner) => directory.same(partner, owner));

/** Share of the matter's title that the owner's own title must answer. */
const ANSWERED = 0.45;
/** A word of the title that alone says little about what the matter is. */
const COMMON = 0.4;

/** What makes a title a title, whatever it is about. */
const FORM = /关于|情况|数据|速报|快报|信息|发布|公布|告知|公告|通告|通知|通报|说明|工作|问题|事项|有关|的/gu;
const LETTERS_COVERED = 0.6;

/** 市人民医院发热门诊迁址, of 邯阳市人民医院: its own name the owner need not say, in full or in short. */
const SHORT_NAME = 4;
function withoutName(title: string, organ: string): string {
  for (let from = 0; from <= organ.length - SHORT_NAME; from += 1)
    if (title.startsWith(organ.slice(from))) return title.slice(organ.length - from);
  return title.replace(organ, '');
}

/** 非居民用天然气价格调整 and 调整非居民用管道天然气销售价格: the share of pairs of letters, where every number is the same. */
function letterPairsCovered(matter: Profile, release: Profile): number {
  const own = withoutName(matter.title, matter.organ).replace(FORM, '');
  if ((own.match(/\d+/gu) ?? []).some((number) => !release.title.includes(number))) return 0;
  const pairs = [...own].slice(1).map((letter, i) => `${[...own][i] as string}${letter}`);
  return pairs.filter((pair) => release.title.includes(pair)).length / Math.max(4, pairs.length);
}

/**
 * The owner's own title answers the matter in other words: 今冬供热起始时间, 冬季供热时间. One rare word must be the same; a
 * word that shares a letter counts half. The worse mistake is to call a gap what the owner has answered.
 */
export function isHeadedSo(matter: Profile, release: Profile): boolean {
  if (
    letterPairsCovered(matter, release) >= LETTERS_COVERED &&
    // Else it would never be looked at (`MattersByWord`).
    tellingWords(matter).some((word) => release.text.includes(word))
  )
    return true;
  const title = release.titleWords;
  let matched = 0;
  let mass = 0;
  let same = false;
  for (const { text, key, rarity } of matter.titleWords) {
    // Its own name the owner need not say.
    if (matter.organ.includes(text)) continue;
    mass += rarity;
    if (title.some((other) => other.key === key)) {
      matched += rarity;
      same ||= rarity >= COMMON;
    } else if (title.some((other) => [...text].some((letter) => other.text.includes(letter))))
      matched += rarity / 2;
  }
  return same && matched / Math.max(mass, Number.EPSILON) >= ANSWERED;
}

/**
 * The words of a title of which a release must hold one to be on the matter or headed so: those that count for a heading, and
 * the rarest as long as the rest together would not cover half.
 */
export function tellingWords({ titleWords, title, organ }: Profile): readonly string[] {
  const rarest = [...titleWords].sort((x, y) => y.rarity - x.rarity);
  let rest = rarest.reduce((sum, { rarity }) => sum + rarity, 0);
  // A little below, so that no rounding loses a matter.
  const least = rest * HALF_COVERED * 0.999;
  const telling = rarest
    .filter(({ rarity }) => {
      const tells = rest >= least || rarity >= COMMON;
      rest -= rarity;
      return tells;
    })
    .map(({ text }) => text);
  return [...new Set([...telling, ...endsOf(withoutName(title, organ).replace(FORM, ''))])];
}

/** 芦花湖死鱼 may be cut 芦花, 湖死: the two letters at either end are words, however the middle is cut. */
const endsOf = (title: string): readonly string[] =>
  title.length < 4
    ? []
    : [title.slice(0, 2), title.slice(-2)].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));

/** The release holds most of the matter's title, or half of it where all else says that it is one matter. */
export function isAbout(matter: Profile, release: Profile): boolean {
  const share = titleCover(matter, release);
  return share >= COVERED || (share >= HALF_COVERED && sameMatter(matter, release).probability >= 0.5);
}
