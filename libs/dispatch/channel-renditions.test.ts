import { expect, test } from '@jest/globals';
import type { Publication } from '@koujing/channel';
import type { Release, ReleaseVersion } from '@koujing/release';
import { ChannelRenditions, type RenditionParts } from './channel-renditions.js';

const sha256 = 'a'.repeat(64);
const mimeType = 'text/plain; charset=utf-8';
const version = {
  ...{ accountIds: ['portal'], blocks: [], images: [], overrides: {}, correctionNote: '' },
  attachments: [{ sha256, name: '名单.txt' }],
} as unknown as ReleaseVersion;
const release = { id: 'r', organId: 'water', jointOrganIds: [] } as unknown as Release;

/** One channel that repeats the publication, over these stored documents. */
const renditionsOver = (stored: ReadonlyMap<string, object>) =>
  new ChannelRenditions({
    accounts: { find: async () => [{ id: 'portal', channel: 'echo', enabled: true, settings: {} }] },
    organs: { all: async () => [] },
    attachments: { documents: async () => stored },
    documents: { make: async () => [] },
    channels: new Map([
      [
        'echo',
        {
          manifest: { channel: 'echo', settings: { parse: (settings: object) => settings } },
          preview: ({ attachments }: Publication) => attachments,
          validate: () => [],
        },
      ],
    ]),
    portalUrl: () => '',
  } as unknown as RenditionParts).renditions({} as never, release, { ...version, title: '' });

test('a release that was approved with a document of before goes out with it, and never without it', async () => {
  const [made] = await renditionsOver(new Map([[sha256, { mimeType, size: 6, text: '' }]]));
  expect(made?.rendition).toEqual([{ sha256, name: '名单.txt', mimeType, size: 6 }]);
  await expect(renditionsOver(new Map())).rejects.toThrow('名单.txt');
});
