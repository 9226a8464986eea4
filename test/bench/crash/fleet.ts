import { start, type Started } from '../../support/started.js';
import type { Journal } from './journal.js';

export type Kind = 'web' | 'worker' | 'scheduler' | 'all';

interface Member {
  readonly name: string;
  readonly kind: Kind;
  process: Started | null;
  up: Promise<boolean>;
  isUp: boolean;
}

/** The house's processes, started again as soon as one is dead, as a supervisor would. */
export class Fleet {
  readonly #members: Member[];
  #closing = false;

  constructor(
    kinds: readonly Kind[],
    private readonly environment: Readonly<Record<string, string>>,
    private readonly folder: string,
    private readonly journal: Journal,
  ) {
    this.#members = kinds.map((kind, n) => ({
      name: `${kind}-${n}`,
      kind,
      process: null,
      up: Promise.resolve(false),
      isUp: false,
    }));
  }

  /** One after the other: the first one makes the schema. Also again, after they were closed. */
  async start(): Promise<void> {
    this.#closing = false;
    for (const member of this.#members) {
      this.#launch(member);
      if (!(await member.up)) throw new Error(`${member.name} did not start: ${member.process?.stderr()}`);
    }
  }

  /** Kills the member that `choice` in [0, 1) points at among those that are up; null if nobody of that kind is. */
  async kill(kinds: readonly Kind[], choice: number): Promise<string | null> {
    const alive = this.#members.filter(({ kind, isUp }) => isUp && kinds.includes(kind));
    const victim = alive[Math.floor(choice * alive.length)];
    if (victim?.process === undefined || victim.process === null) return null;
    victim.isUp = false;
    victim.process.kill('SIGKILL');
    await victim.process.ended;
    return victim.name;
  }

  async untilUp(kinds: readonly Kind[]): Promise<void> {
    while (!this.#members.some(({ kind, isUp }) => isUp && kinds.includes(kind)))
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Lines of the log of those that live, by the name of what they tell. */
  logged(event: string): readonly string[] {
    return this.#members.flatMap(({ process }) =>
      (process?.stderr() ?? '').split('\n').filter((line) => line.includes(event)),
    );
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const { process } of this.#members) process?.kill('SIGKILL');
    await Promise.all(this.#members.map(({ process }) => process?.ended));
  }

  #launch(member: Member): void {
    const roles = member.kind === 'all' ? 'web,worker,scheduler' : member.kind;
    const child = start({ ...this.environment, KOUJING_ROLES: roles }, this.folder);
    member.process = child;
    member.up = isUp(child);
    void member.up.then((up) => (member.isUp = up));
    void child.ended.then((how) => {
      member.isUp = false;
      if (this.#closing) return;
      if (how !== 'SIGKILL')
        this.journal.write('ended', { name: member.name, how, stderr: child.stderr().slice(-600) });
      setTimeout(() => {
        if (!this.#closing && member.process === child) this.#launch(member);
      }, restartAfterMs);
    });
  }
}

/** However long the machine takes for it; false once it has ended. */
const isUp = async (child: Started): Promise<boolean> => {
  let over = false;
  void child.ended.then(() => (over = true));
  while (!over) {
    if (child.stdout().includes('口径已启动')) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};

/** A process that cannot start because the database is away is not started in a spin. */
const restartAfterMs = 300;
