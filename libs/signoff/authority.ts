import { may, type Actor, type Role } from '@koujing/access';
import { covers, inForceAt, stateAt, type Authorisation } from '@koujing/authorisation';
import { subjectsOfRemit, subjectsOfTitle } from '@koujing/conflict';
import type { OrganId, PersonId, Reason } from '@koujing/kernel';
import type { Release, ReleaseVersion } from '@koujing/release';
import { signoffRefusal } from './refusal.js';
import type { SignOff } from './sign-off-case.js';

/** On what a person's word for an organ rests, or why it does not. */
export interface Authority {
  readonly reasons: readonly Reason[];
  /** Null by office. */
  readonly authorisationId: string | null;
}

/** What is approved, as far as it decides who may; a press conference is asked about in the same words. */
interface Approved extends Pick<SignOff, 'authorisations' | 'now'> {
  readonly release: Pick<Release, 'kind'>;
  readonly version: Pick<ReleaseVersion, 'title'>;
}

/**
 * Who approves content for an organ at this very instant: its main leader, or the responsible person whom the leader
 * authorised for such a release (Art.5(6), 14(b)).
 */
export const authorityOver = (signOff: Approved, actor: Actor, organId: OrganId): Authority => {
  if (may(actor, 'principalLeader', organId).length === 0) return { reasons: [], authorisationId: null };
  const own = signOff.authorisations.filter(
    (each) => each.organId === organId && each.granteeId === actor.personId,
  );
  const held = own.find((each) => inForceAt(each, signOff.now) && reaches(each, signOff));
  if (held !== undefined) return { reasons: [], authorisationId: held.id };
  const desk = may(actor, 'approver', organId);
  const none = own.length === 0 ? (desk.length === 0 ? [signoffRefusal.notAuthorised] : desk) : [];
  return { reasons: [...none, ...whyNot(own, signOff)], authorisationId: null };
};

/** The desk of a role: one's own, or a colleague's who is away. */
export const deskFor = (
  signOff: SignOff,
  actor: Actor,
  role: Role,
  organId: OrganId,
): { readonly reasons: readonly Reason[]; readonly onBehalfOf: PersonId | null } => {
  const own = may(actor, role, organId);
  if (own.length === 0) return { reasons: [], onBehalfOf: null };
  const held = signOff.delegations.find(
    (each) => each.organId === organId && each.role === role && each.toPersonId === actor.personId,
  );
  return held === undefined
    ? { reasons: own, onBehalfOf: null }
    : { reasons: [], onBehalfOf: held.fromPersonId };
};

const reaches = (authorisation: Authorisation, { release, version }: Approved): boolean =>
  covers(authorisation, release.kind, (subject) => isAbout(version, subject));

/** A word of the remit is what the release is about if the title makes it so, in the word itself or by its subject. */
export const isAbout = ({ title }: Pick<ReleaseVersion, 'title'>, subject: string): boolean => {
  const subjects = subjectsOfTitle(title);
  return title.includes(subject) || [...subjectsOfRemit(subject)].some((id) => subjects.has(id));
};

/** Of the newest one alone: the person is told what to ask the leader for. */
const whyNot = (own: readonly Authorisation[], signOff: Approved): readonly Reason[] => {
  const inForce = own.filter((each) => inForceAt(each, signOff.now));
  const newest = inForce[0] ?? own[0];
  if (newest === undefined) return [];
  const state = stateAt(newest, signOff.now);
  return [
    state === 'inForce'
      ? signoffRefusal.authorisationTooNarrow(newest)
      : signoffRefusal.authorisationNotInForce(state),
  ];
};
