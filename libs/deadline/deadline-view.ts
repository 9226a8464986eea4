import { civilTime } from '@koujing/kernel';
import type { DeadlineView } from './deadline.api.js';
import type { Deadline } from './deadline.js';

export const deadlineViewOf = (deadline: Deadline, now: Date): DeadlineView => ({
  id: deadline.id,
  rule: deadline.rule,
  duty: deadline.terms.title,
  article: deadline.terms.article,
  subject: { ...deadline.subject },
  title: deadline.title,
  link: deadline.link,
  organId: deadline.organId,
  dueAt: civilTime(deadline.dueAt),
  leftMs: deadline.dueAt.getTime() - now.getTime(),
  hard: deadline.terms.hardness === 'hard',
  provisional: deadline.provisional,
  paused: deadline.state === 'paused',
});
