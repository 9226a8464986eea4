import type { LogPort } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { maxClockSkewMs, type NotifierPort } from '@koujing/dispatch';
import { civilTime, escaped, newId, Problem, type Clock, type Reason } from '@koujing/kernel';
import type { Release } from '@koujing/release';
import type { PersonsToTell } from './persons-to-tell.sql.js';
import { scheduleRefusal } from './refusal.js';
import type { ScheduleParts } from './schedule-release.js';
import type { TickLease } from './tick-lease.sql.js';

export interface DueParts extends ScheduleParts {
  /** The machine's own clock, never the travelling one. */
  readonly wall: Clock;
  readonly lease: TickLease;
  readonly persons: PersonsToTell;
  readonly notifier: NotifierPort;
  readonly log: LogPort;
}

interface Held {
  readonly release: Release;
  readonly reasons: readonly Reason[];
}

/** Releases whose hour has come, also those whose hour came while nothing ran. Each goes out once, whoever ticks. */
export class ReleaseDue {
  readonly #holder = newId();
  #toldOfSkew = false;

  constructor(private readonly parts: DueParts) {}

  /** One tick. Answers how many releases it dealt with. */
  async tick(): Promise<number> {
    const { database, lease, clock } = this.parts;
    if (await this.#isSkewed()) return 0;
    const mark = clock.now().toISOString();
    if (!(await lease.take(database.queries, this.#holder, mark))) return 0;
    try {
      return await this.#releaseDue();
    } finally {
      await lease.finish(database.queries, this.#holder);
    }
  }

  async #releaseDue(): Promise<number> {
    const { database, releases, clock, log } = this.parts;
    const due = await releases.due(database.queries, clock.now());
    for (const { id } of due) {
      try {
        await this.#releaseOne(id);
      } catch (error) {
        // One release that cannot be dealt with must not hold up the others; the next tick looks at it again.
        const reason = error instanceof Error ? error.message : String(error);
        log.warn('schedule.failed', { release: id, reason });
        await this.#tellStuck(id).catch((silent: unknown) => {
          log.warn('schedule.untold', { release: id, reason: String(silent) });
        });
      }
    }
    return due.length;
  }

  /** A clock that is an hour ahead would break an embargo, and nothing takes that back: this process leaves it to others. */
  async #isSkewed(): Promise<boolean> {
    const { database, wall, log } = this.parts;
    const before = wall.now().getTime();
    const there = await database.now();
    const skewMs = there.getTime() - (before + wall.now().getTime()) / 2;
    if (Math.abs(skewMs) <= maxClockSkewMs) {
      this.#toldOfSkew = false;
      return false;
    }
    if (!this.#toldOfSkew) log.warn('schedule.clockSkew', { skewMs });
    this.#toldOfSkew = true;
    return true;
  }

  /** The row's lock and its state make it happen once, even if two processes ever ticked together. */
  async #releaseOne(id: string): Promise<void> {
    const { database, publish } = this.parts;
    try {
      await database.transaction(async (queries) => {
        const release = await this.#stillDue(queries, id);
        if (release === null) return;
        const published = await publish.performDue(queries, release);
        // The gate tells the drafter of the conflict; that the hour passed without the release is told here, to all.
        if (published.kind === 'heldByGate')
          await this.#tell(queries, published, await this.parts.persons.of(queries, published.release));
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'refused') throw error;
      await this.#hold(id, error.reasons);
    }
  }

  /** Not ready any more at its hour: it stops and persons decide, instead of failing again every second. */
  #hold(id: string, reasons: readonly Reason[]): Promise<void> {
    const { database, releases, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const release = await this.#stillDue(queries, id);
      if (release === null) return;
      const holdReason = reasons.map(({ message }) => message).join('');
      const held = await releases.write(queries, id, { state: 'heldByGate', holdReason, at: clock.now() });
      await audit.record(queries, {
        actor: 'system:schedule',
        action: 'release.held',
        subjectKind: 'release',
        subjectId: id,
        detail: { reasons: reasons.map(({ code }) => code) },
      });
      const persons = await this.parts.persons.of(queries, held);
      await this.#tell(queries, { release: held, reasons }, persons);
    });
  }

  /** It is tried every second and never in silence: its persons hear of it, and the timeline has it, once an hour set. */
  #tellStuck(id: string): Promise<void> {
    const { database, audit } = this.parts;
    return database.transaction(async (queries) => {
      const release = await this.#stillDue(queries, id);
      if (release === null) return;
      const dueAt = civilTime(release.scheduledAt ?? release.updatedAt);
      const told = await audit.of(queries, 'release', id);
      if (told.some(({ action, detail }) => action === 'release.dueFailed' && detail?.['dueAt'] === dueAt))
        return;
      const entry = { actor: 'system:schedule', subjectKind: 'release', subjectId: id };
      await audit.record(queries, { ...entry, action: 'release.dueFailed', detail: { dueAt } });
      const persons = await this.parts.persons.of(queries, release);
      await this.#tell(queries, { release, reasons: [scheduleRefusal.failing] }, persons);
    });
  }

  async #stillDue(queries: Queries, id: string): Promise<Release | null> {
    const release = await this.parts.releases.lock(queries, id);
    const due = release?.scheduledAt ?? null;
    if (release?.state !== 'scheduled' || due === null) return null;
    return due.getTime() <= this.parts.clock.now().getTime() ? release : null;
  }

  async #tell(queries: Queries, { release, reasons }: Held, personIds: readonly string[]): Promise<void> {
    const zh = `《${release.title}》到了定时发布的时间，但未能发布：`;
    const en = `"${release.title}" was due but could not be released:`;
    const lines = [
      zh,
      ...reasons.map(({ message }) => message),
      en,
      ...reasons.map(({ messageEn }) => messageEn),
    ];
    await this.parts.notifier.notify(queries, {
      personIds,
      kind: 'scheduledReleaseHeld',
      subject: `【定时发布被拦下】${release.title}`,
      text: lines.join('\n'),
      html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      link: `/releases/${release.id}`,
    });
  }
}
