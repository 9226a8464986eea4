import type { Database, Queries } from '@koujing/database';
import { RemindOfDeadlines, type Deadline, type ReminderSink } from '@koujing/deadline';
import { newId, type TravellingClock } from '@koujing/kernel';
import { MatterStore } from '@koujing/matter';
import { DeadlineReminders } from '../../../apps/dispatcher/deadline-reminders.js';
import { aCity, organ, type City } from '../../support/a-city.js';
import { timed, type Timing } from './ticking.js';

export interface YearPlan {
  readonly organs: number;
  readonly clocks: number;
  readonly matters: number;
}

export interface YearResult {
  readonly ticks: number;
  readonly restarts: number;
  /** Ticks that were killed before they committed. */
  readonly killed: number;
  readonly reminders: number;
  readonly missed: number;
  readonly doubled: number;
  readonly gaps: number;
  readonly expectedGaps: number;
  /** The tick of a minute in which something was due. */
  readonly busy: readonly Timing[];
  /** The tick of a minute in which nothing was, with every clock open. */
  readonly idle: readonly Timing[];
}

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;
const rules = [
  'routineRelease',
  'disclosure',
  'emergencyFirstRelease',
  'emergencyConference',
  'publicOpinionResponse',
  'rosterChange',
  'conferenceApplication',
] as const;

/** A fixed sequence: the same year every time. */
export const sequence = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

interface Started {
  readonly deadline: Deadline;
  /** When the duty is done; null if it never is. */
  readonly metAt: Date | null;
}

/**
 * A year of clocks and matters, minute by minute where anything is due: half the duties are done in time or late, the rest
 * never; the program is started anew all the time, and some ticks are killed before they commit.
 */
export class Year {
  readonly #random = sequence(20_260_101);
  readonly #ends: Started[] = [];
  #restarts = 0;
  #killed = 0;

  private constructor(
    private readonly database: Database,
    private city: City,
    private readonly plan: YearPlan,
    private readonly from: Date,
  ) {}

  static async begin(database: Database, plan: YearPlan): Promise<Year> {
    const city = await aCity(database);
    const began = new Year(database, city, plan, city.clock.now());
    await began.#settle();
    await began.#startClocks();
    await began.#openMatters();
    return began;
  }

