import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ImportedDocument } from './release.api.js';
import type { UploadedFile } from './upload.js';

/** Turns an office document into content for a draft. Nothing is stored but its pictures. */
export class ReadDocument {
  async perform(file: UploadedFile): Promise<ImportedDocument> {
    if (!/\.txt$/iu.test(file.name))
      throw new Problem('unsupported', [releaseRefusal.document.unsupported(file.name)]);
    const [title = '', ...body] = new TextDecoder()
      .decode(file.bytes)
      .replace(/^\uFEFF/u, '')
      .trim()
      .split(/\r?\n/u);
    return { title: title.trim(), blocks: blocksFromText(body.join('\n')), images: [], warnings: [] };
  }
}
