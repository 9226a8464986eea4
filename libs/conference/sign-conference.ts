import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import { currentSteps, type ConferenceSignature } from './chain.js';
import type { SignInput } from './conference.api.js';
import type { Conference } from './conference.js';
import { authorityToSign } from './conference-authority.js';
import type { ConferenceParts } from './conference-parts.js';
import type { ChainStep } from './conference-settings.js';
import { mayCoordinate } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { advance, chainStanding, type ChainStanding } from './sign-off-conference.js';
import { heldConference } from './visible-conference.js';

type Signing = Pick<SignInput, 'step' | 'digest' | 'note' | 'signer'>;

/** One step of the chain (Art.31(2)–(4)): the organ's main leader signs here; a city leader's paper is recorded. */
export class SignConference {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, standing: ChainStanding, step: string, actor: Actor): readonly Reason[] {
    return signingReasons(conference, standing, { step, actor, answering: false });
  }

  async perform(id: string, input: SignInput, actor: Actor): Promise<void> {
    const { database, conferences } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      const standing = await chainStanding(this.parts, queries, conference);
      if (input.digest !== standing.digest) refuseIfAny([conferenceRefusal.digestChanged]);
      refuseIfAny(this.reasons(conference, standing, input.step, actor));
      const step = standing.groups.flat().find((each) => each.step === input.step);
      if (step?.by === 'cityLeader' && input.signer === null) refuseIfAny([conferenceRefusal.signerNeeded]);
      await sign(this.parts, queries, { conference, standing, input, actor });
    });
  }
}

/** Why this person may not sign that step now. The office's own step is its answer. */
export const signingReasons = (
  conference: Conference,
  standing: ChainStanding,
  of: { readonly step: string; readonly actor: Actor; readonly answering: boolean },
): readonly Reason[] => {
  if (conference.state !== 'applied' && conference.state !== 'signing')
    return [conferenceRefusal.wrongState(conference.state)];
  const { groups, signed } = standing;
  const steps = groups.flat();
  const step = steps.find((each) => each.step === of.step);
  if (step === undefined)
    return [
      conferenceRefusal.stepUnknown(
        of.step,
        steps.map((each) => each.step),
      ),
    ];
  if (signed.has(step.step)) return [conferenceRefusal.stepSigned];
  const current = currentSteps(groups, signed);
  return [
    ...maySign(step, conference, { standing, actor: of.actor }),
    ...(step.by === 'office' && !of.answering ? [conferenceRefusal.officeAnswers] : []),
    ...(current.includes(step) ? [] : [conferenceRefusal.notYourTurn(current[0]?.title ?? '')]),
  ];
};

/** Who planned it signs nothing but another's paper. */
const maySign = (
  { by }: ChainStep,
  conference: Conference,
  { standing, actor }: { readonly standing: ChainStanding; readonly actor: Actor },
): readonly Reason[] => {
  const allowed =
    by === 'releasingOrgan'
      ? authorityToSign(conference, standing, actor).reasons
      : mayCoordinate(actor, conference.organId);
  const own = by !== 'cityLeader' && conference.createdBy === actor.personId;
  return [...allowed, ...(own ? [conferenceRefusal.signerIsDrafter] : [])];
};

/** Stores the signature and moves the conference on. */
export const sign = async (
  parts: ConferenceParts,
  queries: Queries,
  { conference, standing, input, actor }: SignedStep,
): Promise<void> => {
  const signature = signatureOf(parts, { conference, standing, input, actor });
  if (!(await parts.conferenceSignatures.insert(queries, signature)))
    refuseIfAny([conferenceRefusal.stepSigned]);
  await parts.audit.record(queries, {
    actor: actor.personId,
    action: 'conference.sign',
    subjectKind: 'conference',
    subjectId: conference.id,
    digest: standing.digest,
    detail: {
      ...{ step: input.step, signer: input.signer, note: input.note },
      authorisationId: signature.authorisationId,
    },
  });
  await advance(parts, queries, { conference, before: standing, step: input.step, actor });
};

interface SignedStep {
  readonly conference: Conference;
  readonly standing: ChainStanding;
  readonly input: Signing;
  readonly actor: Actor;
}

const signatureOf = (
  { clock }: Pick<ConferenceParts, 'clock'>,
  { conference, standing, input, actor }: SignedStep,
): ConferenceSignature => ({
  id: newId(),
  conferenceId: conference.id,
  registration: conference.registration,
  digest: standing.digest,
  step: input.step,
  signerName: input.signer?.name ?? actor.name,
  signerPost: input.signer?.post ?? '',
  document: input.signer?.document ?? '',
  recordedBy: actor.personId,
  note: input.note,
  signedAt: clock.now(),
  voidedAt: null,
  voidReason: null,
  authorisationId: standing.groups
    .flat()
    .some(({ step, by }) => step === input.step && by === 'releasingOrgan')
    ? authorityToSign(conference, standing, actor).authorisationId
    : null,
});
