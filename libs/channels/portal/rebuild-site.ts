import type { FilePort } from '@koujing/channel';
import { documentsOnPage, filledPage, pagePath, picturePath, tombstonePath } from './portal-page.js';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import type { PublishedPage } from './published-entry.js';
import { renderPart } from './render-part.js';
import { everyPart } from './site-part.js';
import type { Part } from './part.js';
import { tombstoneOf } from './tombstone.js';
import { chunksOf, writeChanged } from './write-site.js';

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

/** Rows read at a time. */
const batch = 200;

/**
 * The whole site from the database: articles, notices, lists, feeds, each byte as it was when it was first written. What stands
 * already is left alone.
 */
export const rebuildSite = async (rebuilding: Rebuilding): Promise<Rebuilt> => {
  const { settings, index } = rebuilding;
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

/**
 * Rows are read where nobody else writes, and a lot at a time: what is published or withdrawn meanwhile waits for one lot, and is not
 * written over with what was read before it.
 */
const rebuildBatch = (rebuilding: Rebuilding, after: string) =>
  rebuilding.index.exclusively(async () => {
    const some = await rebuilding.index.pages(after, batch);
    let written = 0;
    for (const each of chunksOf(some))
      for (const count of await Promise.all(each.map((page) => writeArticle(page, rebuilding))))
        written += count;
    return { pages: some.length, written, last: some.at(-1)?.entry.releaseId ?? null };
  });

const rebuildNotices = ({ index, files, settings }: Rebuilding) =>
  index.exclusively(async () => {
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

const rebuildParts = ({ index, files, settings }: Rebuilding, parts: readonly Part[]) =>
  index.exclusively(async () => {
    let written = 0;
    for (const some of chunksOf(parts)) {
      const counts = await Promise.all(
        some.map(async (part) => writeChanged(files, settings.root, await renderPart(part, settings, index))),
      );
      for (const count of counts) written += count;
    }
    return written;
  });

const lotsOf = (parts: readonly Part[]): readonly (readonly Part[])[] =>
  Array.from({ length: Math.ceil(parts.length / batch) }, (_, lot) =>
    parts.slice(lot * batch, (lot + 1) * batch),
  );

/** Pictures and documents first: the page shows them. */
const writeArticle = async (
  { entry, rendition }: PublishedPage,
  { settings, files, assets }: Rebuilding,
): Promise<number> => {
  const html = filledPage(rendition, entry.version, entry);
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
