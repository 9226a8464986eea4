import {
  blocksFromDocx,
  blocksFromHtml,
  blocksFromText,
  type Dropped,
  type Reading,
  type TakePicture,
} from '@koujing/block';
import type { Actor } from '@koujing/access';
import { createHash } from 'node:crypto';
import { fail, keptName, ok, Problem, type PersonId, type Reason, type Result } from '@koujing/kernel';
import { DocumentPictures } from './document-pictures.js';
import { readPicture } from './picture.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseParts } from './release-parts.js';
import type { ImportedDocument } from './upload.api.js';
import type { SourceDocument } from './source-store.sql.js';
import type { UploadedFile } from './upload.js';

/** Reads an office document by its ending: .docx, .html, .txt. Without `take`, pictures are left out and listed. */
export const readDocument = async (
  file: UploadedFile,
  take?: TakePicture,
): Promise<Result<Reading, readonly Reason[]>> => {
  const ending = /\.([a-z]+)$/iu.exec(file.name)?.[1]?.toLowerCase();
  if (ending === 'docx') return blocksFromDocx(file.bytes, 'file', take);
  const text = decoded(file.bytes);
  if (ending === 'html' || ending === 'htm') return blocksFromHtml(text, 'file', take);
  if (ending !== 'txt') return fail([releaseRefusal.document.unsupported(file.name)]);
  const [title = '', ...body] = text.trim().split(/\r?\n/u);
  return ok({ title: title.trim(), blocks: blocksFromText(body.join('\n')), dropped: [] });
};

/** UTF-8, or what older office programs here write. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** Turns an uploaded document into content for a draft; only its pictures and what it says beside its text are stored, and only if all of it can be taken. */
export class ReadDocument {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database' | 'attachments' | 'drawn' | 'sources' | 'clock'>,
  ) {}

  /** @throws Problem `unsupported` or `refused` with what is wrong: tracked changes, scripts, limits of text and pictures. */
  async perform(file: UploadedFile, { personId }: Pick<Actor, 'personId'>): Promise<ImportedDocument> {
    const pictures = new DocumentPictures();
    const read = await readDocument(file, pictures.take);
    if (!read.ok) throw refusal(file, read.error);
    await pictures.draw((bytes) => readPicture(this.parts, bytes));
    if (pictures.reasons.length > 0) throw refusal(file, pictures.reasons);
    const { title, blocks, dropped, traces = [] } = read.value;
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const name = keptName(file.name);
    await this.store(pictures, { sha256, name, traces }, personId);
    return {
      title: title ?? '',
      blocks: pictures.named(blocks),
      images: pictures.images,
      warnings: dropped.map(warning),
      document: { sha256, name, traces: [...traces] },
    };
  }

  private async store(
    { kept }: DocumentPictures,
    document: Omit<SourceDocument, 'readAt'>,
    personId: PersonId,
  ): Promise<void> {
    const { database, attachments, drawn, sources, clock } = this.parts;
    await database.transaction(async (queries) => {
      await sources.save(queries, { ...document, readAt: clock.now() });
      for (const picture of kept) {
        await attachments.save(queries, { ...picture, createdAt: clock.now() });
        await attachments.broughtBy(queries, picture.sha256, personId);
      }
      await drawn.save(
        queries,
        kept.map(({ sha256 }) => sha256),
      );
    });
  }
}

const refusal = (file: UploadedFile, reasons: readonly Reason[]): Problem => {
  const [first = releaseRefusal.document.unsupported(file.name), ...rest] = reasons;
  return new Problem(first.code === 'unsupportedDocument' ? 'unsupported' : 'refused', [first, ...rest]);
};

const warning = ({ what, count }: Dropped): Reason => ({
  code: 'dropped',
  message: `文档中的“${what}”（${count} 处）没有导入，请核对。`,
  messageEn: `"${what}" (${count}) in the document was left out; please check.`,
  field: 'file',
});
