import { sql } from 'kysely';
import pg from 'pg';
import { openPostgres, type Database } from '@koujing/database';
import { emptyHouse } from '../support/empty-house.js';
import { likes, manyTimes } from '../support/many-times.js';
import type { Person } from '../support/person.js';
import { createDatabase, usualServer } from '../support/postgres.js';
import { aDraft, reviewed, submitted } from '../support/release-way.js';
import { startSeededCity } from '../support/seeded-city.js';
import { round } from './timing.js';
import { readOptions } from './options.js';

/** As 审批 and 今天 ask. */
const questions = [
  '/approvals?pageSize=200',
  '/releases?mine=waiting&pageSize=50',
  '/releases?mine=toDo&pageSize=50',
  '/releases?dispatch=open&pageSize=20',
  '/releases?state=scheduled&pageSize=50',
  '/correction-duties?whose=mine&pageSize=50',
  '/drifts?whose=mine&pageSize=50',
  '/deadlines?whose=mine&limit=50',
  '/finding-groups?state=open&order=urgent&pageSize=50',
  '/finding-groups?state=open&pageSize=6',
];
const people = ['coordinator', 'approver', 'reviewer', 'drafter'];
/** Each question so often: the least and the middle are told. */
const looks = 7;

interface Answered {
  readonly person: string;
  readonly question: string;
  readonly shown: number;
  readonly total: number;
  readonly statements: number | null;
  readonly leastMs: number;
  readonly p50Ms: number;
}

/**
 * `npm run bench -- desk [--times 100] [--waiting 10000] [--engine postgres|embedded] [--json]`: what 今天 and 审批 cost where so
 * many times the demo's data lies, and so many texts wait for the reviewer of one organ beside it.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { times: 100, waiting: 10_000, engine: 'postgres' });
  const own = given.engine === 'postgres' ? await createDatabase(usualServer) : null;
  const database: Database = own === null ? await emptyHouse() : await openPostgres(own.url);
  const city = await startSeededCity({ database });
  const answered: Answered[] = [];
  try {
    const desk = await city.desk('education');
    const first = await submitted(
      desk,
      aDraft({ organId: 'education', title: '关于寒假校园开放时间的通知' }),
    );
    await reviewed(desk, aDraft({ organId: 'education', title: '关于寒假体育馆开放的通知' }));
    await manyTimes(database, given.times);
    await likes(database, first.id, given.waiting);
    await sql`analyze`.execute(database.queries);
    for (const name of people) {
      const person = await city.as(name);
      for (const question of questions) answered.push({ person: name, ...(await timed(person, question)) });
    }
  } finally {
    await city.close();
    await database.close();
    await own?.drop();
  }
  if (given.json) console.log(JSON.stringify(answered));
  else console.table(answered);
}

const timed = async (person: Person, question: string): Promise<Omit<Answered, 'person'>> => {
  const waits: number[] = [];
  let told = { shown: 0, total: 0, statements: 0 };
  for (let look = 0; look < looks; look += 1) {
    const counted = countStatements();
    const startedAt = performance.now();
    const { status, body } = await person.get<{ readonly total: number; readonly items: readonly unknown[] }>(
      question,
    );
    waits.push(performance.now() - startedAt);
    const statements = counted();
    if (status !== 200) throw new Error(`${question}: ${status}`);
    told = { shown: body.items.length, total: body.total, statements };
  }
  waits.sort((a, b) => a - b);
  const [leastMs = 0] = waits;
  const p50Ms = waits[Math.floor(looks / 2)] ?? 0;
  return {
    question,
    ...told,
    statements: told.statements || null,
    leastMs: round(leastMs),
    p50Ms: round(p50Ms),
  };
};

/** What PostgreSQL is asked until the answer is fetched, the session's own questions among it; the embedded engine is not counted. */
const countStatements = (): (() => number) => {
  const query = pg.Client.prototype.query as (...of: unknown[]) => unknown;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...of: unknown[]) {
    if (typeof of[0] === 'string' && /^\s*(?:select|with)\b/iu.test(of[0])) count += 1;
    return query.apply(this, of);
  } as typeof pg.Client.prototype.query;
  return () => {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
    return count;
  };
};
