import { expect, test } from '@jest/globals';
import type { HeardText } from './heard-text.js';
import { HeardTexts } from './heard-texts.js';

const organs = ['水务局', '交通运输局', '气象局'].map((name) => ({
  ...{ name: `滨海市${name}`, aliases: [`市${name}`], remit: [] },
}));
const words = (hour: number) =>
  `11月23日6时，滨河路供水管道爆裂，影响约1.2万户，抢修人员已到场，预计11月23日${hour}时恢复供水。`;

/** What an organ's site says, half an hour after the other unless told otherwise. */
const said = (id: string, organ: string, more: Partial<HeardText> = {}): HeardText => ({
  ...{ id: `site:${id}`, organId: organ, organ: `滨海市${organ}`, site: `市${organ}网站` },
  ...{ title: '滨河路供水管道抢修有关情况', body: words(18), url: `https://${id}.example/1` },
  ...{ publishedAt: `2026-11-23T0${id === 'a' ? '8:00' : '8:30'}:00+08:00`, isDated: true },
  ...more,
});

const between = (one: HeardText, other: HeardText) => {
  const texts = new HeardTexts({ organs });
  for (const text of [one, other]) texts.hear({ text, withdrawn: false });
  return texts.among(other);
};

test('two sites that contradict each other are a finding with both clauses, both places, and no release', () => {
  const [one, other] = [said('a', '水务局'), said('b', '交通运输局', { body: words(22) })];
  const [finding, ...rest] = between(one, other);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    ...{ kind: 'inconsistent', severity: 'block', releases: [] },
    ...{ outside: { id: 'site:a', organId: '水务局' }, outsideOther: { id: 'site:b' } },
    facts: [
      {
        a: { release: 'site:a', source: '市水务局网站，https://a.example/1' },
        b: { release: 'site:b', source: '市交通运输局网站，https://b.example/1' },
      },
    ],
  });
  expect(finding?.explanation).toContain('预计11月23日18时恢复供水');
});

test('whichever is asked about, the earlier text is the first', () => {
  const [one, other] = [said('a', '水务局'), said('b', '交通运输局', { body: words(22) })];
  const [asked] = between(other, one);
  expect([asked?.outside?.id, asked?.facts[0]?.a.release]).toEqual(['site:a', 'site:a']);
});

test('a copy without its source is a duplicate, and one matter told by two is multi-headed', () => {
  const copy = between(said('a', '水务局'), said('b', '交通运输局'));
  expect(copy.map(({ kind }) => kind)).toEqual(['duplicate']);
  const ownWords =
    '今晨滨河路一处供水管道破裂，沿线约1.2万户居民用水受到影响，目前正在抢修，预计11月23日18时恢复供水。';
  const told = between(
    said('a', '水务局'),
    said('b', '交通运输局', { title: '滨河路供水管道抢修情况', body: ownWords }),
  );
  expect(told.map(({ kind }) => kind)).toEqual(['multiHeaded']);
});

test('a page that gives no day calls nobody out', () => {
  const undated = said('b', '交通运输局', { body: words(22), isDated: false });
  expect(between(said('a', '水务局'), undated).map(({ severity }) => severity)).toEqual(['warn']);
});

test.each([
  [
    'a relay that says whose text it is',
    said('b', '交通运输局', {
      title: '转发：滨河路供水管道抢修有关情况',
      body: `来源：市水务局\n${words(18)}`,
    }),
  ],
  ['another page of the same organ, told anew', said('b', '水务局', { body: words(22) })],
  ['one page that two sites list', said('b', '交通运输局', { url: 'https://a.example/1' })],
  [
    'another matter',
    said('b', '气象局', {
      title: '寒潮蓝色预警信号',
      body: '预计24日夜间到25日，本市最低气温下降8℃，请注意防寒保暖。',
    }),
  ],
])('%s is nothing', (_, other) => {
  expect(between(said('a', '水务局'), other)).toEqual([]);
});
