import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import { arrangementReasons } from './arrangement-reasons.js';
import type { ArrangementInput, ReviseInterviewInput } from './interview.api.js';
import type { Interview } from './interview.js';
import { replyRule, startReply, subjectOf, type InterviewDesk } from './interview-desk.js';
import { interviewRefusal } from './interview-refusal.js';
import { stepReasons } from './may-answer-press.js';
import { reporterReasons } from './reporter-reasons.js';
import { requestReasons } from './request-reasons.js';
import { changesOf, type Reading } from './revision.js';
import type { RevisionStore } from './revision-store.sql.js';

/** Another time, another person, a mistake corrected: with a reason, and what it read before is kept (Art.20, 41). */
export class ReviseInterview {
  constructor(
    private readonly desk: InterviewDesk,
    private readonly revisions: RevisionStore,
  ) {}

  /** Pure: what bars this person from changing it at all. */
  reasons(interview: Interview, actor: Actor): readonly Reason[] {
    return stepReasons(interview, ['received', 'accepted', 'arranged'], actor);
  }

  async perform(id: string, input: ReviseInterviewInput, actor: Actor): Promise<void> {
    const { expectedRevision, reason, ...wanted } = input;
    await this.desk.turn(
      { id, expectedRevision, actor, action: 'interview.revise', detail: { reason, ...wanted } },
      async (queries, before) => {
        refuseIfAny(this.reasons(before, actor));
        const after = this.#after(before, wanted, actor);
        refuseIfAny(await this.#wrong(queries, { before, after, wanted }, actor));
        const changes = changesOf(await this.#reading(queries, before), await this.#reading(queries, after));
        if (changes.length === 0) refuseIfAny([interviewRefusal.nothingChanged]);
        const at = this.desk.parts.clock.now();
        await this.revisions.add(queries, {
          ...{ id: newId(), interviewId: id, by: actor.personId, at, reason, changes },
        });
        if (cameAtAnotherHour(before, after)) await this.#restart(queries, after, actor);
        return after;
      },
    );
  }

  #after(before: Interview, { arrangement, receivedAt, ...request }: Wanted, actor: Actor): Interview {
    const { by, at } = this.desk.stamp(actor);
    const standing = before.arrangement;
    return {
      ...{ ...before, ...request },
      receivedAt: receivedAt === undefined ? before.receivedAt : new Date(receivedAt),
      arrangement:
        arrangement === undefined || standing === null || isSame(arrangement, standing)
          ? standing
          : { ...arrangement, by, arrangedAt: at },
    };
  }

  async #wrong(
    queries: Queries,
    {
      before,
      after,
      wanted,
    }: { readonly before: Interview; readonly after: Interview; readonly wanted: Wanted },
    actor: Actor,
  ): Promise<readonly Reason[]> {
    const { parts } = this.desk;
    // Who was accepted has shown a valid credential; so has whoever comes in their place (Art.20).
    const anew = before.state !== 'received' && after.reporterId !== before.reporterId;
    return [
      ...(await requestReasons(parts, queries, { ...wanted, organId: before.organId })),
      ...(anew ? await reporterReasons(parts, queries, after) : []),
      ...(wanted.arrangement !== undefined && before.arrangement === null
        ? [interviewRefusal.notArranged]
        : []),
      ...(after.arrangement === null ? [] : arrangementReasons(after.arrangement, after)),
      ...(cameAtAnotherHour(before, after) ? hourReasons(before, actor) : []),
      ...(cameAtAnotherHour(before, after) && (await this.#wasPaused(queries, before))
        ? [interviewRefusal.clockWasPaused]
        : []),
    ];
  }

  /** A clock that was never stopped began with the request: a pause moves its start. */
  async #wasPaused(queries: Queries, interview: Interview): Promise<boolean> {
    const open = await this.desk.parts.deadlines.openOf(queries, replyRule, subjectOf(interview));
    return open !== null && (open.pausedAt !== null || open.startedAt.getTime() !== open.eventAt.getTime());
  }

  /** The hour at which it came starts the clock of its answer, and is what Art.39(2) is counted from. */
  async #restart(queries: Queries, after: Interview, actor: Actor): Promise<void> {
    const { endDeadline, startDeadline, interviews } = this.desk.parts;
    await endDeadline.perform(queries, {
      ...{ rule: replyRule, subject: subjectOf(after), as: 'cancelled', actor: actor.personId },
      reason: '收到的时间已更正',
    });
    await startReply(startDeadline, queries, after, actor);
    await interviews.unexamine(queries, after.id);
  }

  async #reading(queries: Queries, interview: Interview): Promise<Reading> {
    const { outlets, reporters, matterLines } = this.desk.parts;
    const { outletId, reporterId, matterId } = interview;
    const reporter = reporterId === null ? null : await reporters.find(queries, reporterId);
    const matters = await matterLines.titles(queries, matterId === null ? [] : [matterId]);
    return {
      interview,
      outlet: (await outlets.find(queries, outletId))?.name ?? outletId,
      reporter: reporterId === null ? '' : (reporter?.name ?? reporterId),
      matter: matterId === null ? '' : (matters.get(matterId) ?? matterId),
    };
  }
}

type Wanted = Omit<ReviseInterviewInput, 'expectedRevision' | 'reason'>;

/** What nobody touched was arranged by whom it was. */
const isSame = (one: ArrangementInput, other: ArrangementInput): boolean =>
  one.form === other.form &&
  one.place === other.place &&
  one.person === other.person &&
  Date.parse(one.at) === Date.parse(other.at);

const cameAtAnotherHour = (before: Interview, after: Interview): boolean =>
  before.receivedAt.getTime() !== after.receivedAt.getTime();

/** Whoever is late must not move the hour. */
const hourReasons = ({ repliedAt, organId }: Interview, actor: Actor): readonly Reason[] => [
  ...(repliedAt === null ? [] : [interviewRefusal.answeredAlready]),
  ...(may(actor, 'coordinator', organId).length === 0 ? [] : [interviewRefusal.receivedIsCoordinators]),
];
