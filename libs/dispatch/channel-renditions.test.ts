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
const renditionsOver = (
  stored: ReadonlyMap<string, object>,
  overrides: ReleaseVersion['overrides'] = {},
  of: ReleaseVersion = { ...version, title: '' },
) =>
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
          preview: ({ attachments, title, summary, override }: Publication) =>
            attachments ?? { title, summary, override },
          validate: () => [],
        },
      ],
    ]),
    portalUrl: () => '',
  } as unknown as RenditionParts).renditions({} as never, release, { ...of, overrides });

test('a release that was approved with a document of before goes out with it, and never without it', async () => {
  const [made] = await renditionsOver(new Map([[sha256, { mimeType, size: 6, text: '' }]]));
  expect(made?.rendition).toEqual([{ sha256, name: '名单.txt', mimeType, size: 6 }]);
  await expect(renditionsOver(new Map())).rejects.toThrow('名单.txt');
});

test('one channel says its own title and text, and what it does not say itself is the common one', async () => {
  const common = { ...version, title: '关于停水的通告', summary: '停水。', attachments: [] };
  const said = async (overrides: ReleaseVersion['overrides']) =>
    (await renditionsOver(new Map(), overrides, common))[0]?.rendition;
  expect(await said({ portal: { title: '停水提醒', text: '请储水。' } })).toEqual({
    ...{ title: '停水提醒', summary: '停水。', override: '请储水。' },
  });
  expect(await said({ portal: '请储水。' })).toEqual({
    ...{ title: '关于停水的通告', summary: '停水。', override: '请储水。' },
  });
  expect(await said({ weibo: { title: '停水提醒' } })).toEqual({
    ...{ title: '关于停水的通告', summary: '停水。', override: undefined },
  });
});
