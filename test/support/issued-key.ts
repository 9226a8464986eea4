import type { City } from './city.js';
import { ok } from './person.js';

export const personIdOf = async (city: City, username: string): Promise<string> => {
  const administrator = await city.as('administrator');
  const { items } = ok(
    await administrator.get<{ items: readonly { id: string; username: string }[] }>(`/people?q=${username}`),
  );
  const found = items.find((person) => person.username === username);
  if (found === undefined) throw new Error(`nobody is called ${username}`);
  return found.id;
};

/** A key for a program that acts as this person, as the administrator issues it. */
export const issuedKey = async (
  city: City,
  username: string,
  scopes: readonly string[],
): Promise<{ readonly id: string; readonly secret: string }> => {
  const administrator = await city.as('administrator');
  const asked = { personId: await personIdOf(city, username), name: '业务系统', scopes };
  return ok(await administrator.post<{ key: { id: string; secret: string } }>('/api-keys', asked)).key;
};
