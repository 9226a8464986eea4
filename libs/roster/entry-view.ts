import { may, visibilityOf, type Actor } from '@koujing/access';
import type { CivilDay } from '@koujing/calendar';
import type { Organ } from '@koujing/organ';
import type { EntryView } from './roster.api.js';
import { activeOn, type RosterEntry } from './roster.js';
import { rankWanted, type RosterRules } from './roster-rules.js';

/** Names are for everybody; a telephone is for the organ and the office. */
const seesPhone = (actor: Actor, organId: string): boolean => {
  const visibility = visibilityOf(actor);
  return (
    visibility.all || visibility.organIds.includes(organId) || may(actor, 'coordinator', organId).length === 0
  );
};

const rankInWords = (
  entry: RosterEntry,
  { rules, organ }: { readonly organ: Organ; readonly rules: RosterRules },
): Pick<EntryView, 'rankTitle' | 'rankTitleEn' | 'rankWanted' | 'rankWantedEn'> => {
  const { title, titleEn } = rules.ranks[entry.rank] ?? { title: entry.rank };
  const wanted = entry.temporary ? null : rankWanted(rules, organ, entry);
  return {
    rankTitle: title,
    ...(titleEn === undefined ? {} : { rankTitleEn: titleEn }),
    rankWanted: wanted?.zh ?? null,
    ...(wanted === null ? {} : { rankWantedEn: wanted.en }),
  };
};

export const entryView = (
  entry: RosterEntry,
  of: { readonly organ: Organ; readonly rules: RosterRules; readonly today: CivilDay; readonly actor: Actor },
): EntryView => ({
  id: entry.id,
  post: entry.post,
  temporary: entry.temporary,
  topic: entry.topic,
  name: entry.name,
  title: entry.title,
  rank: entry.rank,
  ...rankInWords(entry, of),
  rankReason: entry.rankReason,
  phone: seesPhone(of.actor, entry.organId) ? entry.phone : '',
  fromOn: entry.fromOn,
  untilOn: entry.untilOn,
  endedReason: entry.endedReason,
  active: activeOn(entry, of.today),
});
