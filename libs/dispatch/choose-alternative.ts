import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { heldDelivery, type DeedParts } from './delivery-deed.js';
import type { Delivery } from './delivery.js';
import { dispatchQueue } from './publish-release.js';
import { dispatchRefusal } from './refusal.js';

/** Another way of publishing the same bytes, chosen by a person while the usual one is closed for the day or month. */
export class ChooseAlternative {
  constructor(private readonly parts: DeedParts) {}

  reasons(row: Delivery, alternative: string): readonly Reason[] {
    const offered = row.alternatives.map(({ id }) => id);
    return row.state === 'deferred' && offered.includes(alternative)
      ? []
      : [dispatchRefusal.notOffered(alternative, offered)];
  }

  perform(id: string, alternative: string, actor: Actor): Promise<void> {
    const { database, deliveries, audit, jobs } = this.parts;
    return database.transaction(async (queries) => {
      const row = await heldDelivery(this.parts, queries, id, actor);
      refuseIfAny(this.reasons(row, alternative));
      await deliveries.choose(queries, id, alternative);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'delivery.chooseAlternative',
        subjectKind: 'delivery',
        subjectId: id,
        digest: row.renditionDigest,
        detail: { alternative },
      });
      await jobs.enqueue(queries, dispatchQueue, [{ releaseId: row.releaseId }]);
    });
  }
}
