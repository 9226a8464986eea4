import { expect, test } from '@jest/globals';
import { compareTexts } from './compare-texts.js';
import { comparedTexts, type ComparedVersion } from './compared-version.js';

const [portal, weibo, press] = [`${'1'.repeat(8)}-portal`, `${'2'.repeat(8)}-weibo`, 'list-press'];
const names = {
  language: 'zh',
  accounts: [
    { id: portal, channel: 'portal', name: '云州市政府网' },
    { id: weibo, channel: 'weibo', name: '云州发布' },
  ],
  lists: [{ id: press, name: '全市媒体' }],
  elements: [{ element: 'contact', title: '联系电话', titleEn: 'Contact' }],
} as const;
const plain: ComparedVersion = {
  title: '停水通知',
  summary: '',
  blocks: [{ type: 'paragraph', runs: [{ text: '11月26日8时至18时停水。' }] }],
  column: '通知公告',
  keywords: [],
  overrides: {},
  images: [],
  attachments: [{ sha256: 'a'.repeat(64), name: '停水范围.docx' }],
  accountIds: [portal],
  recipients: ['a@example.org'],
  mailingListIds: [],
  declaration: {},
  correctionNote: '',
};
const changed = (changes: Partial<ComparedVersion>): readonly string[] => {
  const { before, after } = comparedTexts(plain, { ...plain, ...changes }, names);
  return compareTexts(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => `${kind} ${text.trim()}`);
};

test('another file under the name of an attachment is seen', () => {
  expect(changed({})).toEqual([]);
  expect(changed({ attachments: [{ sha256: 'b'.repeat(64), name: '停水范围.docx' }] })).toEqual([
    'removed aaaaaaaa',
    'added bbbbbbbb',
  ]);
});

test('words for one channel alone are seen under the name of that channel', () => {
  expect(changed({ overrides: { [weibo]: '明天停水。' } })).toEqual([
    'added 微博 · 云州发布的单独文字：明天停水。',
  ]);
});

test('a channel, a mailing list and an address more are seen, in whatever order they stand', () => {
  expect(changed({ accountIds: [weibo, portal] })).toEqual([
    expect.stringMatching(/^added .*微博 · 云州发布/u),
  ]);
  expect(changed({ mailingListIds: [press] })).toEqual(['added 邮件名单：全市媒体']);
  expect(changed({ recipients: ['b@example.org', 'a@example.org'] }).join()).toMatch(
    /另寄邮箱：b@example.org/u,
  );
  expect(changed({ accountIds: [portal, '0'.repeat(8)] })).toEqual([
    expect.stringContaining('未列出的账号 00000000'),
  ]);
});

test('what the public is told of a correction is seen', () => {
  expect(changed({ correctionNote: '时间有误。' })).toEqual(['added 更正说明：时间有误。']);
});

test('everything that is declared is seen in words', () => {
  const declared = changed({
    declaration: {
      triggers: ['vitalInterests'],
      legalBasis: '供水条例',
      disclosure: 'onRequest',
      disclosureReason: '涉及商业秘密',
      formedOn: '2026-11-20',
      urgency: '正在停水',
      notOnIncident: '不是爆管',
      scrutiny: 'result',
      answers: 'YZ-1',
      elements: { contact: '电话 12345' },
    },
  }).join('\n');
  for (const words of ['切身利益', '供水条例', '依申请公开', '商业秘密', '2026-11-20', '正在停水'])
    expect(declared).toContain(words);
  for (const words of ['不是爆管', '处理结果', 'YZ-1', '要素（联系电话）：电话 12345'])
    expect(declared).toContain(words);
});

test('another address behind the same words of a link is seen, and so is a line that became a heading', () => {
  const link = (href: string): ComparedVersion['blocks'] => [
    { type: 'paragraph', runs: [{ text: '详见公告', href }] },
  ];
  const { before, after } = comparedTexts(
    { ...plain, blocks: link('https://a.example.org/1') },
    { ...plain, blocks: link('https://a.example.org/2') },
    names,
  );
  expect(before).not.toBe(after);
  const [paragraph] = plain.blocks;
  const runs = paragraph?.type === 'paragraph' ? paragraph.runs : [];
  expect(changed({ blocks: [{ type: 'heading', level: 2, runs }] })).toEqual(['added ##']);
});

test('of very many addresses only what differs is laid beside each other, and no more than one reads', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `${index}@example.org`);
  const { before, after } = comparedTexts(
    { ...plain, recipients: many },
    { ...plain, recipients: [...many, 'new@example.org'] },
    names,
  );
  expect(before).not.toContain('@');
  expect(after.match(/@/gu)).toHaveLength(1);
  const all = comparedTexts(plain, { ...plain, recipients: many }, names);
  expect(all.after.match(/@/gu)).toHaveLength(200);
  expect(all.after).toContain('另有 4800 个');
});
