import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { blocksFromText, type Block } from '@koujing/block';
import { ReleaseDocuments } from './documents.js';
import { releaseDocx } from './release-docx.js';
import { releasePdf } from './release-pdf.js';

const table: Block = {
  type: 'table',
  header: true,
  rows: [[[{ text: '路段' }], [{ text: '时间' }]], [[{ text: '江一路' }]]],
};
const release = {
  title: '关于临时停水的通知',
  blocks: [
    ...blocksFromText('因管道检修，新桥街道临时停水。'),
    { type: 'heading', level: 2, runs: [{ text: '范围' }] } as const,
    {
      type: 'list',
      ordered: true,
      items: [[{ text: '新桥街道' }], [{ text: '江北街道', bold: true }]],
    } as const,
    table,
    { type: 'quote', runs: [{ text: '详见网站', href: 'https://www.gov.example/x' }] } as const,
    { type: 'image', assetSha256: 'a'.repeat(64), alt: '示意图' } as const,
  ],
  organ: '滨海市水务局',
  jointOrgans: ['滨海市城管局'],
  documentNumber: '滨新发〔2026〕12号',
  portalUrl: 'https://www.gov.example/r/1.html',
};
const patience = 120_000;

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_100));

test(
  'the same release gives the same Word file, byte for byte, at another time',
  async () => {
    const first = await releaseDocx(release);
    // An archive's own clock counts in steps of two seconds.
    await later();
    expect(Buffer.compare(first, await releaseDocx(release))).toBe(0);
  },
  patience,
);

test(
  'the Word file says all that the release says',
  async () => {
    const text = strFromU8(unzipSync(await releaseDocx(release))['word/document.xml'] ?? new Uint8Array());
    for (const part of [
      '关于临时停水的通知',
      '滨海市城管局',
      '〔2026〕12号',
      '江北街道',
      '路段',
      '（https://www.gov.example/x）',
    ])
      expect(text).toContain(part);
  },
  patience,
);

test(
  'the same release gives the same PDF, byte for byte, at another time, with its letters inside',
  async () => {
    const first = Buffer.from(await releasePdf(release));
    await later();
    expect(first.compare(Buffer.from(await releasePdf(release)))).toBe(0);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.toString('latin1')).toContain('NotoSansSC');
  },
  patience,
);

test(
  'a document is made once for the same text, and its ASCII name says which release and version',
  async () => {
    const documents = new ReleaseDocuments();
    const [docx] = await documents.make({ ...release, title: '通知/“一”\n' }, ['docx'], 'release-1-v2');
    const [again] = await documents.make({ ...release, title: '通知/“一”\n' }, ['docx'], 'release-1-v2');
    expect(again).toBe(docx);
    expect(docx).toMatchObject({ asciiName: 'release-1-v2.docx', name: '通知 “一”.docx' });
    const [other] = await documents.make(release, ['docx'], 'release-1-v3');
    expect(other?.sha256).not.toBe(docx?.sha256);
  },
  patience,
);
