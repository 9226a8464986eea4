import { numberIn } from './civil-date.js';
import { approximatorAfter, approximatorBefore, quantityOf, scaled } from './quantity.js';
import type { Approximation, Quantity } from './quantity.js';
import type { Span } from './sentence.js';
import { unitAt } from './unit.js';
import type { Unit } from './unit.js';

export interface QuantityMention extends Span {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
  readonly unit: Unit;
  /** The unit's name as written; '' for a bare number. */
  readonly unitName: string;
  /** End of the number itself. */
  readonly numberEnd: number;
  /** 一名, 一家: an article rather than a count. */
  readonly article: boolean;
}

const numeral =
  /(?<![\d.])(\d{1,16}(?:,\d{3}){0,4}(?:\.\d{1,8})?)([百千万亿]{0,2})|([一二两三四五六七八九十百千万亿半][一二两三四五六七八九十百千万亿零]{0,11})/g;
const more = /^[余多几来]/;
const bareUnit: Unit = { family: 'count', base: '', factor: 1 };

/** Words that only look like a numeral with a unit: 一些人, 十分, 万一, 千万. */
const notCounted = new Set([
  '十分',
  '百分',
  '万分',
  '一度',
  '一年',
  '一级',
  '一期',
  '一处',
  '一门',
  '一连',
  '一发',
  '一位',
  '一年',
  '一周',
  '一天',
  '两天',
  '一次',
  '一个',
  '三金',
  '一金',
  '一市',
  '一国',
  '一区',
  '两国',
  '一本',
  '一层',
  '一部',
  '一项',
  '一套',
  '一批',
  '一场',
  '一起',
  '一份',
  '一条',
  '一段',
  '一组',
  '一张',
  '一首',
  '一颗',
  '一分',
  '半个',
  '半天',
  '一字',
  '一台',
  '一座',
  '一局',
  '一级',
  '一笔',
  '一轮',
  '一家',
  '一款',
]);

const percentBefore = (text: string, start: number): boolean => text.startsWith('百分之', start - 3);

interface Scan {
  readonly text: string;
  readonly start: number;
  readonly digits: string;
  readonly arabic: boolean;
  readonly end: number;
}

const wideUnits: Readonly<Record<string, Unit>> = {
  成: { family: 'percent', base: '%', factor: 10 },
};

/** 减两成, 首付三成: what is granted or due is meant to the point; 近三成 of a statistic is rounded. */
const granted = /(?:[立直]?减免?|补贴?|贴|优惠|首付款?|支付|奖励|[上下]浮)$/;
const asGranted = (share: QuantityMention): QuantityMention => ({
  ...share,
  quantity: { ...share.quantity, grain: 1 },
});

const build = (
  scan: Scan,
  unit: Unit,
  unitName: string,
  parts: {
    readonly numberEnd: number;
    readonly end: number;
    readonly more: boolean;
    readonly digits: string;
  },
): QuantityMention | null => {
  const { text, start } = scan;
  const near: Approximation =
    approximatorBefore(text, start) ?? approximatorAfter(text, parts.end) ?? 'exact';
  const quantity = quantityOf(parts.digits, parts.more ? 'more' : near);
  if (quantity === null) return null;
  return {
    kind: 'quantity',
    start,
    end: parts.end,
    numberEnd: parts.numberEnd,
    unit,
    unitName,
    quantity: unit.factor === 1 ? quantity : scaled(quantity, unit.factor),
    article: scan.digits === '一',
  };
};

const rangeEnd = /^[-~至到](\d{1,12}(?:\.\d{1,8})?)([百千万亿]{0,2})/;
const isYear = (digits: string, unitName: string): boolean =>
  unitName.startsWith('年') && /^(?:19|20)\d\d$/.test(digits);

/** 3至5人, 50-80毫米: one quantity that admits everything between its ends; null where no unit follows. */
const readRange = (scan: Scan): QuantityMention | null => {
  const { text, end } = scan;
  const match = rangeEnd.exec(text.slice(end, end + 18));
  if (!match) return null;
  const numberEnd = end + match[0].length;
  const hit = unitAt(text, numberEnd);
  if (!hit || isYear(match[1] as string, hit.name)) return null;
  const factor = /[百千万亿]/.test(scan.digits) ? '' : (match[2] ?? '');
  const low = quantityOf(scan.digits + factor, 'exact');
  const high = quantityOf((match[1] as string) + (match[2] ?? ''), 'exact');
  if (!low || !high || low.value >= high.value) return null;
  const unitEnd = numberEnd + hit.name.length;
  const built = build(scan, hit.unit, hit.name, {
    numberEnd,
    end: unitEnd,
    more: false,
    digits: scan.digits + factor,
  });
  if (built === null) return null;
  const scale = hit.unit.factor;
  return {
    ...built,
    quantity: { ...built.quantity, interval: { low: low.value * scale, high: high.value * scale } },
  };
};

