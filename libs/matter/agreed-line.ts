import type { OrganId, PersonId } from '@koujing/kernel';
import type { FactAttribute } from './matter.api.js';

/** One version of an agreed fact (口径). Never overwritten: a change is the next version of its line. */
export interface AgreedLine {
  readonly id: string;
  readonly lineId: string;
  readonly matterId: string;
  readonly version: number;
  readonly attribute: FactAttribute;
  readonly about: string;
  readonly value: string;
  readonly unit: string;
  readonly asOf: Date | null;
  readonly ownerOrganId: OrganId;
  /** The last version of a line that binds nobody any more. */
  readonly retired: boolean;
  readonly reason: string;
  readonly changedBy: PersonId;
  readonly changedAt: Date;
}

/** The newest version of each line, oldest line first. */
export const newestOf = (versions: readonly AgreedLine[]): readonly AgreedLine[] => {
  const newest = new Map<string, AgreedLine>();
  for (const version of versions) {
    const known = newest.get(version.lineId);
    if (known === undefined || known.version < version.version) newest.set(version.lineId, version);
  }
  return [...newest.values()];
};

export const inForce = (versions: readonly AgreedLine[]): readonly AgreedLine[] =>
  newestOf(versions).filter(({ retired }) => !retired);
