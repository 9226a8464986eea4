import { publicDocx, type CleanPicture, type PublicDocument } from '@koujing/block';
import { fail, fileNameFault, ok, Problem, type Reason, type Result } from '@koujing/kernel';
import { attachmentTypes } from './attachment.js';
import type { DrawPicture } from './picture.js';
import { releaseRefusal } from './refusal.js';
import { endingOf } from './release.api.js';
import type { UploadedFile } from './upload.js';

/** Of what goes out, below the limit of a request, so that the refusal can say why; larger ones are scans. */
const mostBytes = 8 * 1_048_576;
/** Of extracted text: an annex of a hundred pages. */
const mostText = 200_000;

export interface ReadAttachment extends PublicDocument {
  readonly mimeType: string;
  /** Digests of the pictures inside, as they were drawn anew. */
  readonly drawn: readonly string[];
}

/** A document for the public by what it holds, not by its name: .docx, or text of any encoding that offices here write. */
export const readAttachment = async (
  file: UploadedFile,
  drawPicture: DrawPicture,
): Promise<Result<ReadAttachment, readonly Reason[]>> => {
  const { attachment } = releaseRefusal;
  if (file.bytes.length === 0) return fail([attachment.empty]);
  const fault = fileNameFault(file.name);
  if (fault !== null) return fail([attachment.name(fault, 'file')]);
  const ending = endingOf(file.name);
  if (ending === null) return fail([attachment.unsupported(file.name)]);
  const drawn: string[] = [];
  const clean = cleanPicture(drawPicture, drawn);
  const read = ending === 'docx' ? await publicDocx(file.bytes, 'file', clean) : plainDocument(file.bytes);
  if (!read.ok) return read;
  const size = read.value.bytes.length;
  if (size > mostBytes) return fail([attachment.tooLarge(size, mostBytes)]);
  if (read.value.text.trim() === '') return fail([attachment.noText]);
  if (read.value.text.length > mostText)
    return fail([attachment.textTooLong(read.value.text.length, mostText)]);
  return ok({ ...read.value, mimeType: attachmentTypes[ending], drawn });
};

/** As every picture of the house; its digest is added to `drawn`. */
const cleanPicture =
  (drawPicture: DrawPicture, drawn: string[]): CleanPicture =>
  async (bytes) => {
    try {
      const picture = await drawPicture(bytes);
      drawn.push(picture.sha256);
      return ok(picture.bytes);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return fail(error.reasons);
    }
  };

/** What no text holds: the bytes of a program or a picture that was given another name. */
const binary = /(?![\t\n\v\f\r])[\p{Cc}\ufffd]/u;

/** Kept as UTF-8, which every browser shows. */
const plainDocument = (bytes: Uint8Array): Result<PublicDocument, readonly Reason[]> => {
  const text = decoded(bytes);
  if (text === null || binary.test(text)) return fail([releaseRefusal.attachment.notText]);
  return ok({ bytes: new TextEncoder().encode(text), text });
};

/** UTF-8, or what older office programs here write. */
const decoded = (bytes: Uint8Array): string | null => {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return null;
};
