import type { Visibility } from '@koujing/access';
import { spanOf } from '@koujing/calendar';
import { json, within, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import { partOf } from '../search.js';
import type { AnswerQuery } from './answer.api.js';
import type { MediaAnswer } from './answer.js';

/** An answer with the names that a list shows. */
export interface NamedAnswer extends MediaAnswer {
  readonly organName: string;
  readonly organShort: string;
  readonly outletName: string;
  readonly reporterName: string | null;
  readonly loggedByName: string;
}

export class AnswerStore {
  /** `place`: in the order of what is said in public. */
  async add(queries: Queries, answer: MediaAnswer, place: number): Promise<void> {
    await queries
      .insertInto('media_answer')
      .values({
        id: answer.id,
        organ_id: answer.organId,
        form: answer.form,
        subject: answer.subject,
        outlet_id: answer.outletId,
        reporter_id: answer.reporterId,
        interview_id: answer.interviewId,
        matter_id: answer.matterId,
        question: answer.question,
        answer: answer.answer,
        answered_by: answer.answeredBy,
        answered_at: answer.answeredAt,
        lines: json(answer.lines),
        departures: json(answer.departures),
        departure_reason: answer.departureReason,
        logged_by: answer.loggedBy,
        logged_at: answer.loggedAt,
        gate_seq: place,
      })
      .execute();
  }

  /** The newest first; those of organs that may be seen. */
  async list(
    queries: Queries,
    visibility: Visibility,
    query: AnswerQuery,
  ): Promise<{ readonly items: readonly NamedAnswer[]; readonly total: number }> {
    const { q, organ, interview, form, page, pageSize } = query;
    const organIds = visibility.all ? null : [...visibility.organIds];
    const { rows } = await sql<NamedAnswer & { total: number }>`
      select a.id, a.organ_id as "organId", a.form, a.subject, a.outlet_id as "outletId", a.reporter_id as "reporterId",
        a.interview_id as "interviewId", a.matter_id as "matterId", a.question, a.answer, a.answered_by as "answeredBy",
        a.answered_at as "answeredAt", a.lines, a.departures, a.departure_reason as "departureReason",
        a.logged_by as "loggedBy", a.logged_at as "loggedAt", g.name as "organName", g.short_name as "organShort",
        o.name as "outletName", r.name as "reporterName", p.name as "loggedByName", count(*) over ()::int as total
      from media_answer a join organ g on g.id = a.organ_id join media_outlet o on o.id = a.outlet_id
        join person p on p.id = a.logged_by left join media_reporter r on r.id = a.reporter_id
      where (${organIds}::text[] is null or a.organ_id = any(${organIds}::text[]))
        and (${organ ?? null}::text is null or a.organ_id = ${organ ?? null})
        and (${interview ?? null}::text is null or a.interview_id = ${interview ?? null})
        and (${form ?? null}::text is null or a.form = ${form ?? null})
        and ${within('a.answered_at', spanOf(query))}
        and (a.subject ilike ${partOf(q)} or a.answer ilike ${partOf(q)} or o.name ilike ${partOf(q)})
      order by a.answered_at desc, a.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
      queries,
    );
    return { items: rows.map(({ total: _, ...answer }) => answer), total: rows[0]?.total ?? 0 };
  }
}
