import type { ColumnType } from 'kysely';
import type { Json } from './organ.js';

/** One look at one credential; never updated. */
export interface AccreditationCheckTable {
  id: string;
  reporter_id: string;
  /** Key in the rules file, as is `register`. */
  credential: string;
  number: string;
  register: string;
  official: boolean;
  confirmed: boolean;
  /** Civil day, `2027-12-31`; text, so that no driver turns it into an instant. */
  valid_to: string | null;
  led_by_id: string | null;
  matter_id: string | null;
  note: string;
  checked_by: string;
  checked_at: Date;
}

/** A correction of a request for an interview; never changed. */
export interface InterviewRevisionTable {
  id: string;
  interview_id: string;
  revised_by: string;
  revised_at: Date;
  reason: string;
  /** Field, and what it read before and after. */
  changes: Json<readonly unknown[]>;
}

export interface InterviewTable {
  id: string;
  outlet_id: string;
  reporter_id: string | null;
  organ_id: string;
  matter_id: string | null;
  subject: string;
  questions: string;
  /** `phone`, `email`, `fax`, `letter`, `inPerson`. */
  via: string;
  received_at: Date;
  received_by: string;
  /** `received`, `accepted`, `arranged`, `held`, `refused`, `closed`. */
  state: string;
  /** When it was accepted or refused for the first time. */
  replied_at: Date | null;
  alarmed_at: Date | null;
  /** When it was looked at whether it is an act of Art.39(2). */
  examined_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  accepted: Json<unknown>;
  arrangement: Json<unknown>;
  held: Json<unknown>;
  refusal: Json<unknown>;
  closing: Json<unknown>;
  revision: number;
  updated_at: Date;
}

/** A telephone, fax or e-mail answer; never updated. */
export interface MediaAnswerTable {
  id: string;
  organ_id: string;
  /** `telephone`, `fax`, `email`. */
  form: string;
  subject: string;
  outlet_id: string;
  reporter_id: string | null;
  interview_id: string | null;
  matter_id: string | null;
  question: string;
  answer: string;
  answered_by: string;
  answered_at: Date;
  lines: Json<readonly unknown[]>;
  departures: Json<readonly unknown[]>;
  departure_reason: string;
  logged_by: string;
  logged_at: Date;
  /** Its place in the order of what is said in public; bigint. */
  gate_seq: number;
}

/** A reporter who comes to a press conference. */
export interface ConferenceRegistrationTable {
  id: string;
  conference_id: string;
  reporter_id: string;
  /** `registered`, `admitted`, `turnedAway`. */
  state: string;
  note: string;
  registered_by: string;
  registered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}
