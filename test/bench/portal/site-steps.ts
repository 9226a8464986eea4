import { createHash } from 'node:crypto';
import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  FakeMail,
  MemoryLog,
  type FilePort,
  type Publication,
  type SendOutcome,
  type UndoOutcome,
} from '@koujing/channel';
import {
  portalSettings,
  type Asset,
  type PortalChannel,
  type PortalSettings,
} from '@koujing/channels/portal';
import { SystemClock } from '@koujing/kernel';

type Picture = Pick<Publication['images'][number], 'sha256' | 'mimeType' | 'bytes'>;

const pictures: readonly Picture[] = Array.from({ length: 4 }, (_, number): Picture => {
  const bytes = Buffer.from(`picture ${number} `.repeat(2_000));
  return { sha256: createHash('sha256').update(bytes).digest('hex'), mimeType: 'image/png', bytes };
});

export const assetsOf = async (digests: readonly string[]): Promise<readonly Asset[]> =>
  pictures.filter(({ sha256 }) => digests.includes(sha256));

/** The site gets another contact every forty steps: then all its lists are owed anew. */
export const settingsAt = (step: number, root: string): PortalSettings =>
  portalSettings.parse({
    ...{ root, baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
    ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
    ...{ contact: `0000-${Math.floor(step / 40)}`, checkLive: false },
  });

const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const columns = ['通知公告', '新闻发布', '便民提示'] as const;

const publicationOf = (number: number, version: number): Publication => {
  const picture = pictures[number % pictures.length] as Picture;
  const releaseId = idOf(number);
  return {
    ...{
      releaseId,
      version,
      title: `第${number}号通告之${version}`,
      organ: '市水务局',
      summary: '桥面限高。',
    },
    blocks: [
      ...blocksFromText('桥面限高，请绕行。'.repeat(40)),
      { type: 'image', assetSha256: picture.sha256, alt: '图' },
    ],
    jointOrgans: number % 3 === 0 ? ['市公安局'] : [],
    // A correction moves it to another column.
    column: columns[(number + version) % columns.length] ?? columns[0],
    keywords: [],
    portalUrl: `https://www.haichuan.gov.example/r/${releaseId}.html`,
    images: [{ ...picture, alt: '图' }],
    ...(version > 1 ? { correctionNote: '限高数字有误。' } : {}),
  };
};

/** Of five steps three publish, one corrects and one withdraws: always the same, so that who comes after a kill repeats it. */
export const performStep = async (
  step: number,
  channel: PortalChannel,
  files: FilePort,
  root: string,
): Promise<SendOutcome | UndoOutcome> => {
  const turn = step % 5;
  const number = turn === 3 ? step - 2 : turn === 4 ? step - 4 : step;
  const version = turn === 3 ? 2 : 1;
  const settings = settingsAt(step, root);
  const publication = publicationOf(number, version);
  const attempt = anAttempt({
    ...{ releaseId: publication.releaseId, version, settings, secrets: {}, portalUrl: publication.portalUrl },
    images: publication.images,
    ports: {
      http: { request: () => Promise.reject(new Error('the site is not asked')) },
      ...{ mail: new FakeMail(), files, clock: new SystemClock(), log: new MemoryLog() },
    },
  });
  return turn === 4
    ? channel.withdraw({ remoteId: '' }, attempt)
    : channel.send(channel.preview(publication, settings), attempt);
};
