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

/** Parts of a lot. */
const lotSize = 200;
/** How long one lot goes on reading pages, on a fast disk or a slow one: a publication waits as long for its turn. */
const lotMs = 500;
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
    const lot = { pages: 0, last: null as string | null };
    const written = await inLanes(readAhead(rebuilding.index, after), async (page) => {
      lot.pages += 1;
      lot.last = page.entry.releaseId;
      return writeArticle(page, rebuilding);
    });
    return { ...lot, written };
  });

/** The pages of one lot; the next rows are on their way while those before them are written. */
async function* readAhead(index: PublishedIndex, after: string): AsyncGenerator<PublishedPage> {
  const until = performance.now() + lotMs;
  for (let next: Promise<readonly PublishedPage[]> | null = index.pages(after, readAtOnce); next !== null;) {
    const some: readonly PublishedPage[] = await next;
    const last = some.at(-1);
    next =
      last === undefined || performance.now() > until ? null : index.pages(last.entry.releaseId, readAtOnce);
    // Who stops at a failed write asks for no more rows; whoever goes on meets the failure above.
    next?.catch(() => undefined);
    yield* some;
  }
}

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
const writeArticle = async ({ entry, rendition }: PublishedPage, rebuilding: Rebuilding): Promise<number> => {
  const { settings, files, assets } = rebuilding;
  const html = filledPage(rendition, entry.version, entry, settings);
  const shown =
    rendition.assets.length === 0 ? 0 : await writeAssets(await assets(rendition.assets), html, rebuilding);
  return shown + (await writeChanged(files, settings.root, new Map([[entry.path, html]])));
};

const writeAssets = async (
  assets: readonly Asset[],
  html: string,
  { settings, files }: Rebuilding,
): Promise<number> => {
  const offered = documentsOnPage(html);
  let written = 0;
  for (const { sha256, mimeType, bytes } of assets) {
    const path = mimeType.startsWith('image/')
      ? picturePath(sha256, mimeType)
      : offered.find((each) => each.includes(sha256));
    if (path === undefined || (await files.read(settings.root, path)) !== null) continue;
    await files.write(settings.root, path, bytes);
    written += 1;
  }
  return written;
};
