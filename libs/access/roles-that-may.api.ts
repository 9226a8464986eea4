import type { Role } from './access.api.js';

/**
 * The roles of which each may do what the asked one may: the main leader may whatever who approves for the organ may, for
 * the authority is the leader's (Art.5(6)). Nowhere else is it said which role includes which.
 */
export const rolesThatMay = (asked: Role): readonly Role[] =>
  asked === 'approver' ? ['approver', 'principalLeader'] : [asked];
