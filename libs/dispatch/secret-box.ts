import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Problem } from '@koujing/kernel';

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

/** Seals credentials and tokens for the database: AES-256-GCM, bound to the account they belong to. */
export class SecretBox {
  constructor(private readonly key: Uint8Array) {}

  /** A secret that the house makes itself and never has to store: the same for the same purpose and context. */
  derive(purpose: string, context: string): string {
    return createHmac('sha256', this.key).update(`${purpose}|${context}`).digest('base64url');
  }

  /** `context` (the account's id) must be the same when it is opened: a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  open(sealed: string, context: string): string {
    const [found, body] = sealed.split('.');
    const bytes = Buffer.from(body ?? '', 'base64url');
    if (found !== version || bytes.length < ivBytes + tagBytes) throw unreadable();
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      // OpenSSL's own message tells nothing that helps and could tell a stranger which part failed.
      throw unreadable();
    }
  }
}

/** The key from the environment: 32 bytes as base64 or hex. All mistakes are told at boot. */
export const secretBoxFrom = (value: string): SecretBox => {
  const key = /^[0-9a-f]{64}$/iu.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  if (key.length === 32) return new SecretBox(key);
  throw new Problem('badInput', [
    {
      code: 'secretKey',
      message: `KOUJING_SECRET_KEY 解码后是 ${key.length} 字节，应为 32 字节（base64 或十六进制），可用 openssl rand -base64 32 生成。`,
      messageEn: `KOUJING_SECRET_KEY decodes to ${key.length} bytes; it must be 32 bytes in base64 or hex, e.g. from openssl rand -base64 32.`,
      field: 'KOUJING_SECRET_KEY',
      allowed: '32 bytes',
    },
  ]);
};

const unreadable = (): Problem =>
  new Problem('unavailable', [
    {
      code: 'secretUnreadable',
      message: '账号凭据无法解密，请检查 KOUJING_SECRET_KEY 是否与保存时一致。',
      messageEn:
        'The credentials cannot be decrypted; check that KOUJING_SECRET_KEY is the one they were saved with.',
      field: 'KOUJING_SECRET_KEY',
    },
  ]);
