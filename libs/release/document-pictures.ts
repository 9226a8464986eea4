import { createHash } from 'node:crypto';
import type { Block, TakePicture } from '@koujing/block';
import { Problem, type Reason } from '@koujing/kernel';
import type { Attachment } from './attachment-store.sql.js';
import { pictureTraces } from './picture-traces.js';
import { sniffPicture, type DrawPicture, type Picture } from './picture.js';
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

type Kept = Picture & Pick<Attachment, 'traces'>;

interface Met {
  /** In the text, from 1. */
  readonly place: number;
  readonly bytes: Uint8Array;
  readonly alt: string;
}

/**
 * The pictures of one document: met while its text is read, where they go by the digest of what came in, then drawn anew
 * and named by the digest of that, or refused by their place in the text. Nothing is stored here.
 */
export class DocumentPictures {
  readonly reasons: Reason[] = [];
  readonly #met = new Map<string, Met>();
  readonly #names = new Map<string, string>();
  readonly #kept = new Map<string, Kept>();
  readonly #alts = new Map<string, string>();
  #place = 0;

  readonly take: TakePicture = (bytes, alt) => {
    this.#place += 1;
    if (this.#place > PICTURES_LIMIT) return this.#refuse([releaseRefusal.picture.tooMany(PICTURES_LIMIT)]);
    if (sniffPicture(bytes) === null) return { kind: 'leftOut', what: kindOf(bytes) };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#met.has(sha256)) this.#met.set(sha256, { place: this.#place, bytes, alt });
    return { kind: 'taken', sha256 };
  };

  /** Once the text is read. */
  async draw(drawPicture: DrawPicture): Promise<void> {
    for (const [cameAs, { place, bytes, alt }] of this.#met)
      try {
        const picture = await drawPicture(bytes);
        this.#names.set(cameAs, picture.sha256);
        this.#kept.set(picture.sha256, { ...picture, traces: pictureTraces(bytes) });
        if (!this.#alts.has(picture.sha256)) this.#alts.set(picture.sha256, alt);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.#refuse(error.reasons.map((reason) => releaseRefusal.picture.inDocument(place, reason)));
      }
  }

  /** The text with its pictures by the names under which they are kept. */
  named(blocks: readonly Block[]): Block[] {
    return blocks.map((block) =>
      block.type === 'image'
        ? { ...block, assetSha256: this.#names.get(block.assetSha256) ?? block.assetSha256 }
        : block,
    );
  }

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
