import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { MatterInput } from './matter.api.js';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { matterReasons } from './matter-reasons.js';
import { mayOpen } from './may-answer.js';

/** A matter with its owner and clock; from now on a missing release is a gap (Art.15 工作缺位). */
export class OpenMatter {
  constructor(private readonly parts: MatterParts) {}

  async reasons(queries: Queries, input: MatterInput, actor: Actor): Promise<readonly Reason[]> {
    const openedAt = input.openedAt === undefined ? this.parts.clock.now() : new Date(input.openedAt);
    const wrong = await matterReasons(this.parts, queries, input, openedAt);
    return wrong.length > 0 ? wrong : mayOpen(actor, input.ownerOrganId);
  }

  /** @returns the id of the new matter */
  perform(input: MatterInput, actor: Actor): Promise<string> {
    return this.parts.database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      return this.open(queries, input, actor);
    });
  }

  /** The same in the caller's transaction, by whose verb it is allowed: an approved plan and a directive open their matter. */
  async open(queries: Queries, input: MatterInput, actor: Actor): Promise<string> {
    const matter = this.matterOf(input, actor);
    await this.parts.matters.insert(queries, matter);
    await this.parts.audit.record(queries, {
      actor: actor.personId,
      action: 'matter.open',
      subjectKind: 'matter',
      subjectId: matter.id,
      detail: { ...input },
    });
    return matter.id;
  }

  private matterOf(input: MatterInput, actor: Actor): Matter {
    const now = this.parts.clock.now();
    return {
      id: newId(),
      title: input.title,
      kind: input.kind,
      trigger: input.trigger,
      ownerOrganId: input.ownerOrganId,
      leadOrganId: null,
      concernedOrganIds: input.concernedOrganIds,
      state: 'open',
      openedAt: input.openedAt === undefined ? now : new Date(input.openedAt),
      dueAt: input.dueAt === null ? null : new Date(input.dueAt),
      closedAt: null,
      closedReason: null,
      openedBy: actor.personId,
      revision: 1,
      updatedAt: now,
    };
  }
}
