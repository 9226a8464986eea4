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

const rules: readonly Rule[] = [
  {
    kind: 'classificationMark',
    pattern: /(?:绝密|机密|秘密)\s*[★☆*]\s*(?:\d+\s*(?:年|个月)|长期)?|密级[:：]\s*(?:绝密|机密|秘密)/gu,
  },
  {
    kind: 'internalMark',
    pattern: /内部(?:资料|文件|使用|参阅)|不得(?:外传|公开|转载外泄)|注意保存|(?:仅|只)供(?:领导)?参阅/gu,
  },
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

/** Hints for the reviewer, who decides; nothing is refused for them. Offsets count UTF-16 units in `text`. */
export const scanForSecrets = (text: string): readonly HintView[] => {
  const hints: HintView[] = [];
  for (const { kind, pattern, holds } of rules)
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      const end = match.index + found.length;
      const known = hints.some((hint) => hint.start < end && match.index < hint.end);
      if (known || (holds !== undefined && !holds(found))) continue;
      const [message, messageEn] = messages[kind];
      hints.push({ kind, text: found, start: match.index, end, message, messageEn });
    }
  return hints.sort((a, b) => a.start - b.start);
};

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