  get #clock(): TravellingClock {
    return this.city.clock;
  }

  async run(): Promise<YearResult> {
    const idle = await this.#idleTicks();
    const busy: Timing[] = [];
    const until = this.from.getTime() + year;
    const ends = this.#ends
      .filter(({ metAt }) => metAt !== null)
      .sort((a, b) => Number(a.metAt) - Number(b.metAt));
    let ended = 0;
    for (let at = await this.#nextMinute(); at !== null && at <= until; at = await this.#nextMinute()) {
      this.#clock.travel(at - this.#clock.now().getTime());
      for (; ended < ends.length && Number(ends[ended]?.metAt) <= at; ended += 1)
        await this.#end(ends[ended]);
      busy.push(await this.#tick(busy.length));
    }
    return {
      ...(await this.#count()),
      ticks: busy.length,
      busy,
      idle,
      restarts: this.#restarts,
      killed: this.#killed,
    };
  }

  /** Now and then one that dies before its commit, and by a program that was started anew a moment ago. */
  async #tick(turn: number): Promise<Timing> {
    if (turn % 50 === 7) {
      this.#killed += 1;
      await this.#remind(true)
        .tick()
        .catch(() => undefined);
    }
    if (turn % 25 === 24) await this.#restart();
    const two = turn % 10 === 3;
    return timed(async () => {
      await Promise.all([this.#remind(false).tick(), ...(two ? [this.#remind(false).tick()] : [])]);
      await this.city.cases.gaps.tick();
    });
  }

  async #restart(): Promise<void> {
    const now = this.#clock.now();
    this.city = await aCity(this.database);
    this.#clock.travel(now.getTime() - this.#clock.now().getTime());
    this.#restarts += 1;
  }

  #remind(dies: boolean): RemindOfDeadlines {
    const { people, notifier, clocks } = this.city.cases;
    const sink = new DeadlineReminders({ people, notifier, consoleUrl: 'http://127.0.0.1:3000' });
    const dying: ReminderSink = {
      remind: async (queries, reminders) => {
        await sink.remind(queries, reminders);
        if (reminders.length > 0) throw new Error('killed before the commit');
      },
    };
    return new RemindOfDeadlines(this.database, clocks.parts, dies ? dying : sink);
  }

  async #settle(): Promise<void> {
    const { organs, people } = this.city.cases;
    const { queries } = this.database;
    for (let index = 0; index < this.plan.organs; index += 1) {
      const id = `organ-${index}`;
      await organs.save(queries, organ(id, `滨海市第${index}局`));
      for (const role of ['drafter', 'approver', 'spokesperson'] as const) {
        const person = `${id}-${role}`;
        await people.save(queries, {
          ...{ id: person, username: person, name: person, email: '', passwordHash: '', disabled: false },
        });
        await people.grant(queries, { personId: person, organId: id, role });
      }
    }
  }

  async #startClocks(): Promise<void> {
    const together = 250;
    for (let first = 0; first < this.plan.clocks; first += together)
      await this.database.transaction(async (queries) => {
        for (let index = first; index < Math.min(first + together, this.plan.clocks); index += 1)
          await this.#startOne(queries, index);
      });
  }

  async #startOne(queries: Queries, index: number): Promise<void> {
    const eventAt = new Date(this.from.getTime() + Math.floor(this.#random() * (year / minute)) * minute);
    const deadline = await this.city.cases.clocks.start.perform(queries, {
      rule: rules[index % rules.length] ?? 'routineRelease',
      subject: { kind: 'release', id: `r${index}` },
      organId: `organ-${index % this.plan.organs}`,
      title: `第${index}号通告`,
      link: `/releases/r${index}`,
      eventAt,
      actor: 'system:bench',
    });
    if (deadline === null) throw new Error('a clock did not start');
    const span = deadline.dueAt.getTime() - deadline.startedAt.getTime();
    const done = this.#random();
    const metAt = done < 0.5 ? new Date(deadline.startedAt.getTime() + span * done * 2.4) : null;
    this.#ends.push({ deadline, metAt });
  }

  /** One in twenty-five is never released on; the rest is closed in time. */
  async #openMatters(): Promise<void> {
    const store = new MatterStore();
    for (let first = 0; first < this.plan.matters; first += 500)
      await this.database.transaction(async (queries) => {
        for (let index = first; index < Math.min(first + 500, this.plan.matters); index += 1) {
          const dueAt = new Date(this.from.getTime() + Math.floor(this.#random() * year));
          const forgotten = index % 25 === 0;
          await store.insert(queries, {
            ...{ id: newId(), title: `第${index}号事项`, kind: 'routine', trigger: 'publicAttention' },
            ...{
              ownerOrganId: `organ-${index % this.plan.organs}`,
              leadOrganId: null,
              concernedOrganIds: [],
            },
            state: forgotten ? 'open' : 'closed',
            ...{ openedAt: this.from, dueAt },
            closedAt: forgotten ? null : this.from,
            closedReason: forgotten ? null : '已发布',
            ...{ openedBy: 'office-coordinator', revision: 1, updatedAt: this.from },
          });
        }
      });
  }

  async #idleTicks(): Promise<readonly Timing[]> {
    const timings: Timing[] = [];
    for (let turn = 0; turn < 200; turn += 1)
      timings.push(
        await timed(async () => {
          await this.#remind(false).tick();
          await this.city.cases.gaps.tick();
        }),
      );
    return timings;
  }

  async #nextMinute(): Promise<number | null> {
    const now = this.#clock.now();
    const { queries } = this.database;
    const reminder = await queries
      .selectFrom('deadline')
      .select((at) => at.fn.min('next_at').as('at'))
      .where('state', '=', 'running')
      .executeTakeFirst();
    const matter = await queries
      .selectFrom('matter')
      .select((at) => at.fn.min('due_at').as('at'))
      .where('state', '=', 'open')
      .where('due_at', '>', now)
      .executeTakeFirst();
    const next = [reminder?.at, matter?.at].filter((at): at is Date => at instanceof Date).map(Number);
    return next.length === 0 ? null : Math.ceil(Math.min(...next) / minute) * minute;
  }

  async #end(started: Started | undefined): Promise<void> {
    if (started === undefined) return;
    const { rule, subject } = started.deadline;
    await this.database.transaction((queries) =>
      this.city.cases.clocks.end.perform(queries, { rule, subject, as: 'met', actor: 'system:bench' }),
    );
  }

  /** What the history says was told, against what the terms say had to be. */
  async #count() {
    const { queries } = this.database;
    const until = this.from.getTime() + year;
    const expected = new Set(this.#ends.flatMap((started) => dueReminders(started, until)));
    const rows = await queries
      .selectFrom('deadline_event')
      .select(['deadline_id', 'detail'])
      .where('event', '=', 'reminded')
      .execute();
    const told = new Map<string, number>();
    for (const { deadline_id, detail } of rows) {
      const key = `${deadline_id}:${(detail as { percent: number }).percent}`;
      told.set(key, (told.get(key) ?? 0) + 1);
    }
    const gaps = await queries
      .selectFrom('finding')
      .select((row) => row.fn.countAll().as('count'))
      .where('kind', '=', 'gap')
      .executeTakeFirst();
    return {
      reminders: expected.size,
      missed: [...expected].filter((key) => !told.has(key)).length,
      doubled: [...told].filter(([key, times]) => times > 1 || !expected.has(key)).length,
      gaps: Number(gaps?.count ?? 0),
      expectedGaps: Math.ceil(this.plan.matters / 25),
    };
  }
}

/** Stages whose minute comes before the duty is done; of several in one minute the last is told for all. */
const dueReminders = ({ deadline, metAt }: Started, until: number): readonly string[] => {
  const from = deadline.startedAt.getTime();
  const span = deadline.dueAt.getTime() - from;
  const last = new Map<number, number>();
  for (const { at } of deadline.terms.reminders) {
    const tick = Math.ceil((from + (span * at) / 100) / minute) * minute;
    if (tick <= until && (metAt === null || metAt.getTime() > tick)) last.set(tick, at);
  }
  return [...last.values()].map((at) => `${deadline.id}:${at}`);
};
