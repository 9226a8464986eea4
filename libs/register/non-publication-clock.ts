import { endOf, startOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { nonPublicationRule, type Detail, type RegisterEntry } from './register.js';
import type { RegisterParts } from './register-parts.js';

const subjectOf = ({ id }: Pick<RegisterEntry, 'id'>) => ({ kind: 'nonPublication', id });

/**
 * 信息公开条例 Art.18: what is not public is looked at again from time to time, and opened once it can be. Each review ends the
 * clock of the one before it, on the day that a person states, and starts the next; what was opened needs none.
 */
export const reviewNonPublication = async (
  parts: Pick<RegisterParts, 'startDeadline' | 'endDeadline' | 'clock'>,
  queries: Queries,
  entry: RegisterEntry,
  replaced: RegisterEntry | null,
): Promise<void> => {
  const { title, reviewedOn, outcome } = entry.detail as Detail<'nonPublication'>;
  const actor = entry.recordedBy;
  if (replaced !== null) {
    const at = new Date(Math.min(endOf(reviewedOn).getTime(), parts.clock.now().getTime()));
    const reason = outcome === 'opened' ? '评估审查：转为公开' : '评估审查：继续不公开';
    await parts.endDeadline.perform(queries, {
      ...{ rule: nonPublicationRule, subject: subjectOf(replaced), as: 'met', at, actor, reason },
    });
  }
  if (outcome === 'opened') return;
  await parts.startDeadline.perform(queries, {
    ...{ rule: nonPublicationRule, subject: subjectOf(entry), organId: entry.organId, title },
    ...{ link: '/settings?tab=other', eventAt: startOf(reviewedOn), actor },
  });
};

/** The line was struck off: nothing is left to look at again. */
export const dropNonPublication = async (
  { endDeadline }: Pick<RegisterParts, 'endDeadline'>,
  queries: Queries,
  entry: RegisterEntry,
  by: { readonly actor: string; readonly reason: string },
): Promise<void> => {
  await endDeadline.perform(queries, {
    ...{ rule: nonPublicationRule, subject: subjectOf(entry), as: 'cancelled', ...by },
  });
};
