import {
  firstPasswordMs,
  hashPassword,
  ListedRoles,
  makePassword,
  PeopleRegister,
  PersonStore,
  type FirstPassword,
  type ListedRole,
  type MadePassword,
} from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { OrganStore, type OfficeHats, type Organ, type StatutoryIssuer } from '@koujing/organ';
import { civilTime, digestOf, Problem, type Clock, type Reason } from '@koujing/kernel';
import { whereInFile } from '@koujing/settings';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { organOf, organsFile, peopleFile, type DemoPeople } from './demo/demo-city.js';
import { readTogether } from './read-together.js';

/** Organs, issuers and people that a start makes sure of; who is already there keeps name and password. */
export interface Register {
  readonly organs: readonly Organ[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
  readonly people: DemoPeople;
}

/**
 * How those get in who are new: a demo lets them share a password, a city's own system makes one for each, which opens
 * nothing but the page on which another is chosen, for a week. It is kept before the people are, so that none is lost.
 */
export type FirstPasswords =
  { readonly shared: string } | { readonly keep: (given: readonly FirstPassword[]) => void };

interface RegisterParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export const applyRegister = async (
  { database, audit, clock }: RegisterParts,
  register: Register,
  first: FirstPasswords,
): Promise<void> => {
  const { people } = register.people;
  const made = await passwordsFor(await newcomersOf(database.queries, people), first);
  const until = 'shared' in first ? null : new Date(clock.now().getTime() + firstPasswordMs);
  await database.transaction(async (queries) => {
    // Of two processes that start at once, one lets the newcomers in.
    await new PeopleRegister().lock(queries);
    if (await isNews(queries, register)) await saveOrgans(queries, register);
    const given: FirstPassword[] = [];
    for (const person of await newcomersOf(queries, people)) {
      const { password, passwordHash } = made.get(person.username) ?? (await makePassword());
      await addNewcomer(queries, person, { passwordHash, until });
      if (until !== null)
        given.push({ username: person.username, name: person.name, password, until: civilTime(until) });
    }
    if ('keep' in first && given.length > 0) first.keep(given);
    const listed: string[] = [];
    for (const username of new Set(people.map((person) => person.username)))
      listed.push(await grantListed({ queries, audit }, username, listedFor(username, people)));
    await new ListedRoles().forgetOthers(queries, listed);
  });
};

/** The office bears the two names of the city's settings where its file of organs names none (Art.4, 30). */
export const withOfficeNames = (register: Register, hats: OfficeHats): Register => ({
  ...register,
  organs: register.organs.map((organ) => (organ.isOffice ? { ...organ, hats: organ.hats ?? hats } : organ)),
});

const saveOrgans = async (queries: Queries, register: Register): Promise<void> => {
  const organs = new OrganStore();
  for (const organ of parentsFirst(register.organs)) await organs.save(queries, organ);
  for (const issuer of register.statutoryIssuers) await organs.saveStatutoryIssuer(queries, issuer);
};

/** Once per content of the file: what an administrator changed since then is not written over at every start. */
const isNews = async (queries: Queries, { organs, statutoryIssuers }: Register): Promise<boolean> => {
  const value = digestOf({ organs, statutoryIssuers });
  const query = queries.selectFrom('house').select('value').where('name', '=', 'organs');
  if ((await query.executeTakeFirst())?.value === value) return false;
  await queries
    .insertInto('house')
    .values({ name: 'organs', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
  return true;
};

/** The city's own files, in the form of `config/demo/`; null if none is configured. */
export const readRegister = (
  files: { readonly organs?: string | undefined; readonly people?: string | undefined },
  base: string,
): Register | null => {
  if (files.organs === undefined || files.people === undefined) return null;
  const [organsPath, peoplePath] = [resolve(base, files.organs), resolve(base, files.people)];
  const [{ organs, statutoryIssuers }, people] = readTogether<
    [z.output<typeof organsFile>, z.output<typeof peopleFile>]
  >(
    () => readFile(organsPath, organsFile),
    () => readFile(peoplePath, peopleFile),
  );
  return {
    organs: organs.map(organOf),
    statutoryIssuers: statutoryIssuers.map(({ subject, organs: ids, basis }) => ({
      subject,
      organIds: ids,
      basis,
    })),
    people,
  };
};

/** @throws Problem `badInput` with every mistake of the file */
export const readFile = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> => {
  const result = schema.safeParse(parsed(path));
  if (result.success) return result.data;
  const [first, ...rest] = result.error.issues.map(({ path: key, message }) =>
    mistake(whereInFile(path, key), key.join('.'), message),
  );
  throw new Problem('badInput', [first ?? mistake(path, '', ''), ...rest]);
};

const parsed = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Problem('badInput', [mistake(path, '（整个文件）', line)]);
  }
};

const mistake = (path: string, key: string, found: string): Reason => ({
  code: 'registerMistake',
  message: `名册文件 ${path} 的 ${key} 有误：${found}。`,
  messageEn: `The register file ${path} is wrong at ${key}: ${found}.`,
  field: key,
});

const parentsFirst = (organs: readonly Organ[]): readonly Organ[] => [
  ...organs.filter((organ) => organ.parentId === null),
  ...organs.filter((organ) => organ.parentId !== null),
];

type Listed = DemoPeople['people'][number];

/** Each once, however many organs they serve in. */
const newcomersOf = async (queries: Queries, listed: readonly Listed[]): Promise<readonly Listed[]> => {
  const people = new PersonStore();
  const newcomers = new Map<string, Listed>();
  for (const person of listed)
    if (!newcomers.has(person.username) && (await people.byUsername(queries, person.username)) === null)
      newcomers.set(person.username, person);
  return [...newcomers.values()];
};

/** Before the transaction, since a hash takes its time. */
const passwordsFor = async (
  newcomers: readonly Listed[],
  first: FirstPasswords,
): Promise<ReadonlyMap<string, MadePassword>> => {
  if (newcomers.length === 0) return new Map();
  const shared =
    'shared' in first ? { password: first.shared, passwordHash: await hashPassword(first.shared) } : null;
  const made = new Map<string, MadePassword>();
  for (const { username } of newcomers) made.set(username, shared ?? (await makePassword()));
  return made;
};

const addNewcomer = async (
  queries: Queries,
  person: Listed,
  first: { readonly passwordHash: string; readonly until: Date | null },
): Promise<void> => {
  const people = new PersonStore();
  const email = person.email ?? `${person.username}@binhai.gov.example`;
  await people.save(queries, {
    id: personIdOf(person),
    username: person.username,
    name: person.name,
    email,
    passwordHash: first.passwordHash,
    disabled: false,
  });
  if (first.until !== null) await new PeopleRegister().setPassword(queries, personIdOf(person), first);
};

export const personIdOf = ({ username }: { readonly username: string }): string => `person-${username}`;

/** Whoever serves in two organs is listed twice. */
const listedFor = (username: string, people: DemoPeople['people']): readonly ListedRole[] =>
  people
    .filter((person) => person.username === username)
    .flatMap(({ organ: organId, roles }) => roles.map((role) => ({ organId, role })));

/**
 * What the files list newly is granted at the start, beside what the console grants; who got which stays on record (Art.41).
 * @returns the person's id
 */
const grantListed = async (
  { queries, audit }: { readonly queries: Queries; readonly audit: AuditTrail },
  username: string,
  listed: readonly ListedRole[],
): Promise<string> => {
  const person = await new PersonStore().byUsername(queries, username);
  if (person === null) throw new Error(`nobody signs in as ${username}`);
  const granted = await new ListedRoles().grant(queries, person.id, listed);
  if (granted.length > 0)
    await audit.record(queries, {
      ...{ actor: 'system:register', action: 'person.grantListed', subjectKind: 'person' },
      ...{ subjectId: person.id, detail: { granted } },
    });
  return person.id;
};
