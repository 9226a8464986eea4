import type { Authorisation, Delegation } from '@koujing/authorisation';
import type { OrganId } from '@koujing/kernel';
import type { Release, ReleaseVersion } from '@koujing/release';
import type { Chain } from './chain.js';
import type { ChecklistItem } from './checklist.js';
import type { Signature } from './signature.js';

/** Everything that decides who may sign what: read once, asked many times. */
export interface SignOff {
  readonly release: Release;
  readonly version: ReleaseVersion;
  readonly signatures: readonly Signature[];
  /** Everyone who wrote a version of it. */
  readonly drafters: ReadonlySet<string>;
  /** Names of the organs, for the reasons. */
  readonly organName: (id: OrganId) => string;
  /** The one that it was handed in under, or would be today. */
  readonly chain: Chain;
  /** Everything that a confidentiality review answers. */
  readonly checklist: readonly ChecklistItem[];
  /** Days for which a signature carries; null: for good. */
  readonly signatureDays: number | null;
  /** Everything that the releasing organ and the superior ever gave, newest first; others' may stand among them. */
  readonly authorisations: readonly Authorisation[];
  /** In force now. */
  readonly delegations: readonly Delegation[];
  /** The instant at which it is asked. */
  readonly now: Date;
}
