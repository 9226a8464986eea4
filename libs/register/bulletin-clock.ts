import { addDays, endOf, periodOf, startOf, type Period } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { bulletinRule, type Detail } from './register.js';
import type { RegisterParts } from './register-parts.js';

/** `2026-H1` → the half-year. */
export const halfYearOf = (key: string): Period =>
  periodOf(`${key.slice(0, 4)}-${key.endsWith('1') ? '01' : '07'}-01`, 'halfYear');

const subjectOf = (key: string) => ({ kind: 'bulletin', id: key });

/** The bulletin on a half-year is owed from the day after it, by the city's own limit (Art.42). */
export const startBulletin = async (
  { startDeadline }: Pick<RegisterParts, 'startDeadline'>,
  queries: Queries,
  of: { readonly period: string; readonly officeId: string; readonly actor: string },
): Promise<void> => {
  const { last } = halfYearOf(of.period);
  await startDeadline.perform(queries, {
    ...{ rule: bulletinRule, subject: subjectOf(of.period), organId: of.officeId },
    title: `${of.period.slice(0, 4)}年${of.period.endsWith('1') ? '上' : '下'}半年全市新闻发布工作通报`,
    ...{ link: '/settings?tab=other', eventAt: startOf(addDays(last, 1)), actor: of.actor },
  });
};

/** Sent on a day that a person states: recorded later, it was still done on that day. */
export const endBulletin = async (
  { endDeadline, clock }: Pick<RegisterParts, 'endDeadline' | 'clock'>,
  queries: Queries,
  { period, sentOn, documentNumber }: Detail<'bulletin'>,
  actor: string,
): Promise<void> => {
  const at = new Date(Math.min(endOf(sentOn).getTime(), clock.now().getTime()));
  const reason = `通报已印发：${documentNumber}`;
  await endDeadline.perform(queries, {
    ...{ rule: bulletinRule, subject: subjectOf(period), as: 'met', at, actor, reason },
  });
};