/** 四车追尾, 2车相撞 name the kind of accident. */
const isCollision = (text: string, arabic: boolean, at: number, unitName: string): boolean =>
  unitName === '车' && (!arabic || /^(?:追尾|相撞|碰撞|连环)/.test(text.slice(at + 1, at + 3)));

/** 两块三毛五, 三块三: tenths and hundredths of a yuan, as people say them; 三块三千 is none. */
const COINS =
  /^([一二三四五六七八九1-9])(?:[毛角]([一二三四五六七八九1-9])?分?)?(?![十百千万亿\d个次起项条名人张份场])/;
const coinsAfter = (after: string): { readonly digits: string; readonly length: number } | null => {
  const match = COINS.exec(after);
  return match === null
    ? null
    : {
        digits: `${numberIn(match[1])}${match[2] === undefined ? '' : numberIn(match[2])}`,
        length: match[0].length,
      };
};

/** 每秒300立方米 is a flow, as 300立方米/秒 is. */
const perSecond = (unit: Unit): Unit =>
  unit.base === '立方米' || unit.base === '米' ? { ...unit, base: `${unit.base}/秒` } : unit;

const read = (scan: Scan): QuantityMention | null => {
  const { text, arabic } = scan;
  if (arabic && rangeEnd.test(text.slice(scan.end, scan.end + 18))) return readRange(scan);
  let end = scan.end;
  let digits = scan.digits;
  const vague = more.test(text.slice(end, end + 1));
  if (vague) {
    end += 1;
    const multiplier = /^[万亿]/.exec(text.slice(end, end + 1));
    if (multiplier) {
      digits += multiplier[0];
      end += 1;
    }
  }
  const numberEnd = end;
  if (percentBefore(text, scan.start)) {
    return build({ ...scan, start: scan.start - 3 }, { family: 'percent', base: '%', factor: 1 }, '%', {
      numberEnd,
      end,
      more: vague,
      digits,
    });
  }
  const hit = unitAt(text, end);
  const wide = wideUnits[text[end] ?? ''];
  if (wide && !/[为立员功都交本果绩长效熟分就]/.test(text[end + 1] ?? '')) {
    const share = build(scan, wide, '成', { numberEnd, end: end + 1, more: vague, digits });
    return share !== null && granted.test(text.slice(0, scan.start).slice(-3)) ? asGranted(share) : share;
  }
  if (hit?.name === '位' && /[数于置]/.test(text[end + 1] ?? '')) return null;
  // 市第一人民医院, 第3名, 第三方: nothing is counted.
  if ((hit?.unit.family === 'people' || hit?.name === '方') && text[scan.start - 1] === '第') return null;
  if (hit && !isCollision(text, arabic, end, hit.name)) {
    end += hit.name.length;
    if (!arabic && notCounted.has(digits + hit.name)) return null;
    if (isYear(digits, hit.name)) return null;
    const coins = hit.name === '块' ? coinsAfter(text.slice(end, end + 5)) : null;
    if (coins !== null && !vague && Number.isInteger(numberIn(digits)))
      return build(scan, hit.unit, hit.name, {
        numberEnd,
        end: end + coins.length,
        more: false,
        digits: `${numberIn(digits)}.${coins.digits}`,
      });
    if (text[end] === '多' && !vague)
      return build(scan, hit.unit, hit.name, { numberEnd, end: end + 1, more: true, digits });
    const unit = text.startsWith('每秒', scan.start - 2) ? perSecond(hit.unit) : hit.unit;
    return build(scan, unit, hit.name, { numberEnd, end, more: vague, digits });
  }
  if (
    !arabic ||
    /[A-Za-z]/.test(text[scan.start - 1] ?? '') ||
    (/^(?:19|20)\d\d$/.test(digits) && /[\u4e00-\u9fa5]/.test(text[end] ?? ''))
  )
    return null;
  const next = text[end] ?? '';
  const name = /[\u4e00-\u9fa5]/.test(next) ? next : '';
  return build(scan, name === '' ? bareUnit : { ...bareUnit, base: name }, '', {
    numberEnd,
    end,
    more: vague,
    digits,
  });
};

/** Every number of a normalised text with its unit, in order; the caller drops those inside dates, times and phones. */
export const quantitiesIn = (text: string): QuantityMention[] => {
  const found: QuantityMention[] = [];
  let reach = 0;
  for (const match of text.matchAll(numeral)) {
    const digits = match[1] === undefined ? (match[3] as string) : match[1] + (match[2] ?? '');
    if (match.index < reach) continue;
    const mention = read({
      text,
      start: match.index,
      digits,
      arabic: match[1] !== undefined,
      end: match.index + match[0].length,
    });
    if (!mention) continue;
    found.push(mention);
    reach = mention.end;
  }
  return found;
};
