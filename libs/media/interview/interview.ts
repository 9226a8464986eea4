import type { OrganId, PersonId } from '@koujing/kernel';
import type { ArrangementInput, ClosingOutcome, InterviewState, InterviewVia } from './interview.api.js';

/** Who did it and when, ISO 8601 with offset. */
export interface Stamp {
  readonly by: PersonId;
  readonly at: string;
}

export interface Refusal {
  /** Key in the rules file. */
  readonly reason: string;
  readonly text: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: string;
  /** Null while it is only proposed: a refusal stands once another person has approved it. */
  readonly approvedBy: PersonId | null;
  readonly approvedAt: string | null;
}

/** A request for an interview (采访申请, Art.10(3)), from a reporter or an outlet, at one organ. */
export interface Interview {
  readonly id: string;
  readonly outletId: string;
  /** Null while only the outlet is known. */
  readonly reporterId: string | null;
  /** The organ asked. */
  readonly organId: OrganId;
  readonly matterId: string | null;
  readonly subject: string;
  readonly questions: string;
  readonly via: InterviewVia;
  readonly receivedAt: Date;
  readonly receivedBy: PersonId;
  readonly state: InterviewState;
  /** When it was first accepted, or its refusal approved. */
  readonly repliedAt: Date | null;
  readonly alarmedAt: Date | null;
  readonly accepted: Stamp | null;
  readonly arrangement: (ArrangementInput & { readonly by: PersonId; readonly arrangedAt: string }) | null;
  readonly held: (Stamp & { readonly note: string }) | null;
  readonly refusal: Refusal | null;
  readonly closing: (Stamp & { readonly outcome: ClosingOutcome; readonly note: string }) | null;
  readonly revision: number;
  readonly updatedAt: Date;
}

const hourMs = 3_600_000;

/** Hours between the request and its answer, or now. */
export const ageHours = ({ receivedAt, repliedAt }: Age, now: Date): number =>
  Math.floor(((repliedAt ?? now).getTime() - receivedAt.getTime()) / hourMs);

/** Unanswered for as long as the city lets pass (Art.39(2): refused without a reason, or simply left lying). */
export const alarms = (age: Age, now: Date, hours: number): boolean =>
  age.state === 'received' && now.getTime() - age.receivedAt.getTime() >= hours * hourMs;

type Age = Pick<Interview, 'state' | 'receivedAt' | 'repliedAt'>;
