import { civilTime, type PersonId } from '@koujing/kernel';
import type { RevisedChange } from './interview.api.js';
import type { Interview } from './interview.js';

/** One correction of a request. */
export interface Revision {
  readonly id: string;
  readonly interviewId: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly reason: string;
  readonly changes: readonly RevisedChange[];
}

/** A request with the names that people read. */
export interface Reading {
  readonly interview: Interview;
  readonly outlet: string;
  readonly reporter: string;
  readonly matter: string;
}

/** What reads otherwise now. Pure. */
export const changesOf = (before: Reading, after: Reading): readonly RevisedChange[] => {
  const [was, is] = [linesOf(before), linesOf(after)];
  return (Object.keys(was) as (keyof typeof was)[])
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, from: was[field], to: is[field] }));
};

const linesOf = ({ interview, outlet, reporter, matter }: Reading) => ({
  ...{ outlet, reporter, matter, subject: interview.subject, questions: interview.questions },
  ...{ via: interview.via, receivedAt: civilTime(interview.receivedAt) },
  form: interview.arrangement?.form ?? '',
  at: interview.arrangement === null ? '' : civilTime(new Date(interview.arrangement.at)),
  place: interview.arrangement?.place ?? '',
  person: interview.arrangement?.person ?? '',
});
