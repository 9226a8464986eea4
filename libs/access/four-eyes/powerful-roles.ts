import type { Role } from '../access.api.js';

/** Everything but writing and being asked: with any of the others a person lets something out, or decides who may. */
const harmless: ReadonlySet<Role> = new Set(['drafter', 'coSigner']);

export const isPowerful = (role: Role): boolean => !harmless.has(role);
