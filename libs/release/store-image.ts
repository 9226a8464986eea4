import { visibilityOf, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { pictureTraces } from './picture-traces.js';
import { readPicture } from './picture.js';
import { releaseRefusal } from './refusal.js';
import type { ImageView } from './upload.api.js';
import type { ReleaseParts } from './release-parts.js';
import type { Attachment } from './attachment-store.sql.js';

/** Takes a picture in, by its bytes and not by its name, and gives back the digest that releases refer to. */
export class StoreImage {
  constructor(private readonly parts: Pick<ReleaseParts, 'database' | 'attachments' | 'drawn' | 'clock'>) {}

  async perform(file: Uint8Array, { personId }: Pick<Actor, 'personId'>): Promise<ImageView> {
    const { database, attachments, drawn, clock } = this.parts;
    const { sha256, mimeType, bytes } = await readPicture(this.parts, file);
    const traces = pictureTraces(file);
    await database.transaction(async (queries) => {
      await attachments.save(queries, { sha256, mimeType, bytes, traces, createdAt: clock.now() });
      await attachments.broughtBy(queries, sha256, personId);
      await drawn.save(queries, [sha256]);
    });
    return { sha256, mimeType, bytes: bytes.length };
  }

  async show(sha256: string, actor: Actor): Promise<Attachment> {
    const { database, attachments } = this.parts;
    const reach = { personId: actor.personId, visibility: visibilityOf(actor) };
    const isSeen = (await attachments.within(database.queries, [sha256], reach)).has(sha256);
    const found = isSeen ? await attachments.find(database.queries, sha256) : null;
    if (found === null) throw new Problem('notFound', [releaseRefusal.imageNotFound]);
    return found;
  }
}
