import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { coordinates, mayAnswer } from './may-answer.js';
import { matterRefusal } from './refusal.js';
import { heldMatter } from './visible-matter.js';

/** The matter is dealt with: its clock stops. A gap that was raised stays until somebody rules on it. */
export class CloseMatter {
  constructor(private readonly parts: MatterParts) {}

  async reasons(queries: Queries, matter: Matter, actor: Actor): Promise<readonly Reason[]> {
    if (matter.state === 'closed') return [matterRefusal.closed];
    if (coordinates(actor, matter.ownerOrganId)) return [];
    const answered = matter.dueAt === null || (await this.parts.matters.answeredAt(queries, matter)) !== null;
    return [...mayAnswer(actor, matter.ownerOrganId), ...(answered ? [] : [matterRefusal.unanswered])];
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, matters, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const matter = await heldMatter(matters, queries, actor, id);
      refuseIfAny(await this.reasons(queries, matter, actor));
      const at = clock.now();
      await matters.write(queries, {
        ...matter,
        state: 'closed',
        closedAt: at,
        closedReason: reason,
        updatedAt: at,
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'matter.close',
        subjectKind: 'matter',
        subjectId: id,
        detail: { reason },
      });
    });
  }
}
