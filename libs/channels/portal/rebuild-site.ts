import type { FilePort } from '@koujing/channel';
import { documentsOnPage, filledPage, pagePath, picturePath, tombstonePath } from './portal-page.js';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import type { PublishedPage } from './published-entry.js';
import { renderPart } from './render-part.js';
import { everyPart } from './site-part.js';
import type { Part } from './part.js';
import { tombstoneOf } from './tombstone.js';
import { inLanes, writeChanged } from './write-site.js';

export interface Asset {
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Rebuilding {
  readonly settings: PortalSettings;
  readonly files: FilePort;
  readonly index: PublishedIndex;
  /** Pictures and documents by their digests. */
  readonly assets: (digests: readonly string[]) => Promise<readonly Asset[]>;
}

export interface Rebuilt {
  readonly pages: number;
  readonly withdrawn: number;
  /** Files that were not as they should be. */
  readonly written: number;
}

/** Pages or parts of a lot. */
const lotSize = 200;
/** Rows read at a time, while those before them are written. */
const readAtOnce = 50;

/**
 * The whole site from the database: articles, notices, lists, feeds, each byte as it was when it was first written. What stands
 * already is left alone.
 */
export const rebuildSite = async (rebuilding: Rebuilding): Promise<Rebuilt> => {
  const { settings, index } = rebuilding;
  await index.keepColumns(settings.columns.map(({ name }) => name));
  let [pages, written] = [0, 0];
  for (let after: string | null = ''; after !== null;) {
    const some = await rebuildBatch(rebuilding, after);
    pages += some.pages;
    written += some.written;
    after = some.last;
  }
  const gone = await rebuildNotices(rebuilding);
  for (const some of lotsOf(everyPart(settings, await index.lists())))
    written += await rebuildParts(rebuilding, some);
  return { pages, withdrawn: gone.withdrawn, written: written + gone.written };
};

/** Where nobody else writes; what it wrote lasts when it ends. */
const inOneLot = <T>(rebuilding: Rebuilding, work: (lot: Rebuilding) => Promise<T>): Promise<T> =>
  rebuilding.index.exclusively(() => rebuilding.files.together((files) => work({ ...rebuilding, files })));

/**
 * Rows are read where nobody else writes, and a lot at a time: what is published or withdrawn meanwhile waits for one lot, and is not
 * written over with what was read before it.
 */
const rebuildBatch = (all: Rebuilding, after: string) =>
  inOneLot(all, async (rebuilding) => {
    const { index } = rebuilding;
    let [pages, written, last] = [0, 0, null as string | null];
    let some = await index.pages(after, readAtOnce);
    while (some.length > 0) {
      pages += some.length;
      last = some.at(-1)?.entry.releaseId ?? null;
      const [count, next] = await Promise.all([
        inLanes(some, (page) => writeArticle(page, rebuilding)),
        last === null || pages >= lotSize ? [] : index.pages(last, readAtOnce),
      ]);
      written += count;
      some = next;
    }
    return { pages, written, last };
  });

const rebuildNotices = (all: Rebuilding) =>
  inOneLot(all, async ({ index, files, settings }) => {
    const withdrawn = await index.withdrawn();
    let written = 0;
    for (const withdrawal of withdrawn) {
      const notice = tombstoneOf(withdrawal, settings);
      const both = new Map(
        [tombstonePath(withdrawal.releaseId), pagePath(withdrawal.releaseId)].map((path) => [path, notice]),
      );
      written += await writeChanged(files, settings.root, both);
    }
    return { withdrawn: withdrawn.length, written };
  });

const rebuildParts = (all: Rebuilding, parts: readonly Part[]) =>
  inOneLot(all, ({ index, files, settings }) =>
    inLanes(parts, async (part) =>
      writeChanged(files, settings.root, await renderPart(part, settings, index)),
    ),
  );

const lotsOf = (parts: readonly Part[]): readonly (readonly Part[])[] =>
  Array.from({ length: Math.ceil(parts.length / lotSize) }, (_, lot) =>
    parts.slice(lot * lotSize, (lot + 1) * lotSize),
  );

/** Pictures and documents first: the page shows them. */
const writeArticle = async (
  { entry, rendition }: PublishedPage,
  { settings, files, assets }: Rebuilding,
): Promise<number> => {
  const html = filledPage(rendition, entry.version, entry, settings);
  const offered = documentsOnPage(html);
  let written = 0;
  for (const { sha256, mimeType, bytes } of rendition.assets.length === 0
    ? []
    : await assets(rendition.assets)) {
    const path = mimeType.startsWith('image/')
      ? picturePath(sha256, mimeType)
      : offered.find((each) => each.includes(sha256));
    if (path === undefined || (await files.read(settings.root, path)) !== null) continue;
    await files.write(settings.root, path, bytes);
    written += 1;
  }
  return written + (await writeChanged(files, settings.root, new Map([[entry.path, html]])));
};
