import type { ConferencePlan } from './conference.js';
import type { ChainStep, ConferenceSettings } from './conference-settings.js';

/** Who signed what; never changed, only voided. */
export interface ConferenceSignature {
  readonly id: string;
  readonly conferenceId: string;
  readonly registration: number;
  readonly digest: string;
  readonly step: string;
  readonly signerName: string;
  readonly signerPost: string;
  /** Number of the signed paper, where the signer signed on paper. */
  readonly document: string;
  readonly recordedBy: string;
  readonly note: string;
  readonly signedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** What the organ's own step rests on; null by office. */
  readonly authorisationId: string | null;
}

export type Groups = readonly (readonly ChainStep[])[];

/** The chain of Art.31(2)–(4) for this conference; a major matter needs more. */
export const chainOf = (
  settings: Pick<ConferenceSettings, 'kinds'>,
  { kind, major }: Pick<ConferencePlan, 'kind' | 'major'>,
): Groups => {
  const { chain } = settings.kinds[kind];
  return major ? [...chain.steps, ...chain.major] : chain.steps;
};

/** In force: not voided, and for exactly these facts. */
export const inForce = (signature: ConferenceSignature, digest: string): boolean =>
  signature.voidedAt === null && signature.digest === digest;

/** The steps whose turn it is: the unsigned ones of the first group that is not complete. */
export const currentSteps = (groups: Groups, signed: ReadonlySet<string>): readonly ChainStep[] =>
  groups.map((group) => group.filter(({ step }) => !signed.has(step))).find((open) => open.length > 0) ?? [];

/** Until the office answered it is applied; then the others sign; then it is approved. */
export const standingOf = (
  groups: Groups,
  signed: ReadonlySet<string>,
): 'applied' | 'signing' | 'approved' => {
  const open = groups.flat().filter(({ step }) => !signed.has(step));
  if (open.length === 0) return 'approved';
  return open.some(({ by }) => by === 'office') ? 'applied' : 'signing';
};
