import type { Rendition } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { digestOf } from '@koujing/kernel';

/** What is sent, frozen at planning and stored once per text. */
export class RenditionStore {
  readonly #recent = new Map<string, Rendition>();

  async save(queries: Queries, renditions: readonly Rendition[]): Promise<void> {
    if (renditions.length === 0) return;
    await queries
      .insertInto('rendition')
      .values(
        renditions.map((rendition) => ({ digest: digestOf(rendition), body: json<unknown>(rendition) })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Content never changes under its digest, so the last few are kept at hand. */
  async find(queries: Queries, digest: string): Promise<Rendition> {
    const known = this.#recent.get(digest);
    if (known !== undefined) return known;
    const row = await queries
      .selectFrom('rendition')
      .select('body')
      .where('digest', '=', digest)
      .executeTakeFirstOrThrow();
    const rendition = row.body as Rendition;
    this.#recent.set(digest, rendition);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > keptAtHand && oldest !== undefined) this.#recent.delete(oldest);
    return rendition;
  }
}

/** A mail run reads one; some dozens cover releases that go out together. */
const keptAtHand = 100;
