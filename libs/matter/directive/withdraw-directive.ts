import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { matterRefusal } from '../refusal.js';
import { isOpen, mayOrderFor, type Directive } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';
import { directiveRefusal } from './refusal.js';
import { visibleDirective } from './visible-directive.js';

/** Whoever gave the order takes it back, with a reason; its clocks stop, its matter and line stay. */
export class WithdrawDirective {
  constructor(private readonly parts: DirectiveParts) {}

  async reasons(queries: Queries, directive: Directive, actor: Actor): Promise<readonly Reason[]> {
    if (!isOpen(directive)) return [directiveRefusal.ended];
    const from = await this.parts.organs.find(queries, directive.fromOrganId);
    if (from === null) return [matterRefusal.unknownOrgan(directive.fromOrganId, 'fromOrganId')];
    return mayOrderFor(actor, from) ? [] : [directiveRefusal.mayNotOrder];
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, directives, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const directive = visibleDirective(await directives.lock(queries, id), actor);
      refuseIfAny(await this.reasons(queries, directive, actor));
      const at = clock.now();
      await directives.write(queries, {
        ...directive,
        ...{ state: 'withdrawn', withdrawnBy: actor.personId, withdrawnAt: at, withdrawnReason: reason },
        updatedAt: at,
      });
      await clocks.withdrawn(queries, id, { actor: actor.personId, reason });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'directive.withdraw',
        subjectKind: 'directive',
        subjectId: id,
        detail: { reason },
      });
    });
  }
}
