import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import type { Release, ReleaseChange, ReleaseFollower } from '@koujing/release';
import { establishEntry, newEntry } from './establish-entry.js';
import type { Detail, RegisterEntry } from './register.js';
import type { RegisterParts } from './register-parts.js';

/**
 * A draft that was declared not public can only be taken down (国办发〔2016〕80号; CheckContent bars every other way): with that it
 * is settled, and stands in the register from then on, under the clock of its reviews (Art.5: publicity is the rule, and what
 * departs from it is on record with its reason; 信息公开条例 Art.17, 18). What stands there already is not written twice.
 */
export class SettleNotPublic implements ReleaseFollower {
  constructor(
    private readonly parts: Pick<
      RegisterParts,
      'entries' | 'deadlines' | 'startDeadline' | 'endDeadline' | 'audit' | 'clock'
    >,
  ) {}

  async follow(queries: Queries, { kind, release, version, actor }: ReleaseChange): Promise<void> {
    const { disclosure, disclosureReason } = version.declaration;
    if (kind !== 'withdrawn' || release.releasedVersion !== null || disclosure === 'proactive') return;
    const { entries, clock } = this.parts;
    const { organId } = release;
    await entries.lock(queries, 'nonPublication', organId);
    const detail: Detail<'nonPublication'> = {
      ...{ title: version.title, disclosure, reason: reasonOf(release, disclosureReason) },
      ...{ reviewedOn: civilDayOf(clock.now()), outcome: 'kept', note: `稿件${release.number}撤下` },
    };
    const input = { register: 'nonPublication', organId, detail, replaces: null } as const;
    const entry = newEntry(this.parts, input, { actor, releaseId: release.id });
    const standing = await entries.inForce(queries, entry);
    if (standing === null || wasOpened(standing)) await establishEntry(this.parts, queries, entry, standing);
  }
}

/** Whoever takes it down says why; that counts where the drafter did not. */
const reasonOf = ({ holdReason }: Release, declared: string): string =>
  declared === '' ? (holdReason ?? '') : declared;

const wasOpened = ({ detail }: RegisterEntry): boolean => 'outcome' in detail && detail.outcome === 'opened';
