import { Detector, type OrganRegister } from '../detector.js';
import type { Finding } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { againstTold } from './against-told.js';
import type { ToldText } from './told-text.js';

/** What the press was told, beside the releases: it is compared for its facts and never counted as a release. */
export class ToldTexts {
  readonly #detector: Detector;
  readonly #texts = new Map<string, ToldText>();

  constructor(register: OrganRegister) {
    this.#detector = new Detector(register);
  }

  get size(): number {
    return this.#detector.size;
  }

  add(text: ToldText): void {
    this.#texts.set(text.id, text);
    this.#detector.add(text);
  }

  reregister(register: OrganRegister): void {
    this.#detector.reregister(register);
  }

  /** Nothing told before `time` (milliseconds) is compared with any more. */
  removeBefore(time: number): void {
    this.#detector.removeBefore(time);
    for (const [id, { publishedAt }] of this.#texts)
      if (Date.parse(publishedAt ?? '') < time) this.#texts.delete(id);
  }

  /** Where a text says something else than what was told. */
  check(release: ReleaseText): readonly Finding[] {
    const { directory } = this.#detector;
    return this.#detector
      .judge(release)
      .flatMap((judgement) => againstTold(judgement, this.#texts.get(judgement.a.id), directory) ?? []);
  }
}
