import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';

/** How far the first start of a demo came. */
export interface Seeding {
  readonly done: boolean;
  /** When it was begun: the texts count their dates from here, so that a resumed start writes the same city and not a second one. */
  readonly since: Date;
}

export const seedingOf = async ({ queries }: Database, clock: Clock): Promise<Seeding> => {
  await queries
    .insertInto('house')
    .values({ name: 'seedingSince', value: clock.now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await queries
    .selectFrom('house')
    .select(['name', 'value'])
    .where('name', 'in', ['seedingSince', 'seeded'])
    .execute();
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  return { done: values.has('seeded'), since: new Date(values.get('seedingSince') ?? clock.now()) };
};

export const finishSeeding = async ({ queries }: Database): Promise<void> => {
  await queries
    .insertInto('house')
    .values({ name: 'seeded', value: 'yes' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The matter that an interrupted start has opened. */
export const openedBefore = async (
  { queries }: Database,
  ownerOrganId: string,
  title: string,
): Promise<string | null> => {
  const row = await queries
    .selectFrom('matter')
    .select('id')
    .where('owner_organ_id', '=', ownerOrganId)
    .where('title', '=', title)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The release that an interrupted start has drafted with this title; imported ones have their own mark. */
export const draftedBefore = async (
  { queries }: Database,
  organId: string,
  title: string,
): Promise<string | null> => {
  const row = await queries
    .selectFrom('release')
    .select('id')
    .where('organ_id', '=', organId)
    .where('title', '=', title)
    .where('imported_from', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The press conference that an interrupted start has planned. */
export const plannedBefore = async (
  { queries }: Database,
  organId: string,
  theme: string,
): Promise<string | null> => {
  const row = await queries
    .selectFrom('conference')
    .select('id')
    .where('organ_id', '=', organId)
    .where('theme', '=', theme)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** A past release of the demo by its id in the file. */
export const importedAs = async ({ queries }: Database, id: string): Promise<string | null> => {
  const row = await queries
    .selectFrom('release')
    .select('id')
    .where('imported_from', '=', id)
    .executeTakeFirst();
  return row?.id ?? null;
};
