import { hashPassword, passwordMatches } from '../password.js';
import { readableSecret } from '../readable-secret.js';

/** Ten: a year of phones forgotten at home, and few enough to copy by hand. */
const count = 10;

/** 59 bits each, short enough to type: below 112, so that they are hashed like passwords (ASVS 6.5.2). */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: count }, () => readableSecret(3));

/** However it was copied from the paper: capitals, spaces, no hyphens. */
const bare = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');

export const hashCodes = (codes: readonly string[]): Promise<readonly string[]> =>
  Promise.all(codes.map((code) => hashPassword(bare(code))));

/** Which of these hashes is this code's; null if none. */
export const hashOfCode = async (hashes: readonly string[], code: string): Promise<string | null> => {
  const given = bare(code);
  for (const hash of hashes) if (await passwordMatches(hash, given)) return hash;
  return null;
};
