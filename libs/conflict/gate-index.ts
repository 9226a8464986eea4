import { onRollback, type Queries } from '@koujing/database';
import { digestOf, type Clock } from '@koujing/kernel';
import type { Organ, OrganStore } from '@koujing/organ';
import { DEFAULT_WINDOW_DAYS, type Detector } from './detector.js';
import type { FactStore } from './fact-store.sql.js';
import { OrganDirectory } from './organ-directory.js';
import type { ReleaseTextStore, SequencedText } from './release-text-store.sql.js';
import type { OrganProfile, StatutoryIssuer } from './release-text.js';
import { ReleaseWindow, type Span } from './release-window.js';
import type { HeardTextStore } from './heard/heard-text-store.sql.js';
import type { ToldTextStore } from './told/told-text-store.sql.js';

const DAY = 86_400_000;
/** Texts further apart than this are never compared. */
const REACH = DEFAULT_WINDOW_DAYS * DAY;
/**
 * Beside the window of a text that goes out now, that of one that went out this long ago: most corrections come within days.
 * The worse mistake is a smaller one, which reads a window of its own for every late correction.
 */
const MARGIN = 7 * DAY;
/** How far an old window reaches on, so that an import in order of time reads each month once or twice and not each day. */
const AHEAD = 90 * DAY;
/** An old window that nobody asked for this long is let go. */
const IDLE = 10 * 60_000;
/** Releases whose facts are read at one look: some ten milliseconds, in which nothing else runs. */
const READ_AT_ONCE = 20;

export interface GateIndexStores {
  readonly texts: ReleaseTextStore;
  readonly facts: FactStore;
  readonly told: ToldTextStore;
  readonly heardTexts: HeardTextStore;
  readonly organs: OrganStore;
}

/**
 * The detectors of this process, kept level with what is released: one for the window around now, loaded at the start, from
 * which falls out what grows old; and for a while one around an older time, where a late correction or an import asked for it.
 * No rule looks further back: agreed lines and gaps are read from the database, and a finding that is looked at again is
 * looked at around its own text. `gate_seq` is given under the gate's lock and held to the commit, so what a reader sees is
 * always a prefix: catching up never misses one that commits later. Between reading and adding there is no `await`, so two
 * requests of this process cannot add one text twice.
 */
export class GateIndex {
  #now: ReleaseWindow | null = null;
  #old: ReleaseWindow | null = null;
  #oldUsed = 0;
  #registerDigest = '';

  constructor(
    private readonly stores: GateIndexStores,
    private readonly clock: Clock,
  ) {}

  /**
   * A detector level with everything that these queries can see as released, fit to be asked about texts published at
   * `times`; now where none are given.
   */
  async caughtUp(queries: Queries, ...times: readonly number[]): Promise<Detector> {
    return (await this.heldAgainst(queries, ...times)).detector;
  }

  /** The same with what the press was told, for who holds one text against everything that was said. */
  async heldAgainst(queries: Queries, ...times: readonly number[]): Promise<ReleaseWindow> {
    const register = await this.register(queries);
    const now = this.clock.now().getTime();
    const asked = times.length === 0 ? [now] : times;
    const span = { from: Math.min(...asked) - REACH, to: Math.max(...asked) + REACH };
    const window = await this.window(queries, register, span);
    await this.level(queries, window);
    this.keepRegister(register);
    return window;
  }

  /** The register alone, for who compares no texts. */
  async directory(queries: Queries): Promise<OrganDirectory> {
    return new OrganDirectory((await this.register(queries)).organs);
  }

