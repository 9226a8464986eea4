import { refuseIfAny, servesAs, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { isOpen, type Directive } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';
import { directiveRefusal } from './refusal.js';
import { visibleDirective } from './visible-directive.js';

/** 签收: a person of the organ says that the order has arrived (Art.39(5): nobody can later say it had not). */
export class AcknowledgeDirective {
  constructor(private readonly parts: DirectiveParts) {}

  /** Pure. */
  reasons(directive: Directive, actor: Actor): readonly Reason[] {
    if (!isOpen(directive)) return [directiveRefusal.ended];
    if (directive.state === 'acknowledged') return [directiveRefusal.acknowledged];
    return servesAs(actor, ['approver', 'spokesperson', 'drafter', 'coSigner'], directive.toOrganId)
      ? []
      : [directiveRefusal.notOfTheOrgan];
  }

  async perform(id: string, actor: Actor): Promise<void> {
    const { database, directives, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const directive = visibleDirective(await directives.lock(queries, id), actor);
      refuseIfAny(this.reasons(directive, actor));
      const at = clock.now();
      await directives.write(queries, {
        ...directive,
        ...{ state: 'acknowledged', acknowledgedBy: actor.personId, acknowledgedAt: at, updatedAt: at },
      });
      await clocks.acknowledged(queries, id, actor.personId);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'directive.acknowledge',
        subjectKind: 'directive',
        subjectId: id,
        detail: { late: at > directive.acknowledgeBy },
      });
    });
  }
}
