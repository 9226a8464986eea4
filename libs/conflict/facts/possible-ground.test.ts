import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReleaseText } from '../release-text.js';
import { commonGround } from './common-ground.js';
import { extractFacts } from './extract-facts.js';
import { mostCommonGround, possibleGround } from './possible-ground.js';

const release = (body: string): ReleaseText => ({
  id: 'a',
  organ: '市统计局',
  title: '情况通报',
  body,
  publishedAt: '2026-11-25T09:00:00+08:00',
});

const statements = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('死亡', '受伤', '转移', '确诊', '投资', '涉及', '约', '超过', '增长', '其中儿童'),
      fc.integer({ min: 0, max: 12_000 }),
      fc.constantFrom('人', '户', '亿元', '万元', '%', '辆', '例', '公里', '人次'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('报名截止', '截至', '至', '自', '', '公示期至', '定于', '延长至'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('', '18时', '前', '结束', '起', '恢复供水', '举行'),
    )
    .map(([before, month, day, after]) => `${before}${month}月${day}日${after}`),
  fc.constantFrom(
    '死亡二十二人',
    '受伤22人',
    '一百三十五户',
    '3.5万人',
    '无人员伤亡',
    '2026年前三季度',
    '12315',
  ),
);
const texts = fc
  .array(fc.tuple(statements, fc.constantFrom('，', '。', '、', '；')), { minLength: 1, maxLength: 14 })
  .map((parts) => release(parts.flat().join('')));

test('the ground that facts turn out to share is never more than what was possible', () => {
  let shared = 0;
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (one, other, joined) => {
      const b = joined ? release(one.body + other.body) : other;
      const ground = commonGround(extractFacts(one), extractFacts(b));
      if (ground > 0) shared += 1;
      return mostCommonGround(possibleGround(one), possibleGround(b)) >= ground - 1e-6;
    }),
    { numRuns: 400 },
  );
  expect(shared).toBeGreaterThan(100);
});

test('what is stated by one only is no possible ground', () => {
  const one = possibleGround(release('完成投资962.7亿元，报名3月5日截止。'));
  const other = possibleGround(release('完成投资961.7亿元，报名4月7日截止。'));
  expect(one.most).toBeGreaterThanOrEqual(1.5);
  expect(mostCommonGround(one, other)).toBe(0);
});
