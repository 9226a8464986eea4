import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, 2 passes, 1 lane: OWASP's minimum, about 20 ms here. Less is cracked faster; more lets sign-ins starve the loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const passwordMatches = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password);
