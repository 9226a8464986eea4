import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  FakeMail,
  MemoryFiles,
  MemoryLog,
  type HttpPort,
  type Publication,
} from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { PortalChannel } from './portal-channel.js';
import { portalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';

const id = '018f0000-0000-7000-8000-00000000b001';
const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
  icp: '海ICP备00000001号',
});
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const picture = { bytes: Buffer.from('jpg'), mimeType: 'image/jpeg' };
const document = {
  bytes: Buffer.from('docx'),
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const picturePath = `a/${sha(picture.bytes)}.jpg`;
const documentPath = `f/${id}/${sha(document.bytes)}.docx`;

const publication: Publication = {
  ...{
    releaseId: id,
    version: 1,
    title: '文昌路封闭施工通告',
    summary: '文昌路将于11月28日22时起封闭施工。',
  },
  blocks: [
    ...blocksFromText('文昌路将于11月28日22时起封闭施工。'),
    { type: 'image', assetSha256: sha(picture.bytes), alt: '示意图' },
  ],
  ...{ organ: '市公安局交通警察支队', jointOrgans: [], column: '通知公告', keywords: ['文昌路'] },
  portalUrl: `https://www.haichuan.gov.example/r/${id}.html`,
  images: [{ sha256: sha(picture.bytes), mimeType: picture.mimeType, width: 1, height: 1 }],
  attachments: [{ sha256: sha(document.bytes), mimeType: document.mimeType, name: '施工范围.docx', size: 4 }],
} as unknown as Publication;

let files: MemoryFiles;
let channel: PortalChannel;

const http: HttpPort = {
  request: async ({ url }) => {
    const body = files.files.get(`/site${new URL(url).pathname}`);
    return { status: body ? 200 : 404, headers: {}, body: body ?? new Uint8Array() };
  },
};
const attempt = () => ({
  ...anAttempt({
    ...{ releaseId: id, version: 1, settings, secrets: {}, portalUrl: publication.portalUrl },
    ports: {
      ...{ http, files, mail: new FakeMail(), log: new MemoryLog() },
      clock: new TravellingClock('2026-11-27T01:30:00Z'),
    },
  }),
  images: [picture, document].map(({ bytes, mimeType }) => ({ sha256: sha(bytes), mimeType, bytes })),
});

/** Read back after a hand has changed a file of the site. */
const reading = async (path: string, change: (text: string) => string | null) => {
  const rendition = channel.preview(publication, settings);
  const outcome = await channel.send(rendition, attempt());
  if (outcome.kind !== 'delivered') throw new Error(JSON.stringify(outcome));
  const before = Buffer.from(files.files.get(`/site/${path}`) ?? '').toString('utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  if (after === null) files.files.delete(`/site/${path}`);
  else files.files.set(`/site/${path}`, Buffer.from(after));
  const shown = await channel.inspect(outcome.receipt, attempt());
  if (shown.kind !== 'shown') throw new Error(shown.kind);
  return { shown, expected: channel.readsAs(rendition, outcome.receipt, settings) };
};

beforeEach(() => {
  files = new MemoryFiles();
  channel = new PortalChannel(new PublishedIndexFake());
});

const page = `r/${id}.html`;
const into = (text: string, before: string) => (html: string) => html.replace(before, () => text + before);

test.each([
  [
    'the title of the page',
    (html: string) => html.replace('<title>文昌路', '<title>开发区'),
    '网页标题：开发区',
  ],
  [
    'a tag of the regulation',
    (html: string) => html.replace('bm00000003', 'bm99999999'),
    '标签 SiteIDCode：bm99999999',
  ],
  [
    'the canonical address',
    (html: string) => html.replace('"canonical" href="https://www', '"canonical" href="https://xxx'),
    'canonical 地址：https://xxx',
  ],
  [
    'the record number in the foot',
    (html: string) => html.replaceAll('海ICP备00000001号', '海ICP备99999999号'),
    '海ICP备99999999号',
  ],
  [
    'a link of the navigation',
    (html: string) => html.replace('href="../c/notices.html"', 'href="https://elsewhere.example/"'),
    '链接：https://elsewhere.example/',
  ],
  ['a script in the head', into('<script>x()</script>', '</head>'), '脚本 ：x()'],
  [
    'a script in the article',
    into('<script src="//elsewhere.example/x.js"></script>', '</article>'),
    '脚本：//elsewhere.example/x.js',
  ],
  ['a second article', into('<article><p>今晚停水</p></article>', '</body>'), '今晚停水'],
  ['a style that hides the text', into('<style>article{display:none}</style>', '</head>'), '样式：'],
  [
    'an article that is hidden',
    (html: string) => html.replace('<article>', '<article hidden>'),
    '属性 hidden：',
  ],
  [
    'a frame',
    into('<iframe src="https://elsewhere.example/"></iframe>', '</body>'),
    '嵌入的内容：https://elsewhere.example/',
  ],
  [
    'a policy that lets scripts in',
    (html: string) => html.replace('script-src &#x27;self&#x27;', 'script-src *'),
    '标签 Content-Security-Policy',
  ],
])('%s is seen, although no word of the article differs', async (_, change, line) => {
  const { shown, expected } = await reading(page, change);
  expect(shown.text).toBe(expected.text);
  const added = (shown.around ?? []).filter((each) => !expected.around?.includes(each));
  expect(added.join('\n')).toContain(line);
});

test.each([picturePath, documentPath])(
  'other bytes under the name of %s are seen, and that it is gone',
  async (path) => {
    const changed = await reading(path, () => '别的');
    expect(changed.expected.files).toContainEqual({ path, sha256: expect.any(String) });
    expect(changed.shown.files).toContainEqual({ path, sha256: sha(Buffer.from('别的')) });
    expect(changed.shown.files).toHaveLength(2);
    const gone = await reading(path, () => null);
    expect(gone.shown.files).toContainEqual({ path, sha256: null });
  },
);

test('a comment or another order of attributes is nothing that matters', async () => {
  const { shown, expected } = await reading(page, into('<!-- cache -->', '</body>'));
  expect(shown).toMatchObject(expected);
});
