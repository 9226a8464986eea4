import { normalise, placesIn, publicationMoment } from '@koujing/text';
import type { PlaceMention, PublicationMoment } from '@koujing/text';
import { isUnknownOrgan } from '../organ-directory.js';
import type { ReleaseText } from '../release-text.js';
import { bulletinKeyOf, type BulletinKey } from './bulletin-key.js';
import { hazardsIn } from './hazard.js';
import { keySet, type KeySet } from './key-set.js';
import { daysIn, regionsIn, regionsOf, type Region } from './slots.js';

/** The head that names the matter; annexes and tables behind it say nothing about which matter it is. */
const READ_LENGTH = 3_000;

/** What both the index and the scorer read of a release: its letters, and where, when and what kind of event. */
export interface Head {
  readonly id: string;
  readonly organ: string;
  readonly title: string;
  /** Title, line end, body; normalised. */
  readonly text: string;
  /** Milliseconds; null when unknown. */
  readonly time: number | null;
  readonly regions: readonly Region[];
  /** Month × 100 + day of the day of publication; null when unknown. */
  readonly publicationDay: number | null;
  /** The same for the days named. */
  readonly days: KeySet;
  readonly hazards: readonly string[];
  /** Set for periodic bulletins only. */
  readonly bulletin: BulletinKey | undefined;
}

/** The head with what is needed to read on. */
export interface ReadHead {
  readonly head: Head;
  readonly places: readonly PlaceMention[];
  readonly named: readonly Region[];
  readonly moment: PublicationMoment | null;
}

/** One form for the words: hashtags and mentions are decoration. */
const plain = (text: string): string => normalise(text.replace(/[#＃@]/g, ' ')).text.toLowerCase();

const titleOf = ({ title }: ReleaseText): string => plain(title.slice(0, READ_LENGTH));

/** The letters alone, for who looks for words only: `head.text` of `readHead`. */
export const headText = (release: ReleaseText): string =>
  `${titleOf(release)}\n${plain(release.body.slice(0, READ_LENGTH))}`;

export function readHead(release: ReleaseText): ReadHead {
  const { id, organ, publishedAt } = release;
  const title = titleOf(release);
  const text = headText(release);
  const moment = publicationMoment(publishedAt);
  const places = placesIn(text);
  const named = regionsOf(text, places);
  const head: Head = {
    id,
    organ,
    title,
    text,
    time: publishedAt === null ? null : Date.parse(publishedAt),
    regions: named.length > 0 || isUnknownOrgan(organ) ? named : regionsIn(organ),
    publicationDay: moment === null ? null : moment.month * 100 + moment.day,
    days: keySet(daysIn(text, moment)),
    hazards: hazardsIn(text),
    bulletin: bulletinKeyOf({ organ, title, text, moment }),
  };
  return { head, places, named, moment };
}
