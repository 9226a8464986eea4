import { expect, test } from '@jest/globals';
import { golden } from '../../../test/support/golden.js';
import { wechatArticleHtml } from '../wechat/article.js';
import {
  inconsistencyDigestMail,
  inconsistencyDigestSheet,
  inconsistencyReportSheet,
} from './inconsistency-digest.js';
import { inconsistencyReportMail } from './inconsistency-report.js';
import { mediaEmail, type MediaEmailProps } from './media-email.js';

const props: MediaEmailProps = {
  title: '人民公园11月28日闭园检修',
  blocks: [
    {
      type: 'paragraph',
      runs: [
        { text: '人民公园将于11月28日闭园检修，' },
        { text: '29日8时恢复开放', bold: true },
        { text: '。' },
      ],
    },
    { type: 'image', assetSha256: 'b'.repeat(64), alt: '公园平面图' },
    { type: 'paragraph', runs: [{ text: '详情见', href: 'https://parks.example/notice' }] },
  ],
  organ: '市园林局',
  jointOrgans: [],
  releasedAt: '{{slot:releasedAt}}',
  portalUrl: 'https://www.haichuan.gov.example/r/0194.html',
  contact: { phone: '0000-12345', email: 'news@haichuan.gov.example' },
  unsubscribeUrl: '{{slot:unsubscribe}}',
};

test('a mail to the media says in text all that it says in HTML', () => {
  const mail = mediaEmail(props);
  expect(mail.html).toBe(golden('media-email.html', mail.html));
  expect(mail.text).toBe(golden('media-email.txt', mail.text));
  for (const part of [
    '市园林局',
    '{{slot:releasedAt}}',
    props.portalUrl,
    '0000-12345',
    '{{slot:unsubscribe}}',
    '29日8时恢复开放',
  ]) {
    expect(mail.html).toContain(part);
    expect(mail.text).toContain(part);
  }
  expect(mail.html).not.toMatch(/<link|<script|<style/u);
});

test('an embargo stands in the subject and in the first line', () => {
  const mail = mediaEmail({ ...props, embargoUntil: '2026-11-28 08:00' });
  expect(mail.subject).toBe('【禁发至 2026-11-28 08:00】人民公园11月28日闭园检修');
  expect(mail.text.split('\n')[0]).toContain('禁发至 2026-11-28 08:00');
});

test('an inconsistency report sets both sentences side by side and links to the ruling', () => {
  const mail = inconsistencyReportMail({
    kind: '信息发布不一致',
    blocks: true,
    explanation: '两稿对恢复开放的时间说法不一。',
    a: { organ: '市园林局', title: '人民公园闭园检修', releasedAt: '2026-11-27 10:00' },
    b: { organ: '市文化和旅游局', title: '公园开放时间提示', releasedAt: '待发布' },
    facts: [
      {
        name: '时间',
        a: { sentence: '29日8时恢复开放。', value: '08:00' },
        b: { sentence: '29日12时恢复开放。', value: '12:00' },
      },
    ],
    proposal: '建议裁定“以甲稿为准”：甲稿已经公开，乙稿尚未发布。',
    raisedAt: '2026-11-27 11:00',
    consoleUrl: 'http://127.0.0.1:3000/conflicts/f1',
  });
  expect(mail.subject).toBe('【待裁定】信息发布不一致：市园林局 / 市文化和旅游局');
  expect(mail.html).toBe(golden('inconsistency-report.html', mail.html));
  for (const part of [
    '29日8时恢复开放。',
    '29日12时恢复开放。',
    '市园林局',
    '待发布',
    '/conflicts/f1',
    '以甲稿为准',
  ]) {
    expect(mail.html).toContain(part);
    expect(mail.text).toContain(part);
  }
});

