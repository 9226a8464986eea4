import type { OrganId, PersonId } from '@koujing/kernel';
import type { ReleaseKind } from '@koujing/release';
import type { MatterState, MatterTrigger } from './matter.api.js';

/** Something that organs release on: with an owner, and mostly with a clock. */
export interface Matter {
  readonly id: string;
  readonly title: string;
  readonly kind: ReleaseKind;
  /** Why it must be released on (Art.12), if it must. */
  readonly trigger: MatterTrigger | null;
  readonly ownerOrganId: OrganId;
  /** 牵头机关, once a coordinator has ruled for a joint release. */
  readonly leadOrganId: OrganId | null;
  readonly concernedOrganIds: readonly OrganId[];
  readonly state: MatterState;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  readonly openedBy: PersonId;
  readonly revision: number;
  readonly updatedAt: Date;
}

/** Everyone whose business it is; they see it and may link releases to it. */
export const organsOf = (matter: Matter): readonly OrganId[] => [
  matter.ownerOrganId,
  ...(matter.leadOrganId === null ? [] : [matter.leadOrganId]),
  ...matter.concernedOrganIds,
];
