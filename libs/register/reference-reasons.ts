import { visibleRelease } from '@koujing/release';
import type { Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { civilYear, type Reason } from '@koujing/kernel';
import { halfYearOf } from './bulletin-clock.js';
import { registerRefusal } from './refusal.js';
import type { RecordEntryInput, RegisterName } from './register.api.js';
import type { RegisterParts } from './register-parts.js';

/** Everything that an entry names must exist: the release, the expert, the site, the rule, the file; and no day lies ahead. */
export const referenceReasons = async (
  parts: RegisterParts,
  queries: Queries,
  input: RecordEntryInput,
  actor: Actor,
): Promise<readonly Reason[]> => {
  const now = parts.clock.now();
  switch (input.register) {
    case 'expertInterpretation': {
      const release = await visibleRelease(parts.releases, queries, actor, input.detail.releaseId);
      return [
        ...([release.organId, ...release.jointOrganIds].includes(input.organId)
          ? []
          : [registerRefusal.notTheOrgans]),
        ...(await unknown(parts, queries, 'expert', { id: input.detail.expertId, field: 'detail.expertId' })),
      ];
    }
    case 'relay': {
      const release = await visibleRelease(parts.releases, queries, actor, input.detail.releaseId);
      return [
        ...(release.releasedAt === null ? [registerRefusal.notReleased] : []),
        ...(await unknown(parts, queries, 'relaySite', { id: input.detail.siteId, field: 'detail.siteId' })),
      ];
    }
    case 'noPayment':
      return input.detail.year > civilYear(now) ? [registerRefusal.yearAhead] : [];
    case 'training':
      return input.detail.heldOn > civilDayOf(now) ? [registerRefusal.inFuture('detail.heldOn')] : [];
    case 'nonPublication':
      return input.detail.reviewedOn > civilDayOf(now) ? [registerRefusal.inFuture('detail.reviewedOn')] : [];
    case 'bulletin':
      return bulletinReasons(input.detail, civilDayOf(now));
    case 'workflow':
      return (await parts.attachments.missing(queries, [input.detail.sha256])).length > 0
        ? [registerRefusal.fileMissing]
        : [];
    case 'interpretation': {
      const { rule } = input.detail;
      const known = parts.ruleBook.rules().some((named) => named.rule === rule);
      return known ? [] : [registerRefusal.unknownRule(rule)];
    }
    case 'expert':
    case 'relaySite':
    case 'pressArea':
      return [];
  }
};

/** A half-year is reported on once it has begun, and what was sent was sent by today (Art.42). */
const bulletinReasons = (
  { period, sentOn }: { readonly period: string; readonly sentOn: string },
  today: string,
): readonly Reason[] => [
  ...(halfYearOf(period).first > today ? [registerRefusal.halfYearAhead] : []),
  ...(sentOn > today ? [registerRefusal.inFuture('detail.sentOn')] : []),
];

const unknown = async (
  { entries }: Pick<RegisterParts, 'entries'>,
  queries: Queries,
  register: RegisterName,
  { id, field }: { readonly id: string; readonly field: string },
): Promise<readonly Reason[]> => {
  const entry = await entries.find(queries, id);
  return entry?.register === register && entry.retiredAt === null
    ? []
    : [registerRefusal.unknownEntry(field)];
};
