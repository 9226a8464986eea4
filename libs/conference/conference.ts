import type { OrganId, PersonId } from '@koujing/kernel';
import type { ChainStep } from './conference-settings.js';
import type {
  Brief,
  ConferenceKind,
  ConferenceState,
  Holding,
  MaterialKind,
  Speaker,
} from './conference.api.js';

/** What is planned, before anybody agreed to it. */
export interface ConferencePlan {
  readonly kind: ConferenceKind;
  /** 发布单位; with several departments the lead releaser. */
  readonly organId: OrganId;
  readonly jointOrganIds: readonly OrganId[];
  readonly theme: string;
  readonly content: string;
  /** Why a conference and not another form (Art.28). */
  readonly justification: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly emergency: boolean;
  readonly incidentId: string | null;
  readonly major: boolean;
  readonly speakers: readonly Speaker[];
  readonly totalMinutes: number;
  readonly leadMinutes: number;
  readonly rostrumPersons: number;
  readonly questionSession: boolean;
  /** Name of a soft limit → why it is passed over. */
  readonly limitReasons: Readonly<Record<string, string>>;
}

/** The five materials were filed with the office (Art.34). */
export interface Filing {
  readonly at: string;
  readonly by: PersonId;
  /** So many copies are printed. */
  readonly headcount: number;
  /** Why it was late, if it was. */
  readonly reason: string;
}

export interface Conference extends ConferencePlan {
  readonly id: string;
  readonly state: ConferenceState;
  /** Raised whenever a change voids what was registered (Art.32). */
  readonly registration: number;
  readonly revision: number;
  /** In whose name, and who presides (Art.30); as computed when it was planned. */
  readonly name: string;
  readonly host: string;
  /** The approval number, while the approval holds (Art.40). */
  readonly number: string | null;
  readonly appliedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly heldAt: Date | null;
  readonly filing: Filing | null;
  /** The materials that are part of the content, by their digests, as they were handed in; what comes later is only filed. */
  readonly signedMaterials: Readonly<Partial<Record<MaterialKind, string>>>;
  /** Who signs, as it was when it was applied for; null while it is planned. */
  readonly keptChain: readonly (readonly ChainStep[])[] | null;
  readonly holding: Holding | null;
  readonly brief: Brief | null;
  /** Why it was returned or cancelled. */
  readonly stateReason: string | null;
  readonly createdBy: PersonId;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Everyone whose business it is: those who release, and those whose people speak. */
export const organsOf = (conference: Pick<ConferencePlan, 'organId' | 'jointOrganIds' | 'speakers'>) => [
  ...new Set([
    conference.organId,
    ...conference.jointOrganIds,
    ...conference.speakers.map(({ organId }) => organId),
  ]),
];

export const isOver = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'held' || state === 'evaluated' || state === 'cancelled';

/** The approval stands; from here on Art.32 decides what a change costs. */
export const isApproved = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'approved' || state === 'filed';

/** Nobody has been asked yet; everything may be changed. */
export const isPlanned = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'draft' || state === 'returned';
