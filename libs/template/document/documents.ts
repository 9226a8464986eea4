import { createHash } from 'node:crypto';
import { digestOf } from '@koujing/kernel';
import type { ReleaseDocument } from './release-document.js';

export type DocumentKind = 'docx' | 'pdf';

/** A document made of a release; its digest stands in the mail, so that a newsroom can check what it holds. */
export interface MadeDocument {
  readonly kind: DocumentKind;
  /** As a Chinese reader sees it, and for programs that show only ASCII. */
  readonly name: string;
  readonly asciiName: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Loaded when first needed: the two libraries would add a second to every start. */
const makers = {
  docx: {
    make: async (release: ReleaseDocument) => (await import('./release-docx.js')).releaseDocx(release),
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: {
    make: async (release: ReleaseDocument) => (await import('./release-pdf.js')).releasePdf(release),
    mimeType: 'application/pdf',
  },
} as const;

/** A PDF takes some tenths of a second, and a release is rendered at every save and every look: the last few are kept. */
const kept = 64;

/** Makes the documents that go along with a mail. */
export class ReleaseDocuments {
  readonly #recent = new Map<string, Promise<MadeDocument>>();

  /** In the order asked. `reference` names the files in ASCII: the release's id and version. */
  make(
    release: ReleaseDocument,
    kinds: readonly DocumentKind[],
    reference: string,
  ): Promise<readonly MadeDocument[]> {
    return Promise.all(kinds.map((kind) => this.#one(release, kind, reference)));
  }

  #one(release: ReleaseDocument, kind: DocumentKind, reference: string): Promise<MadeDocument> {
    const key = digestOf({ ...release, kind, reference });
    const known = this.#recent.get(key);
    if (known !== undefined) return known;
    const made = makeOne(release, kind, reference);
    this.#recent.set(key, made);
    // A failure is told to who asked, and is not kept for who asks next.
    made.catch(() => this.#recent.delete(key));
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > kept && oldest !== undefined) this.#recent.delete(oldest);
    return made;
  }
}

const makeOne = async (
  release: ReleaseDocument,
  kind: DocumentKind,
  reference: string,
): Promise<MadeDocument> => {
  const { make, mimeType } = makers[kind];
  const bytes = await make(release);
  return {
    ...{ kind, mimeType, bytes },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: `${fileName(release.title)}.${kind}`,
    asciiName: `${reference}.${kind}`,
  };
};

/** No separator, control character or sign that a file system gives a meaning to. */
const fileName = (title: string): string =>
  title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 60) || '发布稿';
