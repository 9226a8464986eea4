import type { Role } from '@koujing/access';
import type { Organ, OrganLevel } from '@koujing/organ';
import type { Release, ReleaseKind } from '@koujing/release';
import type { OrganId } from '@koujing/kernel';
import type { SignatureStep } from './signoff.api.js';

/** A step of a chain and the role whose desk it passes. */
export interface ChainStep {
  readonly step: SignatureStep;
  readonly role: Role;
}

/** The way of a kind of release in organs of some levels, as the city's rules file writes it. */
export interface Chain {
  readonly title: string;
  readonly titleEn?: string;
  readonly article: string;
  readonly kinds: readonly ReleaseKind[];
  readonly levels: readonly OrganLevel[];
  /** Nobody signs two steps of one release, beside the rule that who drafted signs none. */
  readonly distinctPersons: boolean;
  /** One after the other; the steps of one stage in any order. */
  readonly stages: readonly (readonly ChainStep[])[];
  /** Asked of whoever hands in a release that is reviewed in full only afterwards; null where nothing is left for later. */
  readonly reason: { readonly atLeast: number; readonly article: string } | null;
  /** Signed after it went out, where minutes counted more (Art.21). */
  readonly later: readonly ChainStep[];
}

/** A signature that this release needs. */
export interface Requirement extends ChainStep {
  readonly organId: OrganId;
  /** Place of its stage in the chain. */
  readonly stage: number;
}

/**
 * The chain of a release. The rules file is refused at boot unless every kind has exactly one for every level, so that
 * a missing one is a fault of the program.
 */
export const chainOf = (
  chains: Readonly<Record<string, Chain>>,
  kind: ReleaseKind,
  level: Organ['level'],
): Chain => {
  const chain = Object.values(chains).find(
    ({ kinds, levels }) => kinds.includes(kind) && levels.includes(level),
  );
  if (chain === undefined) throw new Error(`no chain for ${kind} of a ${level} organ`);
  return chain;
};

/** Each step for whom it is asked: a confirmation by every co-organ, a superior's approval only where it was sent up. */
export const requirementsOf = (
  chain: Chain,
  release: Pick<Release, 'organId' | 'jointOrganIds' | 'superiorOrganId'>,
): readonly Requirement[] =>
  chain.stages.flatMap((steps, stage) =>
    steps.flatMap((each) => organsOf(each.step, release).map((organId) => ({ ...each, organId, stage }))),
  );

const organsOf = (
  step: SignatureStep,
  { organId, jointOrganIds, superiorOrganId }: Pick<Release, 'organId' | 'jointOrganIds' | 'superiorOrganId'>,
): readonly OrganId[] => {
  if (step === 'confirmation') return jointOrganIds;
  if (step === 'superiorApproval') return superiorOrganId === null ? [] : [superiorOrganId];
  return [organId];
};
