const digitOf: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const tenOf: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const groupOf: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A number as written, and the worth of its last written digit (3.07 → 0.01, 1.2万 → 1000). */
export interface Numeral {
  readonly value: number;
  readonly grain: number;
}

/** Longer runs of digits are identifiers, not quantities. */
const longestNumeral = 24;

const positional = (text: string): Numeral | null => {
  let value = 0;
  for (const char of text) {
    const digit = digitOf[char];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return { value, grain: 1 };
};

/** 三百零五, 两千, 一万二 (= 12000), 十五; null when it is no Chinese numeral. */
const grouped = (text: string): Numeral | null => {
  let total = 0;
  let section = 0;
  let digit = -1;
  let lastUnit = 1;
  let sawZero = false;
  for (const char of text) {
    const asDigit = digitOf[char];
    if (asDigit !== undefined) {
      if (digit > 0) return null;
      digit = asDigit;
      if (asDigit === 0) sawZero = true;
      continue;
    }
    const ten = tenOf[char];
    if (ten !== undefined) {
      section += (digit < 0 ? 1 : digit) * ten;
      lastUnit = ten;
    } else {
      const group = groupOf[char];
      if (group === undefined) return null;
      section += Math.max(digit, 0);
      total = group === 1e8 ? (total + Math.max(section, 1)) * group : total + Math.max(section, 1) * group;
      section = 0;
      lastUnit = group;
    }
    digit = -1;
    sawZero = false;
  }
  const short = digit > 0 && !sawZero && lastUnit >= 100;
  section += Math.max(digit, 0) * (short ? lastUnit / 10 : 1);
  return {
    value: total + section,
    grain: short ? lastUnit / 10 : digit >= 0 ? 1 : lastUnit === 10 ? 1 : lastUnit,
  };
};

const arabic = /^(\d+(?:,\d{3})*)(?:\.(\d+))?([百千万亿]*)$/;

const multiplierOf = (units: string): number => {
  let product = 1;
  for (const unit of units) product *= tenOf[unit] ?? groupOf[unit] ?? 1;
  return product;
};

/**
 * Reads a numeral in any of its forms: 1,234 · 1.2万 · 两千 · 二〇二〇 · 十五 · 半.
 * Null when the text is no numeral.
 */
export const readNumeral = (text: string): Numeral | null => {
  if (text.length === 0 || text.length > longestNumeral) return null;
  if (text === '半') return { value: 0.5, grain: 0.5 };
  const match = arabic.exec(text);
  if (match) {
    const decimals = match[2] ?? '';
    const factor = multiplierOf(match[3] ?? '');
    const plain = Number(`${(match[1] ?? '').replaceAll(',', '')}.${decimals || '0'}`);
    const value = Number((plain * factor).toPrecision(15));
    return { value, grain: factor / 10 ** decimals.length };
  }
  return /[十拾百佰千仟万亿]/.test(text) ? grouped(text) : positional(text);
};

const figures = '零一二三四五六七八九';

const underTenThousand = (value: number): string => {
  let out = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '零';
    gap = false;
    out += (figures[digit] as string) + name;
  }
  return out;
};

/** A whole number from 0 up to 9999亿 as Chinese writes it: 10203 → 一万零二百零三. */
export const writeNumeral = (value: number): string => {
  if (value === 0) return '零';
  let out = '';
  let rest = value;
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(rest / unit);
    rest %= unit;
    if (part === 0) {
      continue;
    }
    if (out !== '' && part < 1000) out += '零';
    out += underTenThousand(part) + name;
  }
  return out.startsWith('一十') ? out.slice(1) : out;
};
