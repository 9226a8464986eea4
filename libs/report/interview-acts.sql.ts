import type { Queries } from '@koujing/database';
import { counted, civilTime, minuteInEnglish, minuteInWords } from '@koujing/kernel';
import { inBrackets } from '@koujing/text';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { perLook } from './per-look.js';

/** The city's own hours after which an unanswered request is told; the measures have no number (RULES.md, Art.39(2)). */
export interface AgeAlarm {
  readonly hours: number;
  readonly article: string;
}

interface Asked {
  readonly id: string;
  readonly organId: string;
  readonly subject: string;
  readonly outlet: string;
  readonly state: string;
  readonly receivedAt: Date;
  readonly repliedAt: Date | null;
  readonly alarmedAt: Date | null;
  /** A clock runs on it where the city has hours, and tells the same act (acts-of-deadlines.ts). */
  readonly timed: boolean;
}

const hourMs = 3_600_000;

/**
 * Requests for interviews without an answer in a city that has no hours for one: the alarm's hours establish the act. Once
 * they have passed it is settled whether they were kept: each request is looked at once, in the transaction that opens its case.
 * One that somebody is at is left to the next minute: they hold the request and want its clock, the watch holds clocks already.
 */
export class InterviewActs implements ActSource {
  constructor(private readonly alarm: AgeAlarm) {}

  async acts(queries: Queries, now: Date): Promise<readonly Act[]> {
    const { hours } = this.alarm;
    const passed = await unexamined(queries, new Date(now.getTime() - hours * hourMs));
    await markExamined(
      queries,
      passed.map(({ id }) => id),
      now,
    );
    return passed.filter((each) => !each.timed && isLate(each, hours)).map((each) => actOf(each, this.alarm));
  }
}

/** What its outlet took back in time was no answer owed. */
const isLate = ({ state, receivedAt, repliedAt }: Asked, hours: number): boolean =>
  repliedAt === null ? state === 'received' : repliedAt.getTime() > receivedAt.getTime() + hours * hourMs;

const unexamined = async (queries: Queries, since: Date): Promise<readonly Asked[]> => {
  const { rows } = await sql<Asked>`
    select i.id, i.organ_id as "organId", i.subject, i.state, o.name as outlet, i.received_at as "receivedAt",
      i.replied_at as "repliedAt", i.alarmed_at as "alarmedAt", exists (select 1 from deadline d
        where d.rule = 'interviewReply' and d.subject_kind = 'interview' and d.subject_id = i.id) as timed
    from interview i join media_outlet o on o.id = i.outlet_id
    where i.examined_at is null and i.received_at <= ${since}
    order by i.received_at limit ${perLook} for no key update of i skip locked`.execute(queries);
  return rows;
};

const markExamined = async (queries: Queries, ids: readonly string[], at: Date): Promise<void> => {
  await sql`update interview set examined_at = ${at} where id = any(${[...ids]}::text[])`.execute(queries);
};

const actOf = (interview: Asked, { hours, article }: AgeAlarm): Act => {
  const { id, organId, subject, outlet, receivedAt, repliedAt, alarmedAt } = interview;
  const dueAt = new Date(receivedAt.getTime() + hours * hourMs);
  const late = repliedAt !== null;
  return {
    ...{ kind: 'interviewRefused', key: `interview:${id}`, organId, title: subject },
    subject: { kind: 'interview', id },
    link: `/interviews/${id}`,
    act: late
      ? `${outlet}的采访申请逾${hours}小时未答复，迟至${minuteInWords(repliedAt)}才答复${inBrackets(article)}。`
      : `${outlet}的采访申请逾${hours}小时仍未答复${inBrackets(article)}。`,
    actEn: `A request for an interview was ${late ? 'answered late' : 'not answered'} beyond ${counted(hours, 'hour')}.`,
    occurredAt: dueAt,
    evidence: [
      {
        ...{ kind: 'audit', id, at: civilTime(receivedAt) },
        text: `采访申请“${subject}”于${minuteInWords(receivedAt)}收到`,
        textEn: `The request for an interview “${subject}” came in on ${minuteInEnglish(receivedAt)}`,
        detail: {
          hours,
          repliedAt: late ? civilTime(repliedAt) : null,
          alarmedAt: alarmedAt === null ? null : civilTime(alarmedAt),
        },
      },
    ],
  };
};
