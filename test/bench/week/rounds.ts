import type { OwnPostgres } from '../../support/own-postgres.js';
import type { Fleet, Kind } from '../crash/fleet.js';
import { generator } from '../generated-releases.js';
import type { Acting } from './acting.js';
import type { KnownWork, Run } from './model.js';
import type { MovedTime } from './moved-time.js';
import type { Notes } from './notes.js';
import { asideOf } from './script.js';

interface Parts {
  readonly run: Run;
  readonly fleet: Fleet;
  readonly server: OwnPostgres | null;
  readonly acting: Acting;
  readonly notes: Notes;
  readonly time: MovedTime;
}

const weekMs = 7 * 86_400_000;
const hourMs = 3_600_000;
/** After the step at which somebody is killed: within it, or while what it released goes out. */
const longestPauseMs = 1_200;
/** A round begins one thing, which takes six or seven steps: what is begun is also finished. */
const stepsPerRound = 9;
/** Rounds of the end in which nobody is killed; a work takes a step in each, and some wait for their hour. */
const mostClosingRounds = 200;

/** Who dies, and how often: what sends dies most. */
const victims = ['worker', 'worker', 'worker', 'web', 'scheduler', 'database', 'database'] as const;

/** A round is some minutes of the week: its clock is moved, work goes on, and somebody is killed at a random moment of it. */
export class Rounds {
  #taken = 0;
  #onStep: (() => void) | null = null;

  constructor(private readonly parts: Parts) {}

  async play(round: number): Promise<void> {
    const { run, fleet, notes } = this.parts;
    // Of its own, so that a run that was cut off goes on with the same numbers.
    const random = generator(run.seed * 100_003 + round);
    const pauseMs = Math.round(random() * longestPauseMs);
    const [wanted, choice, jump] = [random(), random(), random()];
    const fatal = Math.floor(random() * stepsPerRound);
    notes.model.work(round - 1);
    const aside = asideOf(round);
    if (aside !== null) notes.model.work(aside);
    await fleet.untilUp(['web', 'all']);
    await this.#move(weekMs / run.rounds + jumpOf(jump));
    const work = this.#work(stepsPerRound);
    // Counted in steps, so that a slow machine gets as far as a fast one.
    await Promise.race([work, this.#reaches(fatal)]);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const name = await this.#strike(victims[Math.floor(wanted * victims.length)] ?? 'worker', choice);
    if (name === 'database') await this.parts.server?.start();
    await work;
    // An hour astray lasts a round.
    await this.#move(-jumpOf(jump));
    notes.note({ event: 'killed', round, name });
  }

  /** Everything that was begun is done to its end, and nobody dies any more. */
  async finish(): Promise<void> {
    const { notes, fleet } = this.parts;
    for (let turn = 0; turn < mostClosingRounds && this.#open().length > 0; turn += 1) {
      await fleet.untilUp(['web', 'all']);
      await this.#move(60_000);
      await this.#work(this.#open().length);
    }
    const open = this.#open();
    if (open.length > 0) notes.journal.write('unfinished', { works: open.map(({ n, done }) => [n, done]) });
  }

  /** Until so many steps of this round were begun. */
  #reaches(steps: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onStep = () => (this.#taken > steps ? resolve() : undefined);
      this.#onStep();
    });
  }

  /** Oldest first; ends early when nobody answers. */
  async #work(steps: number): Promise<void> {
    const { acting, notes } = this.parts;
    this.#taken = 0;
    let left = steps;
    while (left > 0) {
      const before = left;
      for (const work of this.#open().slice(0, left)) {
        this.#taken += 1;
        this.#onStep?.();
        const came = await acting.next(work);
        if (came === 'refused')
          throw new Error(
            `work ${work.n} (${work.kind}) is refused at step ${work.done}: ${notes.journal.path}`,
          );
        if (came === 'done') left -= 1;
      }
      if (left === before) return;
    }
  }

  #open(): readonly KnownWork[] {
    return [...this.parts.notes.model.works.values()].filter(({ steps, done }) => done < steps.length);
  }

  async #move(ms: number): Promise<void> {
    if (ms === 0) return;
    const { time, notes } = this.parts;
    const moved = time.moved + ms;
    notes.note({ event: 'moved', ms: moved });
    await time.moveTo(moved);
  }

  async #strike(wanted: (typeof victims)[number], choice: number): Promise<string> {
    const { fleet, server } = this.parts;
    if (wanted === 'database' && server !== null) {
      await server.kill();
      return 'database';
    }
    const kinds: readonly Kind[] = server === null ? ['all'] : [wanted === 'database' ? 'worker' : wanted];
    await fleet.untilUp(kinds);
    return (await fleet.kill(kinds, choice)) ?? this.#strike(wanted, choice);
  }
}

/** In one round of ten somebody sets the clock an hour wrong, either way. */
const jumpOf = (random: number): number => (random < 0.05 ? hourMs : random < 0.1 ? -hourMs : 0);
