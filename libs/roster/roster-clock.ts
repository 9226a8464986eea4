import { startOf, type CivilDay } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import type { Organ } from '@koujing/organ';
import type { RosterParts } from './roster-parts.js';

const subjectOf = (organ: Organ) => ({ kind: 'roster', id: organ.id });

/** A change must be reported within a month of the day on which it took effect; the earliest open change counts (Art.9). */
export const startFiling = async (
  { startDeadline }: Pick<RosterParts, 'startDeadline'>,
  queries: Queries,
  change: { readonly organ: Organ; readonly on: CivilDay; readonly actor: string },
): Promise<void> => {
  const { organ, on, actor } = change;
  await startDeadline.perform(queries, {
    rule: 'rosterChange',
    subject: subjectOf(organ),
    organId: organ.id,
    title: `${organ.shortName}新闻发言人名单变更`,
    titleEn: `Change of the spokespersons of ${organ.shortName}`,
    link: `/settings?tab=roster&organ=${organ.id}`,
    eventAt: startOf(on),
    actor,
  });
};

export const endFiling = async (
  { endDeadline }: Pick<RosterParts, 'endDeadline'>,
  queries: Queries,
  { organ, actor }: { readonly organ: Organ; readonly actor: string },
): Promise<void> => {
  await endDeadline.perform(queries, { rule: 'rosterChange', subject: subjectOf(organ), as: 'met', actor });
};
