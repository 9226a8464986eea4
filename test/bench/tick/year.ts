import type { Database, Queries } from '@koujing/database';
import { newId, type TravellingClock } from '@koujing/kernel';
import { MatterStore } from '@koujing/matter';
import { sql } from 'kysely';
import { aCity, organ, type City } from '../../support/a-city.js';
import { Ticking, timed, type Timing } from './ticking.js';
import { minute, verdictOn, type Started, type Verdict } from './verdict.js';

export interface YearPlan {
  readonly organs: number;
  readonly clocks: number;
  readonly matters: number;
  /** Over how many days they are spread; the same number in fewer days is a busier year. */
  readonly days: number;
  /** After how many busy minutes it ends, if it has not ended before. */
  readonly ticks?: number;
}

export interface YearResult extends Verdict {
  readonly ticks: number;
  readonly restarts: number;
  /** Ticks that were killed before they committed. */
  readonly killed: number;
  /** The tick of a minute in which something was due. */
  readonly busy: readonly Timing[];
  /** The tick of a minute in which nothing was, with every clock open. */
  readonly idle: readonly Timing[];
}

const day = 24 * 60 * minute;
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

/** Of a hundred duties: done before their hour, done after it; what is left is never done. */
const inTime = 0.94;
const late = 0.04;
/** One matter in fifty is never released on. */
const forgottenEvery = 50;

/**
 * A year of clocks and matters, minute by minute where anything is due: most duties are done in time, some late, a few
 * never; the program is started anew all the time, and some ticks are killed before they commit.
 */
export class Year {
  readonly #random = sequence(20_260_101);
  private readonly from: Date;
  readonly #clocks: Started[] = [];
  readonly #forgotten: Date[] = [];
  #restarts = 0;
  #killed = 0;

  private constructor(
    private readonly database: Database,
    private city: City,
    private readonly plan: YearPlan,
    private ticking: Ticking,
  ) {
    this.from = city.clock.now();
  }

  static async begin(database: Database, plan: YearPlan): Promise<Year> {
    const city = await aCity(database);
    const began = new Year(database, city, plan, await Ticking.start(city.cases));
    await began.#settle();
    await began.#startClocks();
    await began.#openMatters();
    await began.#letOut();
    return began;
  }

