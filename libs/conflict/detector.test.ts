import { expect, test } from '@jest/globals';
import { Detector } from './detector.js';
import type { ReleaseText } from './release-text.js';

const accident = (id: string, organ: string, street: string, told: string): ReleaseText => ({
  id,
  organ,
  title: `${street}事故情况通报`,
  body: `11月23日8时许，${street}发生事故。${told}`,
  publishedAt: '2026-11-23T12:00:00+08:00',
  kind: 'emergency',
});

const kinds = (one: ReleaseText, other: ReleaseText): readonly string[] => {
  const detector = new Detector();
  detector.add(one);
  return detector.check(other).map(({ kind }) => kind);
};

test('two accidents at one hour on two streets, told in one form, are two', () => {
  const first = accident('a', '滨海市人民政府新闻办公室', '北仓路', '截至9时，死亡11人，失联2人。');
  const second = accident('b', '滨海市应急管理局', '海塘路', '现场共有2人受伤。');
  expect(kinds(first, second)).toEqual([]);
});

test('on one street they are one, and the tolls are held against each other', () => {
  const first = accident('a', '滨海市人民政府新闻办公室', '北仓路', '截至9时，死亡11人，失联2人。');
  const second = accident('b', '滨海市应急管理局', '北仓路', '截至9时，死亡9人，失联2人。');
  expect(kinds(first, second)).toContain('inconsistent');
});
