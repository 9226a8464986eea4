import { idf } from '@node-rs/jieba/dict.js';
import type { ReleaseText } from '../../libs/conflict/release-text.js';

const ORGANS =
  '教育局 公安局 水务集团 交通运输局 应急管理局 气象局 民政局 文化和旅游局 城市管理局 生态环境局'.split(' ');
const DISTRICTS = '东山区 西河区 南浦区 北岭区 临港区'.split(' ');
const ACTS = '停水 封闭施工 举行 启动 通报 抽检 开放 招聘 整治 巡查 维修 公示 演练 调整'.split(' ');
const START = Date.parse('2023-01-01T00:00:00Z');
export const SPAN_DAYS = 3 * 365;
const DAY = 86_400_000;
/** Words of two and three characters by falling frequency, from the segmenter's own table. */
const WORDS = 20_000;
/** Every so many releases one tells again what another organ told up to two days before, in other words. */
const RETOLD_EVERY = 12;
const RETOLD_AMONG = 40;

/** Mulberry32: small, seeded, the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a release is about; two organs may tell one of them. */
interface Story {
  readonly district: string;
  readonly street: string;
  readonly act: string;
  readonly about: string;
  readonly day: string;
  readonly hour: number;
  readonly households: number;
  readonly phone: number;
}

/**
 * `count` releases over `spanDays` in order of time, about 190 characters each: an organ, a district, a street, an act, a day,
 * an hour, a number of households, a phone, and sentences of words drawn by Zipf's law from the 20,000 commonest of the
 * segmenter's dictionary. Every twelfth is another organ's telling of a story of the last forty, half of them with another
 * number of households: so that candidates are scored, facts are compared and findings are explained.
 */
export function* generatedReleases(count: number, seed = 7, spanDays = SPAN_DAYS): Generator<ReleaseText> {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const told: Story[] = [];
  for (let i = 0; i < count; i++) {
    const published = new Date(START + (i / count) * spanDays * DAY);
    const before = told.length >= RETOLD_AMONG && i % RETOLD_EVERY === 0 ? pick(told) : undefined;
    const story = before === undefined ? newStory(random, published) : retold(before, random);
    told.push(story);
    if (told.length > RETOLD_AMONG) told.shift();
    yield {
      id: `g${i}`,
      organ: `云川市${pick(ORGANS)}`,
      ...tellingOf(story, random),
      publishedAt: published.toISOString(),
    };
  }
}

function newStory(random: () => number, published: Date): Story {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] as string;
  return {
    district: pick(DISTRICTS),
    street: `${zipfWords(random, 1)}路`,
    act: pick(ACTS),
    about: zipfWords(random, 2),
    day: `${published.getUTCMonth() + 1}月${published.getUTCDate()}日`,
    hour: Math.floor(random() * 24),
    households: Math.floor(random() * 900) + 10,
    phone: 2_000_000 + Math.floor(random() * 6_000_000),
  };
}

const retold = (story: Story, random: () => number): Story =>
  random() < 0.5 ? story : { ...story, households: story.households + 7 };

function tellingOf(story: Story, random: () => number): { readonly title: string; readonly body: string } {
  const { district, street, act, about, day, hour, households, phone } = story;
  const clause = (words: number): string => zipfWords(random, words);
  return {
    title: `${district}${street}${act}${about}`,
    body: `${day}${hour}时起，${district}${street}${clause(4)}${act}${about}，涉及${households}户。${clause(14)}，${clause(9)}。${clause(12)}，${clause(6)}。${clause(8)}，咨询电话0429-${phone}。`,
  };
}

let words: readonly string[] | undefined;

function zipfWords(random: () => number, count: number): string {
  words ??= commonWords();
  let text = '';
  // The inverse of Zipf's distribution with exponent 1: rank = N^u.
  for (let i = 0; i < count; i++) text += words[Math.floor(words.length ** random()) - 1] ?? '';
  return text;
}

/** The segmenter's table gives the inverse document frequency of each word. */
function commonWords(): readonly string[] {
  const entries = new TextDecoder()
    .decode(idf)
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '']) => /^[\p{Script=Han}]{2,3}$/u.test(word))
    .map(([word = '', value = '0']) => ({ word, idf: Number(value) }));
  return entries
    .sort((a, b) => a.idf - b.idf || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS)
    .map(({ word }) => word);
}
