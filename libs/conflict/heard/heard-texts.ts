import { Detector, type OrganRegister } from '../detector.js';
import type { Finding } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { againstHeard } from './against-heard.js';
import { betweenHeard } from './between-heard.js';
import type { HeardText, SequencedHeard } from './heard-text.js';

/** What organs say on sites of their own, beside the releases: compared with them and never counted as one. */
export class HeardTexts {
  readonly #detector: Detector;
  readonly #texts = new Map<string, HeardText>();

  constructor(register: OrganRegister) {
    this.#detector = new Detector(register);
  }

  get size(): number {
    return this.#detector.size;
  }

  /** Another wording of one address takes the place of the one before. */
  hear({ text, withdrawn }: Pick<SequencedHeard, 'text' | 'withdrawn'>): void {
    if (withdrawn) {
      this.#texts.delete(text.id);
      this.#detector.remove(text.id);
      return;
    }
    this.#texts.set(text.id, text);
    this.#detector.add(text);
  }

  reregister(register: OrganRegister): void {
    this.#detector.reregister(register);
  }

  /** Nothing said before `time` (milliseconds) is compared with any more. */
  removeBefore(time: number): void {
    this.#detector.removeBefore(time);
    for (const [id, { publishedAt }] of this.#texts)
      if (Date.parse(publishedAt) < time) this.#texts.delete(id);
  }

  /** Where what is said on one site is told again, by several, or otherwise on another. */
  among(text: HeardText): readonly Finding[] {
    const { directory } = this.#detector;
    return this.#detector
      .judge(text)
      .flatMap(
        (judgement) => betweenHeard(judgement, [this.#texts.get(judgement.a.id), text], directory) ?? [],
      );
  }

  /** Where a text is told again, by several, or otherwise outside. */
  check(release: ReleaseText): readonly Finding[] {
    const { directory } = this.#detector;
    return this.#detector
      .judge(release)
      .flatMap((judgement) => againstHeard(judgement, this.#texts.get(judgement.a.id), directory) ?? []);
  }
}
