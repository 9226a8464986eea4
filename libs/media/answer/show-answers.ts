import { refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import { civilTime, Problem } from '@koujing/kernel';
import { interviewRefusal } from '../interview/interview-refusal.js';
import { mayAnswerPress } from '../interview/may-answer-press.js';
import type { AnswerList, AnswerQuery, AnswerView, LineList, LinesQuery } from './answer.api.js';
import type { AnswerParts } from './answer-parts.js';
import type { NamedAnswer } from './answer-store.sql.js';

/** What reporters were told, as a person reads it. */
export class ShowAnswers {
  constructor(private readonly parts: Pick<AnswerParts, 'database' | 'answers' | 'matterLines'>) {}

  async page(query: AnswerQuery, actor: Actor): Promise<AnswerList> {
    const { database, answers, matterLines } = this.parts;
    const { items, total } = await answers.list(database.queries, visibilityOf(actor), query);
    const ids = items.flatMap(({ matterId }) => matterId ?? []);
    const matters = await matterLines.titles(database.queries, ids);
    const { page, pageSize } = query;
    return { items: items.map((answer) => viewOf(answer, matters)), total, page, pageSize };
  }

  async lines({ organ, matter }: LinesQuery, actor: Actor): Promise<LineList> {
    refuseIfAny(mayAnswerPress(actor, organ));
    const lines = await this.parts.matterLines.inForce(this.parts.database.queries, matter, organ);
    if (lines === null) throw new Problem('notFound', [interviewRefusal.unknownMatter]);
    return { items: [...lines] };
  }
}

const viewOf = (answer: NamedAnswer, matters: ReadonlyMap<string, string>): AnswerView => ({
  id: answer.id,
  organ: { id: answer.organId, name: answer.organName, shortName: answer.organShort },
  form: answer.form,
  subject: answer.subject,
  outlet: { id: answer.outletId, name: answer.outletName },
  reporter:
    answer.reporterId === null
      ? null
      : { id: answer.reporterId, name: answer.reporterName ?? answer.reporterId },
  interviewId: answer.interviewId,
  matter:
    answer.matterId === null
      ? null
      : { id: answer.matterId, title: matters.get(answer.matterId) ?? answer.matterId },
  question: answer.question,
  answer: answer.answer,
  answeredBy: answer.answeredBy,
  answeredAt: civilTime(answer.answeredAt),
  lines: [...answer.lines],
  departures: [...answer.departures],
  departureReason: answer.departureReason,
  loggedBy: { id: answer.loggedBy, name: answer.loggedByName },
  loggedAt: civilTime(answer.loggedAt),
});
