import type { Block } from '@koujing/block';
import type { AccountId, OrganId, PersonId, ReleaseId } from '@koujing/kernel';
import type { AttachedDocument } from './attachment.js';
import type { Declaration } from './declaration.api.js';
import type { ChannelWords, ReleaseKind, ReleaseState } from './release.api.js';

export type { Declaration } from './declaration.api.js';
export type { ReleaseKind, ReleaseState } from './release.api.js';

/** What this release relays: one of ours, or a text of an organ that is not stored here. */
export type Relay = { readonly releaseId: ReleaseId } | { readonly organ: string };

/** A release as it stands now; its text is in its versions. */
export interface Release {
  readonly id: ReleaseId;
  readonly number: string;
  readonly organId: OrganId;
  readonly kind: ReleaseKind;
  readonly state: ReleaseState;
  /** Highest version: the one that signatures and dispatch look at. */
  readonly version: number;
  /** What the public has seen last; null while it was never out. Below `version` while a correction is on its way. */
  readonly releasedVersion: number | null;
  readonly title: string;
  /** Co-organs of a joint release (Art.14(c)); the releasing organ itself is not among them. */
  readonly jointOrganIds: readonly OrganId[];
  /** The superior that must approve as well (Art.14(d)); null where the organ's own approval is enough. */
  readonly superiorOrganId: OrganId | null;
  readonly relayOf: Relay | null;
  readonly supersedes: ReleaseId | null;
  /** Id of the matter it is on (libs/matter). */
  readonly matter: string | null;
  readonly scheduledAt: Date | null;
  readonly releasedAt: Date | null;
  readonly gateSeq: number | null;
  readonly holdReason: string | null;
  readonly draftedBy: PersonId;
  readonly importedFrom: string | null;
  /** Raised by every write; an edit that read an older one is stale. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ImageRef {
  readonly sha256: string;
  readonly alt: string;
}

/** What a drafter writes into a version. */
export interface VersionContent {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly column: string;
  readonly keywords: readonly string[];
  readonly accountIds: readonly AccountId[];
  readonly recipients: readonly string[];
  readonly mailingListIds: readonly string[];
  /** Account id → what that channel says in place of the common words. */
  readonly overrides: Readonly<Record<AccountId, ChannelWords>>;
  readonly images: readonly ImageRef[];
  /** Documents that go out with it, for the public to download. */
  readonly attachments: readonly AttachedDocument[];
  /** Duty, disclosure, legal basis and the elements that the drafter ticked (Art.12–14). */
  readonly declaration: Declaration;
  /** What a corrected version tells the public of the change; '' on a first publication. */
  readonly correctionNote: string;
}

/** One state of the text. Never changed once stored. */
export interface ReleaseVersion extends VersionContent {
  readonly releaseId: ReleaseId;
  readonly version: number;
  /** The text as the detector reads it. */
  readonly plain: string;
  /** Everything the public will see (`digest.ts`). */
  readonly digest: string;
  readonly draftedBy: PersonId;
  readonly createdAt: Date;
}

/** Is some version of it before the public now? Also while a correction is drafted, reviewed or scheduled. */
export const isOut = (release: Pick<Release, 'state' | 'releasedVersion'>): boolean =>
  release.releasedVersion !== null && release.state !== 'withdrawn';

/** Is its current version a correction that is not out yet? */
export const isCorrecting = (release: Pick<Release, 'state' | 'releasedVersion'>): boolean =>
  isOut(release) && release.state !== 'released';

/** States in which the text may still be written. */
export const editable: ReadonlySet<ReleaseState> = new Set([
  'draft',
  'returned',
  'submitted',
  'approved',
  'scheduled',
  'heldByGate',
]);