  get #span(): number {
    return this.plan.days * day;
  }

  get #clock(): TravellingClock {
    return this.city.clock;
  }

  async run(): Promise<YearResult> {
    const idle = await this.#idleTicks();
    const busy: Timing[] = [];
    const until = this.from.getTime() + this.#span;
    const { ticks = Infinity } = this.plan;
    const ends = this.#clocks
      .filter(({ metAt }) => metAt !== null)
      .sort((a, b) => Number(a.metAt) - Number(b.metAt));
    let ended = 0;
    for (
      let at = await this.#nextMinute();
      at !== null && at <= until && busy.length < ticks;
      at = await this.#nextMinute()
    ) {
      for (; ended < ends.length && Number(ends[ended]?.metAt) <= at; ended += 1)
        await this.#end(ends[ended]);
      this.#travelTo(at);
      busy.push(await this.#tick(busy.length));
    }
    const [clocks, forgotten] = [this.#clocks, this.#forgotten];
    return {
      ...(await verdictOn(this.database, { clocks, forgotten, until: this.#clock.now() })),
      ticks: busy.length,
      busy,
      idle,
      restarts: this.#restarts,
      killed: this.#killed,
    };
  }

  /** Idle minutes with so many gaps of matters and of duties on the board that nobody has closed: what stands must cost little. */
  async standing(gaps: number): Promise<readonly Timing[]> {
    if (gaps === 0) return [];
    const [store, { queries }] = [new MatterStore(), this.database];
    const dueAt = new Date(this.#clock.now().getTime() - 60 * day);
    for (let index = 0; index < gaps; index += 1) {
      const organId = `organ-${index % this.plan.organs}`;
      const title = `第${index}件积压事项`;
      await store.insert(queries, {
        ...{ id: newId(), title, kind: 'routine', trigger: 'publicAttention', ownerOrganId: organId },
        ...{ leadOrganId: null, concernedOrganIds: [], state: 'open', openedAt: dueAt, dueAt },
        ...{
          closedAt: null,
          closedReason: null,
          openedBy: 'office-coordinator',
          revision: 1,
          updatedAt: dueAt,
        },
      });
      await this.city.cases.clocks.start.perform(queries, {
        ...{ rule: 'routineRelease', subject: { kind: 'release', id: `old-${index}` }, organId, title },
        ...{ link: `/releases/old-${index}`, eventAt: dueAt, actor: 'system:bench' },
      });
    }
    await this.ticking.tick();
    while ((await this.city.cases.dutyGaps.tick()) > 0) await this.ticking.tick();
    return this.#idleTicks();
  }

  /** Now and then one that dies before its commit, and by a program that was started anew a moment ago (rarer later: a start reads every clock). */
  async #tick(turn: number): Promise<Timing> {
    if (turn % 50 === 7 && (await this.ticking.dies())) this.#killed += 1;
    if (turn % (turn < 500 ? 25 : 1000) === 24) await this.#restart();
    const two = turn % 10 === 3;
    return timed(() => Promise.all([this.ticking.tick(), ...(two ? [this.ticking.remind()] : [])]));
  }

  async #restart(): Promise<void> {
    const now = this.#clock.now();
    this.city = await aCity(this.database);
    this.#travelTo(now.getTime());
    this.ticking = await Ticking.start(this.city.cases);
    this.#restarts += 1;
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
    const rule = rules[index % rules.length] ?? 'routineRelease';
    // A conference is applied for before its day: it must lie far enough ahead not to be late from the first minute.
    const ahead = rule === 'conferenceApplication' ? 30 * day : 0;
    const at = Math.floor(this.#random() * (this.#span / minute)) * minute;
    const eventAt = new Date(this.from.getTime() + ahead + at);
    const deadline = await this.city.cases.clocks.start.perform(queries, {
      rule,
      subject: { kind: 'release', id: `r${index}` },
      organId: `organ-${index % this.plan.organs}`,
      title: `第${index}号通告`,
      link: `/releases/r${index}`,
      eventAt,
      actor: 'system:bench',
    });
    if (deadline === null) throw new Error('a clock did not start');
    const span = deadline.dueAt.getTime() - deadline.startedAt.getTime();
    this.#clocks.push({ deadline, metAt: this.#doneAt(deadline.startedAt, span) });
  }

  #doneAt(startedAt: Date, span: number): Date | null {
    const done = this.#random();
    if (done >= inTime + late) return null;
    const share = done < inTime ? done / inTime : 1 + (done - inTime) / late;
    return new Date(startedAt.getTime() + Math.max(minute, span * share));
  }

  /** What is not forgotten is closed in time. */
  async #openMatters(): Promise<void> {
    const store = new MatterStore();
    for (let first = 0; first < this.plan.matters; first += 500)
      await this.database.transaction(async (queries) => {
        for (let index = first; index < Math.min(first + 500, this.plan.matters); index += 1) {
          const dueAt = new Date(this.from.getTime() + Math.floor(this.#random() * this.#span));
          const forgotten = index % forgottenEvery === 0;
          if (forgotten) this.#forgotten.push(dueAt);
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

  /** A release that is out and was examined for each clock: what is done must cost the tick nothing. */
  async #letOut(): Promise<void> {
    await sql`insert into release (id, number, organ_id, kind, state, version, title, joint_organ_ids, released_version,
        released_at, drafted_by, revision, created_at, updated_at, examined_version)
      select 'out-' || n, 'out-' || n, 'organ-' || (n % ${this.plan.organs}::integer), 'routine', 'released', 1, '通告', '[]', 1,
        ${this.from}, 'office-drafter', 1, ${this.from}, ${this.from}, 1
      from generate_series(1, ${this.plan.clocks}::integer) n`.execute(this.database.queries);
  }

  async #idleTicks(): Promise<readonly Timing[]> {
    const timings: Timing[] = [];
    for (let turn = 0; turn < 200; turn += 1) timings.push(await timed(() => this.ticking.tick()));
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

  /** Done at its own minute, not at that of the next tick: it must not be late by that. */
  async #end(started: Started | undefined): Promise<void> {
    if (started === undefined) return;
    this.#travelTo(Number(started.metAt));
    const { rule, subject } = started.deadline;
    await this.database.transaction((queries) =>
      this.city.cases.clocks.end.perform(queries, { rule, subject, as: 'met', actor: 'system:bench' }),
    );
  }

  #travelTo(at: number): void {
    this.#clock.travel(at - this.#clock.now().getTime());
  }
}
