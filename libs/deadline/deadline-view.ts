import { civilTime } from '@koujing/kernel';
import type { DeadlineView } from './deadline.api.js';
import type { Deadline } from './deadline.js';
import type { DeadlineRule } from './deadline-rule.js';

/** The duty by its name in both languages. */
export const dutyOf = ({
  title,
  titleEn,
}: Pick<DeadlineRule, 'title' | 'titleEn'>): { readonly duty: string; readonly dutyEn?: string } => ({
  duty: title,
  ...(titleEn === undefined ? {} : { dutyEn: titleEn }),
});

export const deadlineViewOf = (deadline: Deadline, now: Date): DeadlineView => ({
  id: deadline.id,
  rule: deadline.rule,
  ...dutyOf(deadline.terms),
  article: deadline.terms.article,
  subject: { ...deadline.subject },
  title: deadline.title,
  ...(deadline.titleEn === undefined ? {} : { titleEn: deadline.titleEn }),
  link: deadline.link,
  organId: deadline.organId,
  dueAt: civilTime(deadline.dueAt),
  leftMs: deadline.dueAt.getTime() - now.getTime(),
  hard: deadline.terms.hardness === 'hard',
  provisional: deadline.provisional,
  paused: deadline.state === 'paused',
});
