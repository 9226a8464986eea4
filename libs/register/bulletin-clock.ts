import { addDays, civilDayOf, endOf, periodOf, startOf, type Period } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { bulletinRule, type Detail } from './register.js';
import type { RegisterParts } from './register-parts.js';

/** `2026-H1` → the half-year. */
export const halfYearOf = (key: string): Period =>
  periodOf(`${key.slice(0, 4)}-${key.endsWith('1') ? '01' : '07'}-01`, 'halfYear');

const subjectOf = (key: string) => ({ kind: 'bulletin', id: key });

type ClockParts = Pick<RegisterParts, 'entries' | 'deadlines' | 'startDeadline' | 'endDeadline' | 'clock'>;

interface OfHalf {
  readonly period: string;
  readonly officeId: string;
  readonly actor: string;
}

/** So many bulletins on a half-year are asked for: the one of the provision, or more where the city has set so. */
export const bulletinsAsked = ({ deadlines }: Pick<RegisterParts, 'deadlines'>): number =>
  deadlines[bulletinRule]?.limit ?? 1;

/** Those sent on a half-year, in the order of their days. */
export const sentOn = async (
  { entries }: Pick<RegisterParts, 'entries'>,
  queries: Queries,
  period: string,
): Promise<readonly Detail<'bulletin'>[]> =>
  (await entries.valid(queries, 'bulletin'))
    .map(({ detail }) => detail)
    .filter((detail) => detail.period === period)
    .sort((one, other) => (one.sentOn < other.sentOn ? -1 : 1));

/** Owed from the end of the half-year until as many were sent as are asked for, and done on the day of the last of them (Art.42). */
export const settleBulletin = async (parts: ClockParts, queries: Queries, of: OfHalf): Promise<void> => {
  const sent = await sentOn(parts, queries, of.period);
  const enough = sent[bulletinsAsked(parts) - 1];
  if (enough !== undefined) await endBulletin(parts, queries, enough, of.actor);
  else if (halfYearOf(of.period).last < civilDayOf(parts.clock.now()))
    await startBulletin(parts, queries, of);
};

const startBulletin = async (
  { startDeadline }: Pick<RegisterParts, 'startDeadline'>,
  queries: Queries,
  of: OfHalf,
): Promise<void> => {
  const { last } = halfYearOf(of.period);
  await startDeadline.perform(queries, {
    ...{ rule: bulletinRule, subject: subjectOf(of.period), organId: of.officeId },
    title: `${of.period.slice(0, 4)}年${of.period.endsWith('1') ? '上' : '下'}半年全市新闻发布工作通报`,
    titleEn: `Bulletin on the ${of.period.endsWith('1') ? 'first' : 'second'} half of ${of.period.slice(0, 4)}`,
    ...{ link: '/settings?tab=other', eventAt: startOf(addDays(last, 1)), actor: of.actor },
  });
};

/** Sent on a day that a person states: recorded later, it was still done on that day. */
const endBulletin = async (
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
