import type { Actor } from '@koujing/access';
import { authorityOver, type Authority } from '@koujing/signoff';
import type { Conference } from './conference.js';
import type { ChainStanding } from './sign-off-conference.js';

/**
 * The organ's own step is its main leader's, or of whom he authorised, at this very instant (Art.5(6), 31(2)–(4)).
 * Authorisations speak of kinds of release: one for emergencies reaches an emergency conference, any other conference
 * counts as `other` (our reading) – a deputy who is held up asks the leader, the worse mistake signs in his stead.
 */
export const authorityToSign = (
  { theme, emergency, organId }: Pick<Conference, 'theme' | 'emergency' | 'organId'>,
  { authorisations, now }: Pick<ChainStanding, 'authorisations' | 'now'>,
  actor: Actor,
): Authority => {
  const asked = { release: { kind: emergency ? 'emergency' : 'other' }, version: { title: theme } } as const;
  return authorityOver({ ...asked, authorisations, now }, actor, organId);
};
