import { expect, test } from '@jest/globals';
import { compareFacts } from './compare-facts.js';
import { extractFacts } from './extract-facts.js';

const release = (body: string, organ = '滨海市交通运输局') => ({
  ...{ id: organ, organ, title: '情况通报', body },
  publishedAt: '2026-11-23T16:00:00+08:00',
});
const quotes = (body: string): readonly (string | undefined)[] =>
  extractFacts(release(body))
    .filter(({ attribute }) => ['injured', 'amount', 'people'].includes(attribute))
    .map(({ quoted }) => quoted);

test.each([
  ['据市应急管理局通报，事故造成3人受伤。', '市应急管理局'],
  ['根据东港区住建局提供的数据，直接损失30万元。', '东港区住建局'],
  ['记者从市人民医院获悉，事故造成3人受伤。', '市人民医院'],
  ['市消防救援支队通报称，事故造成3人受伤。', '市消防救援支队'],
  ['按照省疾控中心公布的口径，新增确诊病例12例。', '省疾控中心'],
])('%s quotes %s', (body, organ) => {
  expect(quotes(body)).toEqual([organ]);
});

test.each([
  '事故造成3人受伤。',
  '据初步统计，事故造成3人受伤。',
  '据市交通运输局统计，事故造成3人受伤。',
  '市交通运输局通报称，事故造成3人受伤。',
  '事故造成3人受伤，市应急管理局、市消防救援支队已到场处置。',
  '根据《道路交通安全法》，罚款200元。',
])('%s is the organ’s own account', (body) => {
  expect(quotes(body)).toEqual([undefined]);
});

test('a quotation ends with its sentence, and what stands before it in the sentence is not quoted', () => {
  expect(quotes('据市应急管理局通报，事故造成3人受伤。经我局核查，直接损失30万元。')).toEqual([
    '市应急管理局',
    undefined,
  ]);
  expect(quotes('直接损失30万元，据市应急管理局通报，事故造成3人受伤。')).toEqual([
    undefined,
    '市应急管理局',
  ]);
});

test('a disagreement says on either side whose account it is', () => {
  const a = release('11月23日8时，滨河路发生车祸，据市公安局通报，事故造成3人受伤。');
  const b = release('11月23日8时，滨河路发生车祸，事故造成5人受伤。', '滨海市应急管理局');
  const [conflict] = compareFacts(a, b).filter(({ attribute }) => attribute === 'injured');
  expect([conflict?.a.quoted, conflict?.b.quoted]).toEqual(['市公安局', undefined]);
});
