import type { ReleaseText } from '../../libs/conflict/release-text.js';

const ORGANS = [
  '教育局',
  '公安局',
  '水务集团',
  '交通运输局',
  '应急管理局',
  '气象局',
  '民政局',
  '文化和旅游局',
];
const DISTRICTS = ['东山区', '西河区', '南浦区', '北岭区', '临港区'];
const ACTS = [
  '停水',
  '封闭施工',
  '举行',
  '启动',
  '通报',
  '抽检',
  '开放',
  '招聘',
  '整治',
  '巡查',
  '维修',
  '公示',
  '演练',
  '调整',
];
const START = Date.parse('2023-01-01T00:00:00Z');
export const SPAN_DAYS = 3 * 365;
/** First of the 3,500 everyday characters that names are drawn from. */
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3_500;

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

/**
 * `count` releases over `spanDays` in order of time: an organ, a district, an act, a street, a date, figures, a phone, and
 * clauses of characters drawn with a falling frequency, about 130 characters in all.
 */
export function* generatedReleases(count: number, seed = 7, spanDays = SPAN_DAYS): Generator<ReleaseText> {
  const random = generator(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] as string;
  const words = (length: number): string =>
    Array.from({ length }, () =>
      String.fromCharCode(FIRST_CHARACTER + Math.floor(CHARACTERS * random() ** 2.2)),
    ).join('');
  for (let i = 0; i < count; i++) {
    const published = new Date(START + (i / count) * spanDays * 86_400_000);
    const act = pick(ACTS);
    const street = `${words(2)}路`;
    const day = `${published.getUTCMonth() + 1}月${published.getUTCDate()}日`;
    yield {
      id: `g${i}`,
      organ: `云川市${pick(ORGANS)}`,
      title: `${pick(DISTRICTS)}${street}${act}${words(3)}`,
      body: `${day}${Math.floor(random() * 24)}时起，${street}${words(12)}${act}，涉及${Math.floor(random() * 900)}户。${words(24)}，${words(16)}。${words(14)}，咨询电话0429-${2_000_000 + Math.floor(random() * 6_000_000)}。`,
      publishedAt: published.toISOString(),
    };
  }
}
