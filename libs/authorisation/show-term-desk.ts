import { may, visibilityOf, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { delegableRoleSchema, type TermDeskView } from './authorisation.api.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { mayAuthorise } from './grant-authorisation.js';
import { authorisationRefusal } from './refusal.js';

/** What somebody needs to authorise or delegate in an organ: who serves there, for how long it may be, and whether they may. */
export class ShowTermDesk {
  constructor(
    private readonly parts: Pick<AuthorisationParts, 'database' | 'organs' | 'people' | 'longest'>,
  ) {}

  /** @throws Problem `notFound` for an organ that the person does not see */
  async perform(organId: string, actor: Actor): Promise<TermDeskView> {
    const { database, organs, people, longest } = this.parts;
    const visibility = visibilityOf(actor);
    const organ = await organs.find(database.queries, organId);
    if (organ === null || !(visibility.all || visibility.organIds.includes(organId)))
      throw new Problem('notFound', [authorisationRefusal.unknownOrgan(organId)]);
    const desks = delegableRoleSchema.options.filter((role) => may(actor, role, organId).length === 0);
    return {
      organ: { id: organ.id, name: organ.name, shortName: organ.shortName },
      persons: await people.servingIn(database.queries, organId),
      leads: may(actor, 'principalLeader', organId).length === 0,
      desks,
      longest,
      actions: {
        grant: { reasons: [...mayAuthorise(actor, organId)] },
        delegate: { reasons: desks.length > 0 ? [] : [...may(actor, 'reviewer', organId)] },
      },
    };
  }
}
