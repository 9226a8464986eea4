import type { HintView } from './signoff.api.js';

type HintKind = HintView['kind'];

const messages: Readonly<Record<HintKind, readonly [zh: string, en: string]>> = {
  identityCard: [
    '疑似身份证号码，请确认是否应当遮蔽。',
    'Looks like an identity card number; should it be masked?',
  ],
  phone: [
    '疑似个人手机号码，请确认是否为公开的咨询电话。',
    'Looks like a personal mobile number; is it a public hotline?',
  ],
  bankCard: ['疑似银行卡号，请确认是否应当遮蔽。', 'Looks like a bank card number; should it be masked?'],
  classificationMark: [
    '出现密级标志，涉密内容不得在本系统处理。',
    'A classification mark: nothing classified may be handled here.',
  ],
  internalMark: ['出现内部标志，请确认可以公开。', 'A mark of internal use; may it be published?'],
};

interface Rule {
  readonly kind: HintKind;
  readonly pattern: RegExp;
  readonly holds?: (match: string) => boolean;
}

const marks: readonly Rule[] = [
  {
    kind: 'classificationMark',
    pattern: /(?:绝密|机密|秘密)\s*[★☆*]\s*(?:\d+\s*(?:年|个月)|长期)?|密级[:：]\s*(?:绝密|机密|秘密)/gu,
  },
  {
    kind: 'internalMark',
    pattern: /内部(?:资料|文件|使用|参阅)|不得(?:外传|公开|转载外泄)|注意保存|(?:仅|只)供(?:领导)?参阅/gu,
  },
];

const numbers: readonly Rule[] = [
  {
    kind: 'identityCard',
    pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/gu,
    holds: (match) => isIdentityCard(match),
  },
  {
    kind: 'bankCard',
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/gu,
    holds: (match) => isBankCard(match),
  },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu },
];

const rules: readonly Rule[] = [...marks, ...numbers];

/** In a property, a header or a title a grade stands by itself, which in a sentence may be anybody's secret. */
const traceRules: readonly Rule[] = [
  ...marks,
  { kind: 'classificationMark', pattern: /(?<![^\s:：【[（(])(?:绝密|机密|秘密)(?![^\s】\]）)，,；;])/gu },
  ...numbers,
];

/**
 * Hints for the reviewer, who decides; nothing is refused for them. Offsets count UTF-16 units in `text`. After `most` it
 * stops, marks first: a list of persons must not hide that it is classified.
 */
export const scanForSecrets = (
  text: string,
  place: HintView['place'] = null,
  most = Infinity,
): readonly HintView[] => scanned(rules, text, { place, most });

/** The same for what a file says beside its content. */
export const scanTrace = (text: string, place: HintView['place'], most = Infinity): readonly HintView[] =>
  scanned(traceRules, text, { place, most });

const scanned = (
  by: readonly Rule[],
  text: string,
  { place, most }: { readonly place: HintView['place']; readonly most: number },
): readonly HintView[] => {
  const hints: HintView[] = [];
  const told = new Uint8Array(text.length);
  for (const { kind, pattern, holds } of by)
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      const end = match.index + found.length;
      const known = told.subarray(match.index, end).includes(1);
      if (known || (holds !== undefined && !holds(found))) continue;
      told.fill(1, match.index, end);
      const [message, messageEn] = messages[kind];
      hints.push({ kind, text: found, place, start: match.index, end, message, messageEn });
      if (hints.length >= most) return inOrder(hints);
    }
  return inOrder(hints);
};

const inOrder = (hints: readonly HintView[]): readonly HintView[] =>
  [...hints].sort((a, b) => a.start - b.start);

/** GB 11643: weights and check characters of the 18-digit number. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

const isIdentityCard = (number: string): boolean => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return checks[sum % 11] === number[17]?.toUpperCase();
};

/** ISO/IEC 7812 (Luhn), 16–19 digits. */
const isBankCard = (written: string): boolean => {
  const digits = [...written.replace(/\D/gu, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + luhn(digit, index), 0);
  return sum % 10 === 0;
};

const luhn = (digit: number, index: number): number => {
  if (index % 2 === 0) return digit;
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
};
