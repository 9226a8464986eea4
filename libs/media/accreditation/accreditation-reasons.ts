import type { Reason } from '@koujing/kernel';
import { holds, officiallyConfirmed } from './accreditation.js';
import { accreditationRefusal } from './accreditation-refusal.js';
import type { ListedStanding } from './accreditation-store.sql.js';

/** Art.20: whoever is let in must have shown a valid credential; pure. */
export const accreditationReasons = (standing: ListedStanding, now: Date): readonly Reason[] => {
  const { until, name } = standing;
  if (holds(standing, now)) return [];
  return [until === null ? accreditationRefusal.missing(name) : accreditationRefusal.expired(name, until)];
};

/** What an official register confirms may not be turned away for want of credentials (Art.20); pure. */
export const turnAwayReasons = (standing: ListedStanding, now: Date): readonly Reason[] =>
  officiallyConfirmed(standing, now) ? [accreditationRefusal.confirmed(standing.name)] : [];