test('the daily report sets both sentences of each finding side by side, with sources and what might be ruled', () => {
  const finding = {
    ...{ kind: '信息发布不一致', blocks: true, explanation: '两稿对恢复开放的时间说法不一。' },
    a: { organ: '市园林局', title: '人民公园闭园检修', releasedAt: '2026年11月27日 10:00' },
    b: { organ: '市文化和旅游局', title: '公园开放时间提示', releasedAt: '待发布' },
    facts: [
      {
        name: '时间',
        a: { sentence: '29日8时恢复开放。', value: '08:00', source: '附件1.docx' },
        b: { sentence: '29日12时恢复开放。', value: '12:00' },
      },
    ],
    proposal: '建议裁定“以甲稿为准”：甲稿已经公开，乙稿尚未发布。',
    ...{ raisedAt: '2026年11月27日 11:00', consoleUrl: 'http://127.0.0.1:3000/conflicts/f1' },
  };
  const { kind, facts } = finding;
  const digest = {
    ...{ day: '2026-11-28', madeAt: '2026年11月28日 08:30', article: '第十五条', more: 3 },
    fresh: [finding],
    standing: [
      {
        ...finding,
        kind: '工作缺位',
        blocks: false,
        facts: [],
        consoleUrl: 'http://127.0.0.1:3000/conflicts/f2',
      },
    ],
    consoleUrl: 'http://127.0.0.1:3000/reports?tab=closed',
  };
  const mail = inconsistencyDigestMail(digest);
  expect(mail.subject).toContain('新增 1 处，未裁定共 5 处');
  expect(mail.html).toBe(golden('inconsistency-digest.html', mail.html));
  expect(mail.text).toBe(golden('inconsistency-digest.txt', mail.text));
  const made = { digest: 'd', madeBy: '王科长', madeAt: new Date('2026-11-28T01:00:00Z') };
  const sheet = JSON.stringify(inconsistencyDigestSheet(digest, made));
  for (const part of [
    kind,
    facts[0]?.b.sentence ?? '',
    '附件1.docx',
    '待发布',
    '以甲稿为准',
    '11月27日 11:00',
  ]) {
    expect(mail.html).toContain(part);
    expect(mail.text).toContain(part);
    expect(sheet).toContain(part);
  }
});

test('the paper of one finding has both sentences, a source outside with its address and time, and what it means', () => {
  const outside = { organ: '市交通运输局（局网站）', title: '抢修情况', releasedAt: '2026年11月23日 08:30' };
  const side = { sentence: '预计22时恢复供水', value: '22:00', source: '局网站，https://jt.example/1' };
  const paper = JSON.stringify(
    inconsistencyReportSheet(
      {
        ...{ kind: '信息发布不一致', blocks: true, isOut: true, explanation: '恢复时间不一致。', a: outside },
        b: { organ: '市水务局', title: '抢修有关情况', releasedAt: '2026年11月23日 09:00' },
        facts: [{ name: '时间', a: side, b: { sentence: '预计18时恢复供水', value: '18:00' } }],
        ...{
          proposal: '建议：请向该网站的主办单位核实。',
          raisedAt: '2026年11月23日 09:01',
          consoleUrl: 'http://127.0.0.1/c',
        },
      },
      { digest: 'd', madeBy: '王科长', madeAt: new Date('2026-11-23T02:00:00Z') },
    ),
  );
  for (const part of [
    'https://jt.example/1',
    '预计22时',
    '预计18时',
    '08:30',
    '已经公开',
    '主办单位核实',
    '王科长',
  ])
    expect(paper).toContain(part);
});

test('a WeChat article has inline styles only, no links, and pictures by slot', () => {
  const html = wechatArticleHtml(props);
  expect(html).toBe(golden('wechat-article.html', html));
  expect(html).not.toMatch(/<a\s|<style|<link|class=|\sid=/u);
  expect(html).toContain(`{{slot:image:${'b'.repeat(64)}}}`);
  expect(html).toContain('详情见（https://parks.example/notice）');
});
