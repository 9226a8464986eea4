import type { OrganId, PersonId } from '@koujing/kernel';
import type { AccidentKind, IncidentKind, IncidentLevel } from './incident.api.js';

/** Permission of a national or provincial department, without which the city does not publish (Art.23). */
export interface HigherPermission {
  /** Who permits or guides; such an organ is seldom in the register, so it is its name. */
  readonly organ: string;
  readonly document: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The city publishes without it: life is at stake and nobody answers. Reviewed afterwards. */
export interface PermissionOverride {
  readonly reason: string;
  readonly by: PersonId;
  readonly at: string;
}

/** The main leader spoke to the media first (Art.21 第一新闻发言人). The post, not the person. */
export interface LeaderSpoke {
  readonly post: string;
  readonly occasion: string;
  readonly at: string;
}

/** An emergency (突发事件) that the public hears of. */
export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly kind: IncidentKind;
  readonly accident: AccidentKind;
  /** As a person confirmed it; null until then. */
  readonly level: IncidentLevel | null;
  /** By the figures known so far; null where no thresholds are set for its kind. */
  readonly suggestedLevel: IncidentLevel | null;
  readonly levelReason: string;
  readonly occurredAt: Date;
  readonly learnedAt: Date;
  readonly firstReleaseAt: Date | null;
  /** 已经形成重大网络舆情 (Art.25). */
  readonly opinionFormedAt: Date | null;
  readonly conferenceHeldAt: Date | null;
  readonly place: string;
  /** The county governments of the place. */
  readonly countyOrganIds: readonly OrganId[];
  /** 处置主管部门. */
  readonly handlingOrganId: OrganId;
  /** Units involved, by name; never persons. */
  readonly parties: readonly string[];
  readonly matterId: string;
  /** Computed (`responsibility.ts`), never typed. */
  readonly responsibleOrganId: OrganId;
  /** The field headquarters that stands now. */
  readonly headquartersOrganId: OrganId | null;
  /** Why the city government has to release itself (必要时). */
  readonly necessity: string | null;
  readonly permission: HigherPermission | null;
  readonly override: PermissionOverride | null;
  readonly leaderSpoke: LeaderSpoke | null;
  readonly state: 'open' | 'closed';
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  readonly reportedBy: PersonId;
  readonly revision: number;
  readonly updatedAt: Date;
}

/**
 * Until a person has confirmed one, the suggestion counts: a clock that starts and is cancelled costs a reminder,
 * one that never started costs the five hours (Art.23). Without either it is ordinary, which has no clock.
 */
export const levelOf = (incident: Pick<Incident, 'level' | 'suggestedLevel'>): IncidentLevel =>
  incident.level ?? incident.suggestedLevel ?? 'ordinary';

export const isUpper = (level: IncidentLevel): boolean => level === 'major' || level === 'extraordinary';

/** Whose business it is: they see it, and may link releases to its matter. */
export const organsOf = (incident: Incident): readonly OrganId[] => [
  ...new Set([
    incident.responsibleOrganId,
    incident.handlingOrganId,
    ...incident.countyOrganIds,
    ...(incident.headquartersOrganId === null ? [] : [incident.headquartersOrganId]),
  ]),
];

/** What was known of the casualties, from whom, as of when. Never overwritten. */
export interface FigureRecord {
  readonly id: string;
  readonly incidentId: string;
  readonly asOf: Date;
  readonly source: string;
  readonly figures: Figures;
  /** Why a figure is lower than what was recorded before (核减). */
  readonly reason: string;
  readonly recordedBy: PersonId;
  readonly recordedAt: Date;
}

/** Persons, but `lossWan`: direct loss in 万元. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>;
export type FigureName =
  'deaths' | 'injured' | 'seriouslyInjured' | 'missing' | 'trapped' | 'evacuated' | 'lossWan';

/** A field headquarters over its whole life. */
export interface Headquarters {
  readonly id: string;
  readonly incidentId: string;
  readonly organId: OrganId;
  readonly setUpAt: Date;
  readonly setUpBy: PersonId;
  /** The decision that set it up. */
  readonly basis: string;
  readonly dissolvedAt: Date | null;
  readonly dissolvedBy: PersonId | null;
  readonly dissolvedReason: string | null;
}
