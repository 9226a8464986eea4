import { createHash } from 'node:crypto';
import { visibilityOf, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import type { Attachment } from './attachment-store.sql.js';
import { readPicture } from './picture.js';
import { readAttachment } from './read-attachment.js';
import { releaseRefusal } from './refusal.js';
import type { AttachmentView } from './upload.api.js';
import type { ReleaseParts } from './release-parts.js';
import type { UploadedFile } from './upload.js';

/** Takes in a document that is to go out with a release, and keeps what it says beside it for the gate. */
export class StoreAttachment {
  constructor(private readonly parts: Pick<ReleaseParts, 'database' | 'attachments' | 'drawn' | 'clock'>) {}

  /** @throws Problem `refused` with what is wrong */
  async perform(file: UploadedFile, { personId }: Pick<Actor, 'personId'>): Promise<AttachmentView> {
    const { database, attachments, drawn, clock } = this.parts;
    const read = await readAttachment(file, (bytes) => readPicture(this.parts, bytes));
    if (!read.ok) {
      const [first = releaseRefusal.attachment.unsupported(file.name), ...rest] = read.error;
      throw new Problem('refused', [first, ...rest]);
    }
    const { bytes, text, mimeType, drawn: pictures } = read.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await database.transaction(async (queries) => {
      await attachments.save(queries, { sha256, mimeType, bytes, text, createdAt: clock.now() });
      await attachments.broughtBy(queries, sha256, personId);
      await drawn.save(queries, pictures);
    });
    return { sha256, name: file.name, mimeType, bytes: bytes.length };
  }

  /** Named as in the release that holds it; by its digest where it was only uploaded so far. */
  async show(sha256: string, actor: Actor): Promise<Attachment & { readonly name: string }> {
    const { database, attachments } = this.parts;
    const visibility = visibilityOf(actor);
    const reach = { personId: actor.personId, visibility };
    const isSeen = (await attachments.within(database.queries, [sha256], reach)).has(sha256);
    const document = (await attachments.documents(database.queries, [sha256])).get(sha256);
    // A file of a register has no text, and is not for everybody.
    const isReleases = isSeen && (document?.text ?? '') !== '';
    const found = !isReleases ? null : await attachments.find(database.queries, sha256);
    if (found === null) throw new Problem('notFound', [releaseRefusal.attachment.notFound]);
    const name = await attachments.nameOf(database.queries, sha256, visibility);
    return { ...found, name: name ?? `${sha256}${found.mimeType === 'text/plain' ? '.txt' : '.docx'}` };
  }
}
