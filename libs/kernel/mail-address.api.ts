import { z } from 'zod';

/**
 * Letters of any script on both sides (RFC 6531); never a control character, a space, a quotation mark or a list
 * separator: whoever smuggles one of these into an address writes a header or a second recipient of their own.
 */
const mailbox =
  /^[^\s@"(),:;<>[\]\\\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

export const mailAddressSchema = z
  .string()
  .trim()
  .max(254, { error: '邮箱地址不超过 254 字符 (at most 254 characters)' })
  .regex(mailbox, { error: '邮箱地址，例如 desk@news.example (an e-mail address)' });
