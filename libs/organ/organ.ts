import type { OrganKind, OrganLevel } from './organ.api.js';

export type { OrganKind, OrganLevel } from './organ.api.js';

/** An organ of Art.3: who may release what, where. */
export interface Organ {
  readonly id: string;
  /** Full name as it signs, e.g. `滨海市应急管理局`. */
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly kind: OrganKind;
  readonly level: OrganLevel;
  /** Administrative area; '' means the whole city. */
  readonly area: string;
  readonly parentId: string | null;
  /** Subjects that it may release on (归口发布, Art.5(7)). */
  readonly remit: readonly string[];
  /** The internal unit in charge of releases; without one the organ may not release (Art.6). */
  readonly releaseUnit: string;
  /** The competent office (Art.4): coordinates, reads over all organs. */
  readonly isOffice: boolean;
  /** One staff, two names: the office's alone (Art.4, 30). */
  readonly hats?: OfficeHats | null;
}

/** What the office calls itself where the Party and where the government speaks. */
export interface OfficeHats {
  readonly party: string;
  readonly government: string;
}

/** As it stands in the register; `revision` rises with every change. */
export interface RegisteredOrgan extends Organ {
  readonly hats: OfficeHats | null;
  readonly revision: number;
}

/** The only organs that the law lets release on a subject (Art.24). */
export interface StatutoryIssuer {
  readonly subject: string;
  readonly organIds: readonly string[];
  /** The provision, e.g. `气象灾害防御条例第三十条`. */
  readonly basis: string;
}
