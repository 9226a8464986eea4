import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractFacts } from './extract-facts.js';
import { packFacts, unpackFacts } from './packed-facts.js';

const release = (title: string, body: string) => ({
  ...{ id: 'a', organ: '滨海市应急管理局', title, body },
  publishedAt: '2026-11-23T09:00:00+08:00',
});

/** What a fact can leave open or state without end, and letters that are no letters. */
const pieces = fc.constantFrom(
  ...[
    '截至11月23日8时，',
    '造成至少3人死亡',
    '、5人受伤，',
    '其中儿童2人',
    '直接损失超过0.3万元。',
    '\ud83d',
    '\u0000',
  ],
  ...[
    '东港区海滨路',
    '由100元调整为120元，',
    '咨询电话0429-3439551。',
    '发布暴雨橙色预警',
    '启动Ⅲ级响应；',
    '\n',
  ],
  ...[
    '11月26日（星期四）',
    '恢复供水',
    '尚未',
    '预计明日18时前',
    '新增12例，累计340例，',
    '全市',
    '12.5%',
    '停水',
  ],
);

test('facts come back from their packed form as they were read, whatever the text', () => {
  let facts = 0;
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      (said, noise) => {
        const read = extractFacts(release(`情况通报${noise.slice(0, 5)}`, `${said.join('')}${noise}`));
        facts += read.length;
        expect(unpackFacts(packFacts(read))).toEqual(read);
      },
    ),
    { numRuns: 300 },
  );
  expect(facts).toBeGreaterThan(1000);
});

test('a text that states nothing packs to a handful of bytes', () => {
  expect(unpackFacts(packFacts([]))).toEqual([]);
  expect(packFacts([]).length).toBeLessThan(10);
});

test('packed facts take a quarter of what they take as JSON', () => {
  const body =
    '截至11月23日8时，东港区海滨路塌陷造成2人死亡、6人受伤，转移35户112人，直接损失约0.3万元。'.repeat(5);
  const facts = extractFacts(release('情况通报', body));
  expect(packFacts(facts).length * 4).toBeLessThan(JSON.stringify(facts).length);
});
