import type { Queries } from '@koujing/database';
import type { RosterParts } from './roster-parts.js';

/** The clock of the year's public list (Art.9). */
export const rosterYearRule = 'rosterPublication';

/** So many lists in a year are asked for: the one of the provision, or more where the city has set so. */
export const listsAsked = ({ deadlines }: Pick<RosterParts, 'deadlines'>): number =>
  deadlines[rosterYearRule]?.limit ?? 1;

/** The list of a year that was missed comes late with the next ones: its clock ends as met, but late. */
export const endYears = async (
  parts: Pick<RosterParts, 'publications' | 'endDeadline' | 'deadlines'>,
  queries: Queries,
  actor: string,
): Promise<void> => {
  const { publications, endDeadline } = parts;
  for (const due of (await publications.yearsDue(queries)).keys())
    if ((await publications.countSince(queries, due)) >= listsAsked(parts))
      await endDeadline.perform(queries, {
        ...{ rule: rosterYearRule, subject: { kind: 'rosterYear', id: String(due) }, as: 'met', actor },
      });
};
