import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import type { ShowAccreditations } from '../accreditation/show-accreditations.js';
import type { AcceptInterview } from './accept-interview.js';
import type { ArrangeInterview } from './arrange-interview.js';
import type { CloseInterview } from './close-interview.js';
import type { DecideRefusal } from './decide-refusal.js';
import type { HoldInterview } from './hold-interview.js';
import type { InterviewList, InterviewQuery, InterviewRulesView, InterviewView } from './interview.api.js';
import type { Interview, Stamp } from './interview.js';
import { summaryOf, type InterviewListing, type Seen } from './interview-list.sql.js';
import type { InterviewParts } from './interview-parts.js';
import type { ReviseInterview } from './revise-interview.js';
import type { RevisionStore } from './revision-store.sql.js';
import { seenInterview } from './may-answer-press.js';
import type { ProposeRefusal } from './propose-refusal.js';

interface ShowParts extends InterviewParts {
  readonly listing: InterviewListing;
  readonly showAccreditations: ShowAccreditations;
  readonly revisions: RevisionStore;
  readonly revise: ReviseInterview;
  readonly accept: AcceptInterview;
  readonly arrange: ArrangeInterview;
  readonly hold: HoldInterview;
  readonly propose: ProposeRefusal;
  readonly decide: DecideRefusal;
  readonly close: CloseInterview;
}

/** What the interview pages read. */
export class ShowInterviews {
  constructor(private readonly parts: ShowParts) {}

  rules(): InterviewRulesView {
    const { ageAlarm, refusals } = this.parts.interviewRules;
    return {
      alarm: ageAlarm,
      refusals: Object.entries(refusals).map(([key, rule]) => ({ key, ...rule })),
    };
  }

  async page(query: InterviewQuery, actor: Actor): Promise<InterviewList> {
    const { database, listing, interviews, interviewRules } = this.parts;
    const { queries } = database;
    const { ids, total } = await listing.ids(queries, visibilityOf(actor), query);
    const found = await interviews.all(queries, ids);
    const names = await listing.names(queries, ids);
    const seen = await this.#seen(found);
    const { page, pageSize } = query;
    const items = found.map((interview) => summaryOf(interview, names.get(interview.id), seen));
    return { items, total, page, pageSize, alarmHours: interviewRules.ageAlarm.hours };
  }

  async one(id: string, actor: Actor): Promise<InterviewView> {
    const { database, listing, interviews, accreditations, showAccreditations } = this.parts;
    const { queries } = database;
    const interview = seenInterview(await interviews.find(queries, id), actor);
    const names = await listing.names(queries, [id]);
    const { reporterId } = interview;
    const standing = reporterId === null ? null : await accreditations.standing(queries, reporterId);
    const [shown = null] = standing === null ? [] : await showAccreditations.standings(queries, [standing]);
    return {
      ...summaryOf(interview, names.get(id), await this.#seen([interview])),
      questions: interview.questions,
      via: interview.via,
      standing: shown,
      ...(await this.#history(interview)),
      actions: await this.#actions(interview, actor),
    };
  }

  async #seen(found: readonly Interview[]): Promise<Seen> {
    const { database, matterLines, interviewRules, clock } = this.parts;
    const ids = found.flatMap(({ matterId }) => matterId ?? []);
    const matters = await matterLines.titles(database.queries, ids);
    return { now: clock.now(), alarmHours: interviewRules.ageAlarm.hours, matters };
  }

  async #history(interview: Interview) {
    const { accepted, arrangement, held, refusal, closing, receivedBy } = interview;
    const { queries } = this.parts.database;
    const revisions = await this.parts.revisions.of(queries, interview.id);
    const person = await personRefs(
      queries,
      [
        ...revisions.map(({ by }) => by),
        receivedBy,
        accepted?.by,
        arrangement?.by,
        held?.by,
        refusal?.proposedBy,
        refusal?.approvedBy,
        closing?.by,
      ].flatMap((id) => id ?? []),
    );
    const stamped = ({ by, at }: Stamp) => ({ by: person(by), at });
    return {
      received: { by: person(receivedBy), at: civilTime(interview.receivedAt) },
      accepted: accepted && stamped(accepted),
      arranged: arrangement && { by: person(arrangement.by), at: arrangement.arrangedAt },
      held: held && { ...stamped(held), note: held.note },
      refusal: refusal && {
        reason: this.#reason(refusal.reason),
        text: refusal.text,
        proposedBy: person(refusal.proposedBy),
        proposedAt: refusal.proposedAt,
        approvedBy: refusal.approvedBy === null ? null : person(refusal.approvedBy),
        approvedAt: refusal.approvedAt,
      },
      closing: closing && { ...stamped(closing), outcome: closing.outcome, note: closing.note },
      revisions: revisions.map(({ by, at, reason, changes }) => ({
        ...{ by: person(by), at: civilTime(at), reason, changes: [...changes] },
      })),
    };
  }

  /** A reason that the rules file no longer lists keeps its name. */
  #reason(key: string) {
    const rule = this.parts.interviewRules.refusals[key];
    return { key, title: rule?.title ?? key, titleEn: rule?.titleEn ?? key, article: rule?.article ?? '' };
  }

  async #actions(interview: Interview, actor: Actor): Promise<InterviewView['actions']> {
    const { revise, accept, arrange, hold, propose, decide, close, database } = this.parts;
    const { queries } = database;
    const decision = { reasons: [...decide.reasons(interview, actor)] };
    return {
      revise: { reasons: [...revise.reasons(interview, actor)] },
      accept: { reasons: [...(await accept.reasons(queries, interview, actor))] },
      arrange: { reasons: [...(await arrange.reasons(queries, interview, actor))] },
      hold: { reasons: [...hold.reasons(interview, actor)] },
      proposeRefusal: { reasons: [...propose.reasons(interview, actor)] },
      approveRefusal: decision,
      returnRefusal: decision,
      close: { reasons: [...close.reasons(interview, actor)] },
    };
  }
}
