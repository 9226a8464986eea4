import { verifySignature } from '@koujing/crypto';
import type { Signer } from '@koujing/audit';
import { canonicalJson, civilTime, escaped } from '@koujing/kernel';
import { csvText } from '@koujing/text';
import { releaseKindNames } from '@koujing/release';
import { z } from 'zod';
import type { ReleaseKind } from '../release/release.api.js';

/** How long an archive keeps its records (国家档案局令第 8 号). */
export const retentions = ['permanent', '30 years', '10 years'] as const;
export type Retention = (typeof retentions)[number];
const retentionWords: Readonly<Record<Retention, string>> = {
  permanent: '永久',
  '30 years': '30年',
  '10 years': '10年',
};

/** One release as the archive describes it. */
export interface ArchivedRelease {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly organ: string;
  readonly kind: ReleaseKind;
  /** What was done to it after its release: `correct`, `withdraw` or nothing. */
  readonly amended: 'correct' | 'withdraw' | null;
  readonly version: number;
  readonly draftedAt: Date;
  readonly releasedAt: Date;
}

/** A file of the archive, its path as in the folder, with `/`. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const manifestSchema = z.object({
  format: z.literal('koujing-archive'),
  version: z.literal(1),
  year: z.number().int(),
  /** Null where it holds all organs. */
  organ: z.string().nullable(),
  retention: z.enum(retentions),
  madeAt: z.string(),
  records: z.number().int(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

type Unsigned = Omit<ArchiveManifest, 'signature' | 'keyId' | 'publicKey'>;

const signedText = (unsigned: Unsigned, keyId: string): string => canonicalJson({ ...unsigned, keyId });

export const signManifest = (unsigned: Unsigned, { suite, key, keyId }: Signer): ArchiveManifest => ({
  ...unsigned,
  ...{ keyId, publicKey: key.publicKey },
  signature: suite.sign(signedText(unsigned, keyId), key.privateKey),
});

export const isManifestSigned = ({ signature, publicKey, keyId, ...unsigned }: ArchiveManifest): boolean =>
  verifySignature(signedText(unsigned, keyId), signature, publicKey);

/** What was imported was written before it came here. */
const dateOf = ({ draftedAt, releasedAt }: ArchivedRelease): string =>
  civilTime(draftedAt < releasedAt ? draftedAt : releasedAt).slice(0, 10);

const stateOf = ({ amended }: ArchivedRelease): string =>
  amended === null ? '已发布' : amended === 'correct' ? '已更正' : '已撤回';

/** `records/000001`: the place of a release in the year, so that the folder reads in the order of release. */
export const recordFolder = (at: number): string => `records/${String(at).padStart(6, '0')}`;

const headings = ['序号', '文号', '题名', '责任者', '类别', '成文日期', '发布时间', '状态', '版本'];

/** The file list that goes into the register of the archive (归档文件目录), to be opened in a spreadsheet. */
export const catalogueOf = (releases: readonly ArchivedRelease[], retention: Retention): string =>
  csvText([
    [...headings, '保管期限', '文件夹'],
    ...releases.map((release, index) => [
      ...[String(index + 1), release.number, release.title, release.organ, releaseKindNames[release.kind]],
      ...[dateOf(release), civilTime(release.releasedAt)],
      ...[stateOf(release), String(release.version), retentionWords[retention], recordFolder(index + 1)],
    ]),
  ]);

/** XML 1.0 cannot hold them: pasted texts bring them along. */
const unheld = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const element = (name: string, text: string): string =>
  `<${name}>${escaped(text.replace(unheld, ''))}</${name}>`;

/**
 * The metadata of one record, by the names of DA/T 46-2009 (文书类电子文件元数据方案): what it is, whose, when, in which files,
 * and what was done to it. Where it is silent, so is this: an archive gives the 档号 itself.
 */
export const recordXml = (
  release: ArchivedRelease,
  {
    retention,
    files,
    madeAt,
  }: { readonly retention: Retention; readonly files: readonly ArchivedFile[]; readonly madeAt: string },
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<电子文件元数据 标准="DA/T 46-2009">',
    element('聚合层次', '件'),
    element('立档单位名称', release.organ),
    element('电子文件号', release.id),
    element('文件编号', release.number),
    element('题名', release.title),
    ...release.keywords.map((keyword) => element('关键词', keyword)),
    ...(release.summary === '' ? [] : [element('摘要', release.summary)]),
    element('责任者', release.organ),
    element('文种', releaseKindNames[release.kind]),
    element('日期', dateOf(release)),
    element('密级', '公开'),
    element('保管期限', retentionWords[retention]),
    ...files.flatMap(({ path, bytes, sha256 }) => [
      '<电子属性>',
      element('计算机文件名', path.slice(path.lastIndexOf('/') + 1)),
      element('计算机文件大小', String(bytes)),
      element('摘要算法', 'SHA-256'),
      element('摘要值', sha256),
      element('文档创建程序', 'Koujing 口径'),
      '</电子属性>',
    ]),
    '<业务实体>',
    element('业务行为', '发布'),
    element('行为时间', civilTime(release.releasedAt)),
    element('业务状态', stateOf(release)),
    '</业务实体>',
    '<业务实体>',
    element('业务行为', '归档'),
    element('行为时间', madeAt),
    '</业务实体>',
    '</电子文件元数据>',
    '',
  ].join('\n');
