import { Problem, type Reason } from '@koujing/kernel';

const unstorable = (field: string): Reason => ({
  code: 'badField',
  message: `“${field}”不正确：含有无法保存的字符（空字符或残缺的字符），请删去后重新输入。`,
  messageEn: `"${field}" is not valid: it holds a character that cannot be kept (a null character or half of one); delete it and type it again.`,
  field,
  allowed: '不含 U+0000 和单独的代理码位 (no U+0000, no lone surrogate)',
});

const isWhole = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/**
 * What PostgreSQL refuses (U+0000) or what would be another text once it is stored (half of a pair of surrogates becomes
 * U+FFFD): refused with its field, wherever it stands. Without recursion: nested as deep as a body may be long.
 * @throws Problem `badInput`
 */
export const refuseBrokenText = (value: unknown): void => {
  const left: { readonly value: unknown; readonly field: string }[] = [{ value, field: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: each, field } = next;
    if (typeof each === 'string' && !isWhole(each)) throw new Problem('badInput', [unstorable(field)]);
    if (typeof each !== 'object' || each === null) continue;
    for (const [key, inner] of Object.entries(each)) {
      if (!isWhole(key)) throw new Problem('badInput', [unstorable(field === '' ? '?' : field)]);
      if (typeof inner === 'object' || typeof inner === 'string')
        left.push({ value: inner, field: field === '' ? key : `${field}.${key}` });
    }
  }
};
