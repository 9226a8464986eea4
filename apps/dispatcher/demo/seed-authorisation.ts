import type { Actor } from '@koujing/access';
import type { Server } from '../server.js';
import { authorisationInputSchema } from '../../../libs/authorisation/authorisation.api.js';

const dayMs = 24 * 3_600_000;
const days = 180;

/** The education bureau's main leader lets his deputy approve routine releases; a second start adds no second one. */
export const seedAuthorisation = async (server: Server, leader: Actor, now: Date): Promise<void> => {
  const { show, grant } = server.authorisation;
  const known = await show.authorisations({ organ: 'education', page: 1, pageSize: 1 }, leader);
  if (known.total > 0) return;
  const input = authorisationInputSchema.parse({
    organId: 'education',
    granteeId: 'person-deputy',
    kinds: ['routine'],
    from: now.toISOString(),
    to: new Date(server.cases.clock.now().getTime() + days * dayMs).toISOString(),
    note: '分管领导按授权审定常规政务信息。',
  });
  await grant.perform(input, leader);
};
