import { blocksFromDocx, blocksFromHtml, blocksFromText, type Dropped, type Reading } from '@koujing/block';
import { fail, ok, Problem, type Reason, type Result } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ImportedDocument } from './release.api.js';
import type { UploadedFile } from './upload.js';

/** Reads an office document by its ending: .docx, .html, .txt. */
export const readDocument = async (file: UploadedFile): Promise<Result<Reading, readonly Reason[]>> => {
  const ending = /\.([a-z]+)$/iu.exec(file.name)?.[1]?.toLowerCase();
  if (ending === 'docx') return blocksFromDocx(file.bytes);
  const text = decoded(file.bytes);
  if (ending === 'html' || ending === 'htm') return blocksFromHtml(text, 'file');
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

/** Turns an uploaded document into content for a draft; nothing is stored. */
export class ReadDocument {
  /** @throws Problem `unsupported` or `refused` with what is wrong: tracked changes, scripts, limits. */
  async perform(file: UploadedFile): Promise<ImportedDocument> {
    const read = await readDocument(file);
    if (!read.ok) {
      const [first = releaseRefusal.document.unsupported(file.name), ...rest] = read.error;
      throw new Problem(first.code === 'unsupportedDocument' ? 'unsupported' : 'refused', [first, ...rest]);
    }
    const { title, blocks, dropped } = read.value;
    return { title: title ?? '', blocks: [...blocks], images: [], warnings: dropped.map(warning) };
  }
}

const warning = ({ what, count }: Dropped): Reason => ({
  code: 'dropped',
  message: `文档中的“${what}”（${count} 处）没有导入，请核对。`,
  messageEn: `"${what}" (${count}) in the document was left out; please check.`,
  field: 'file',
});
