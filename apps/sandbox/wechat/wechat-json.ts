import { WechatRefusal } from './wechat-refusal.js';
import { isObject } from './wechat-call.js';

/**
 * Reads a body as strictly as the platform's documentation asks: UTF-8, an object, and no character beyond
 * ASCII written as `\uXXXX` (the platform would show the escape to the public).
 * @throws WechatRefusal 44002 when empty, 47001 else.
 */
export const readJson = (bytes: Buffer | undefined): Readonly<Record<string, unknown>> => {
  if (!bytes || bytes.length === 0) throw new WechatRefusal(44002);
  const text = decoded(bytes);
  if (hasEscapedCharacter(text)) throw new WechatRefusal(47001, 'data format error hint: [\\uXXXX escapes]');
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new WechatRefusal(47001);
};

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WechatRefusal(47001, 'data format error hint: [not UTF-8]');
  }
};

/** An escaped backslash before the `u` makes it plain text; control characters may be escaped. */
const hasEscapedCharacter = (text: string): boolean => {
  for (const [, code] of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|.)/g))
    if (code !== undefined && parseInt(code, 16) >= 0x80) return true;
  return false;
};
