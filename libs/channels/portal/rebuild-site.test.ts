import { setTimeout } from 'node:timers/promises';
import { FileFailure, MemoryFiles } from '@koujing/channel';
import { expect, test } from '@jest/globals';
import { portalSettings } from './portal-settings.js';
import type { PublishedPage } from './published-entry.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { rebuildSite } from './rebuild-site.js';

const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
});
const pages = 260;
/** More than half of what a lot lasts: two reads fill it, three at the most. */
const slowMs = 300;

class ReadSlowly extends PublishedIndexFake {
  #reads = 0;
  /** Of the turn in which most was read. */
  mostReads = 0;

  constructor(private readonly ms: number) {
    super();
  }

  override async pages(after: string, limit: number): Promise<readonly PublishedPage[]> {
    this.#reads += 1;
    this.mostReads = Math.max(this.mostReads, this.#reads);
    await setTimeout(this.ms);
    return super.pages(after, limit);
  }

  override async exclusively<T>(work: () => Promise<T>): Promise<T> {
    return super.exclusively(() => {
      this.#reads = 0;
      return work();
    });
  }
}

const filled = async (ms: number): Promise<ReadSlowly> => {
  const index = new ReadSlowly(ms);
  const at = new Date('2026-11-27T01:30:00Z');
  for (let number = 0; number < pages; number += 1) {
    const releaseId = `r${String(number).padStart(4, '0')}`;
    const entry = {
      ...{ releaseId, version: 1, path: `r/${releaseId}.html`, title: '通告', summary: '摘要' },
      ...{ organ: '市水务局', organs: ['市水务局'], column: '通知公告', publishedAt: at, updatedAt: at },
    };
    const parts = { html: releaseId, column: '通知公告' };
    await index.record(
      { entry, rendition: { channel: 'portal', template: 't', parts, slots: [], assets: [] } },
      () => [],
    );
  }
  return index;
};

test('where rows come slowly a lot ends all the same, and every page is written once', async () => {
  const [quick, slow] = [await filled(0), await filled(slowMs)];
  const written = async (index: ReadSlowly) => {
    const files = new MemoryFiles();
    const rebuilt = await rebuildSite({ settings, files, index, assets: async () => [] });
    return { rebuilt, files: files.files };
  };
  const [one, other] = [await written(quick), await written(slow)];
  expect(one.rebuilt.pages).toBe(pages);
  expect(other).toEqual(one);
  // Between two turns whoever publishes gets one.
  expect(slow.mostReads).toBeLessThanOrEqual(3);
});

class FullDisk extends MemoryFiles {
  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    if (path === 'r/r0030.html') throw new FileFailure('full', 'ENOSPC');
    await super.write(root, path, bytes);
  }
}

test('a page that cannot be written ends the rebuild with its failure, and asks for no more rows', async () => {
  const index = await filled(1);
  const files = new FullDisk();
  await expect(rebuildSite({ settings, files, index, assets: async () => [] })).rejects.toThrow('full');
  expect(files.files.size).toBeLessThan(60);
});
