import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { digestOf, newId, Problem, type Reason } from '@koujing/kernel';
import { interviewRefusal } from '../interview/interview-refusal.js';
import { mayAnswerPress } from '../interview/may-answer-press.js';
import { mediaRefusal } from '../refusal.js';
import type { AnswerCheckInput, AnswerInput, DepartureView, LineUsed } from './answer.api.js';
import type { AnswerParts } from './answer-parts.js';
import { answerRefusal } from './answer-refusal.js';

/** Keeps what a reporter was told by telephone, fax or e-mail, with the agreed line that was used (Art.16). */
export class LogAnswer {
  constructor(private readonly parts: AnswerParts) {}

  reasons(organId: string, actor: Actor): readonly Reason[] {
    return mayAnswerPress(actor, organId);
  }

  /** Shown before anything is saved. */
  async check(said: AnswerCheckInput, actor: Actor): Promise<readonly DepartureView[]> {
    const { database, matterLines, answerCheck } = this.parts;
    refuseIfAny(this.reasons(said.organId, actor));
    const { matterId, organId } = said;
    // A matter that is no business of the organ is held against nothing.
    if (matterId !== null && (await matterLines.inForce(database.queries, matterId, organId)) === null)
      refuseIfAny([interviewRefusal.unknownMatter]);
    return answerCheck.departures(said);
  }

  /** A departure bars nothing: it was said already. But it is kept, with the reason. @returns the id of the record */
  async perform(input: AnswerInput, actor: Actor): Promise<string> {
    const { database, answerCheck, clock } = this.parts;
    refuseIfAny(this.reasons(input.organId, actor));
    refuseIfAny(await this.#linkReasons(database.queries, input));
    const departures = await answerCheck.departures(input);
    if (input.departureReason === '') refuseIfAny(departures.map(answerRefusal.departs));
    const stamp = { id: newId(), departures, loggedBy: actor.personId, loggedAt: clock.now() };
    return database.transaction(async (queries) => {
      const lines = await this.#lines(queries, input);
      const answer = { ...input, ...stamp, answeredAt: new Date(input.answeredAt), lines };
      await this.parts.answers.add(queries, answer, await answerCheck.place(queries));
      const { organId, question, answer: said } = input;
      await this.parts.audit.record(queries, {
        actor: actor.personId,
        action: 'answer.log',
        subjectKind: 'mediaAnswer',
        subjectId: answer.id,
        digest: digestOf({ organId, question, answer: said }),
        detail: { ...input, lines, departures: departures.length },
      });
      return answer.id;
    });
  }

  async #linkReasons(queries: Queries, input: AnswerInput): Promise<readonly Reason[]> {
    const { outlets, reporters, interviews, matterLines, clock } = this.parts;
    const { outletId, reporterId, interviewId, matterId, organId, lines } = input;
    if ((await outlets.find(queries, outletId)) === null) return [mediaRefusal.outletNotFound];
    const reporter = reporterId === null ? null : await reporters.find(queries, reporterId);
    const interview = interviewId === null ? null : await interviews.find(queries, interviewId);
    const asked = interview?.organId === organId && interview.outletId === outletId;
    return [
      ...(reporterId !== null && reporter?.outletId !== outletId ? [interviewRefusal.otherOutlet] : []),
      ...(interviewId !== null && !asked ? [answerRefusal.otherInterview] : []),
      ...(matterId !== null && (await matterLines.inForce(queries, matterId, organId)) === null
        ? [interviewRefusal.unknownMatter]
        : []),
      ...(matterId === null && lines.length > 0 ? [answerRefusal.linesWithoutMatter] : []),
      ...(Date.parse(input.answeredAt) > clock.now().getTime() ? [answerRefusal.fromTheFuture] : []),
    ];
  }

  /** In words, as they stand now: what was used must be readable when the line has long changed. */
  async #lines(queries: Queries, { matterId, organId, lines }: AnswerInput): Promise<readonly LineUsed[]> {
    if (matterId === null) return [];
    const inForce = (await this.parts.matterLines.inForce(queries, matterId, organId)) ?? [];
    return lines.map(({ lineId, version }) => {
      const line = inForce.find((known) => known.lineId === lineId && known.version === version);
      if (line === undefined) throw new Problem('refused', [answerRefusal.lineNotInForce]);
      return line;
    });
  }
}
