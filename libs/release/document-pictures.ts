import { createHash } from 'node:crypto';
import type { TakePicture } from '@koujing/block';
import { Problem, type Reason } from '@koujing/kernel';
import type { Attachment } from './attachment-store.sql.js';
import { pictureTraces } from './picture-traces.js';
import { readPicture, sniffPicture } from './picture.js';
import { releaseRefusal } from './refusal.js';

/** WeChat and a telephone's reader both give up before; a document with more is an album. */
export const PICTURES_LIMIT = 30;

/** Kinds that office programs embed and no channel takes. */
const otherKinds: readonly (readonly [string, readonly number[]])[] = [
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['BMP', [0x42, 0x4d]],
  ['WebP', [0x52, 0x49, 0x46, 0x46]],
  ['TIFF', [0x49, 0x49, 0x2a, 0]],
  ['TIFF', [0x4d, 0x4d, 0, 0x2a]],
  ['EMF', [1, 0, 0, 0]],
  ['WMF', [0xd7, 0xcd, 0xc6, 0x9a]],
];

type Kept = Pick<Attachment, 'sha256' | 'mimeType' | 'bytes' | 'traces'>;

/** The pictures of one document: stripped and named by digest, or refused by their place in the text. Nothing is stored here. */
export class DocumentPictures {
  readonly reasons: Reason[] = [];
  readonly #kept = new Map<string, Kept>();
  readonly #alts = new Map<string, string>();
  #place = 0;

  readonly take: TakePicture = (bytes, alt) => {
    this.#place += 1;
    if (this.#place > PICTURES_LIMIT) return this.#refuse([releaseRefusal.picture.tooMany(PICTURES_LIMIT)]);
    if (sniffPicture(bytes) === null) return { kind: 'leftOut', what: kindOf(bytes) };
    try {
      const picture = readPicture(bytes);
      const sha256 = createHash('sha256').update(picture.bytes).digest('hex');
      this.#kept.set(sha256, { sha256, ...picture, traces: pictureTraces(bytes) });
      if (!this.#alts.has(sha256)) this.#alts.set(sha256, alt);
      return { kind: 'taken', sha256 };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.#refuse(
        error.reasons.map((reason) => releaseRefusal.picture.inDocument(this.#place, reason)),
      );
    }
  };

  get kept(): readonly Kept[] {
    return [...this.#kept.values()];
  }

  get images(): { sha256: string; alt: string }[] {
    return [...this.#alts].map(([sha256, alt]) => ({ sha256, alt }));
  }

  /** One sentence for too many, whatever their number. */
  #refuse(reasons: readonly Reason[]): { readonly kind: 'leftOut'; readonly what: string } {
    const told = new Set(this.reasons.map(({ message }) => message));
    this.reasons.push(...reasons.filter(({ message }) => !told.has(message)));
    return { kind: 'leftOut', what: 'img' };
  }
}

const kindOf = (bytes: Uint8Array): string => {
  const kind = otherKinds.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0];
  return kind === undefined ? '图片 (picture, neither JPG nor PNG)' : `${kind} 图片 (${kind} picture)`;
};