  /**
   * Once at the start and then again and again: reads what other processes released meanwhile, so that the gate has little
   * left to catch up with, lets go of what fell out of the window, and reads the facts of releases that came without.
   */
  async keepLevel(queries: Queries): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.#old !== null && Math.abs(now - this.#oldUsed) > IDLE) this.#old = null;
    const window = this.#now;
    if (window === null) await this.caughtUp(queries);
    else {
      await this.level(queries, window);
      // A day at a time, which is less than what a check in flight was given beyond its reach.
      if (window.span.from < now - REACH - MARGIN - 2 * DAY) window.trim(window.span.from + DAY);
    }
    const read = this.#now?.readNext(READ_AT_ONCE) ?? [];
    await this.stores.facts.save(queries, read);
    this.#now?.stored(read);
  }

  /** What the window around now holds; null before the first use. */
  get held(): {
    readonly from: Date;
    readonly releases: number;
    readonly lastGateSeq: number;
    readonly factBytes: Detector['factBytes'];
  } | null {
    return this.#now === null
      ? null
      : {
          from: new Date(this.#now.span.from),
          releases: this.#now.detector.size,
          lastGateSeq: this.#now.last,
          factBytes: this.#now.detector.factBytes,
        };
  }

  /** Under the gate's lock, for a caller that stores many: adds its own text without reading it back. */
  append(detector: Detector, text: Omit<SequencedText, 'withdrawn' | 'uncommitted'>): void {
    for (const window of [this.#now, this.#old])
      if (window?.detector === detector) window.add([{ ...text, withdrawn: false }]);
  }

  /** After a transaction that had added its own texts was rolled back: the next use reads everything anew. */
  forget(): void {
    this.#now = null;
    this.#old = null;
  }

  /** A transaction that reads what it released or withdrew itself: if it ends in nothing, so must what was read. */
  private forgetOnRollback(queries: Queries): void {
    onRollback(queries, () => this.forget());
  }

  private async window(queries: Queries, register: Register, span: Span): Promise<ReleaseWindow> {
    const now = this.clock.now().getTime();
    const ample = { ...span, from: span.from - DAY };
    if (this.#now?.covers(ample) === true) return this.#now;
    this.#oldUsed = now;
    if (this.#old?.covers(span) === true) return this.#old;
    const usual = { from: now - REACH - MARGIN - DAY, to: Infinity };
    if (ample.from >= usual.from) return (this.#now = await this.read(queries, register, usual));
    const to = span.to + AHEAD;
    return (this.#old = await this.read(queries, register, {
      from: ample.from,
      to: to > now ? Infinity : to,
    }));
  }

  private async read(queries: Queries, register: Register, span: Span): Promise<ReleaseWindow> {
    // The place first: what is released between the two reads is then read once more.
    const { gateSeq: last, uncommitted } = await this.stores.texts.lastPlace(queries);
    if (uncommitted) this.forgetOnRollback(queries);
    const to = span.to === Infinity ? null : new Date(span.to);
    const time = { from: new Date(span.from), to };
    const lastTold = await this.stores.told.lastPlace(queries);
    const told = await this.stores.told.within(queries, time);
    const lastHeard = await this.stores.heardTexts.lastPlace(queries);
    const heard = await this.stores.heardTexts.within(queries, time);
    const window = new ReleaseWindow(register, span, { last, told, lastTold, heard, lastHeard });
    for await (const texts of this.stores.texts.releasedWithin(queries, time)) window.fill(texts);
    return window;
  }

  private async level(queries: Queries, window: ReleaseWindow): Promise<void> {
    const texts = await this.stores.texts.releasedAfter(queries, window.last);
    if (texts.some(({ uncommitted }) => uncommitted)) this.forgetOnRollback(queries);
    window.add(texts);
    window.hear(await this.stores.told.after(queries, window.lastTold));
    window.hearOutside(await this.stores.heardTexts.after(queries, window.lastHeard));
  }

  private keepRegister(register: Register): void {
    const digest = digestOf(register);
    if (digest === this.#registerDigest) return;
    this.#registerDigest = digest;
    for (const window of [this.#now, this.#old]) window?.reregister(register);
  }

  private async register(queries: Queries): Promise<Register> {
    const organs = await this.stores.organs.all(queries);
    const names = new Map(organs.map((organ) => [organ.id, organ.name]));
    const statutoryIssuers: readonly StatutoryIssuer[] = (
      await this.stores.organs.statutoryIssuers(queries)
    ).map(({ subject, organIds }) => ({ subject, organs: organIds.map((id) => names.get(id) ?? id) }));
    return { organs: organs.map(profileOf), statutoryIssuers };
  }
}

interface Register {
  readonly organs: readonly OrganProfile[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
}

/** `imported` organs came without a remit; an empty list says "unknown", not "nothing". */
const profileOf = (organ: Organ): OrganProfile => ({
  name: organ.name,
  aliases: [organ.shortName, ...organ.aliases].filter((alias) => alias !== organ.name && alias !== ''),
  level: organ.level,
  kind: organ.kind,
  ...(organ.area === '' ? {} : { area: organ.area }),
  ...(organ.remit.length === 0 ? {} : { remit: organ.remit }),
});
