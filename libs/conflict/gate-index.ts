import type { Queries } from '@koujing/database';
import { digestOf } from '@koujing/kernel';
import type { Organ, OrganStore } from '@koujing/organ';
import { Detector } from './detector.js';
import type { ReleaseTextStore, SequencedText } from './release-text-store.sql.js';
import type { OrganProfile, StatutoryIssuer } from './release-text.js';

/**
 * The detector of this process, kept level with what is released. `gate_seq` is given under the gate's lock and held
 * to the commit, so what a reader sees is always a prefix: catching up never misses one that commits later.
 * Between reading and adding there is no `await`, so two requests of this process cannot add one text twice.
 */
export class GateIndex {
  #detector: Detector | null = null;
  #registerDigest = '';
  #last = 0;

  constructor(
    private readonly texts: ReleaseTextStore,
    private readonly organs: OrganStore,
  ) {}

  /** The detector, level with everything that these queries can see as released. */
  async caughtUp(queries: Queries): Promise<Detector> {
    const register = await this.register(queries);
    const registerDigest = digestOf(register);
    if (this.#detector === null || registerDigest !== this.#registerDigest) {
      const all = await this.texts.releasedAfter(queries, 0);
      const detector = new Detector(register);
      this.#detector = detector;
      this.#registerDigest = registerDigest;
      this.#last = 0;
      this.add(detector, all);
      return detector;
    }
    const detector = this.#detector;
    const texts = await this.texts.releasedAfter(queries, this.#last);
    // Another request built a new one meanwhile: level that one instead.
    if (detector !== this.#detector) return this.caughtUp(queries);
    this.add(detector, texts);
    return detector;
  }

  /** Under the gate's lock, for a caller that stores many: adds its own text without reading it back. */
  append(detector: Detector, text: Pick<SequencedText, 'gateSeq' | 'text'>): void {
    this.add(detector, [{ ...text, withdrawn: false }]);
  }

  /** After a transaction that had added its own texts was rolled back: the next use reads everything anew. */
  forget(): void {
    this.#detector = null;
  }

  private add(detector: Detector, texts: readonly Omit<SequencedText, 'version'>[]): void {
    for (const { gateSeq, text, withdrawn } of texts) {
      if (gateSeq <= this.#last) continue;
      if (withdrawn) detector.remove(text.id);
      else detector.add(text);
      this.#last = gateSeq;
    }
  }

  private async register(queries: Queries) {
    const organs = await this.organs.all(queries);
    const names = new Map(organs.map((organ) => [organ.id, organ.name]));
    const statutoryIssuers: readonly StatutoryIssuer[] = (await this.organs.statutoryIssuers(queries)).map(
      ({ subject, organIds }) => ({ subject, organs: organIds.map((id) => names.get(id) ?? id) }),
    );
    return { organs: organs.map(profileOf), statutoryIssuers };
  }
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
