import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Problem } from '@koujing/kernel';

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals credentials and tokens for the database: AES-256-GCM, bound to the account they belong to. While the key is being
 * replaced there are two: both open, and the one that the database has settled on seals.
 */
export class SecretBox {
  #sealing: Uint8Array;
  #root: Uint8Array;

  constructor(
    private key: Uint8Array,
    private successor: Uint8Array | null = null,
  ) {
    this.#sealing = key;
    this.#root = key;
  }

  /** Names of the keys that it opens with; nobody finds a key from its name. */
  get names(): readonly string[] {
    return this.#keys.map(nameOf);
  }

  /** The name of the key that it seals with. */
  get sealsWith(): string {
    return nameOf(this.#sealing);
  }

  get hasSuccessor(): boolean {
    return this.successor !== null;
  }

  /** Reads its keys anew, e.g. from the file that they stand in. What it seals with stays until `settleOn`. */
  learn(other: SecretBox): void {
    this.key = other.key;
    this.successor = other.successor;
  }

  /** From now on seals with the key that opens this. False if none does. */
  settleOn(sealed: string, context: string): boolean {
    const found = this.#keys.find((key) => openWith(key, sealed, context) !== null);
    if (found === undefined) return false;
    this.#sealing = found;
    return true;
  }

  /** From now on seals with the successor. */
  settleOnSuccessor(): void {
    if (this.successor !== null) this.#sealing = this.successor;
  }

  /** Whether this is sealed with the key that it seals with itself. */
  isFresh(sealed: string, context: string): boolean {
    return openWith(this.#sealing, sealed, context) !== null;
  }

  /** What everything derived comes of: it outlives the key, for links that were sent out must still open. */
  get root(): string {
    return Buffer.from(this.#root).toString('base64');
  }

  /** Without a kept root, the key itself is it. */
  deriveFrom(root: string | null): void {
    this.#root = root === null ? this.#sealing : Buffer.from(root, 'base64');
  }

  /** A secret that the house makes itself and never has to store: the same for the same purpose and context. */
  derive(purpose: string, context: string): string {
    return createHmac('sha256', this.#root).update(`${purpose}|${context}`).digest('base64url');
  }

  /** `context` (the account's id) must be the same when it is opened: a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  open(sealed: string, context: string): string {
    for (const key of this.#keys) {
      const plain = openWith(key, sealed, context);
      if (plain !== null) return plain;
    }
    throw unreadable();
  }

  get #keys(): readonly Uint8Array[] {
    return this.successor === null ? [this.key] : [this.key, this.successor];
  }
}

const nameOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('koujing key name').digest('hex').slice(0, 12);

const openWith = (key: Uint8Array, sealed: string, context: string): string | null => {
  const [found, body] = sealed.split('.');
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (found !== version || bytes.length < ivBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    // OpenSSL's own message tells nothing that helps and could tell a stranger which part failed.
    return null;
  }
};

/** The key, and its successor while it is being replaced: 32 bytes each as base64 or hex. All mistakes are told at boot. */
export const secretBoxFrom = (value: string): SecretBox => {
  const [key, successor, ...rest] = value.split(/[\s,]+/u).filter((part) => part !== '');
  if (rest.length > 0) throw tooMany(rest.length + 2);
  return new SecretBox(keyOf(key ?? ''), successor === undefined ? null : keyOf(successor));
};

const keyOf = (value: string): Uint8Array => {
  const key = /^[0-9a-f]{64}$/iu.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  if (key.length === 32) return key;
  throw bad(
    `KOUJING_SECRET_KEY 解码后是 ${key.length} 字节，应为 32 字节（base64 或十六进制），可用 openssl rand -base64 32 生成。`,
    `KOUJING_SECRET_KEY decodes to ${key.length} bytes; it must be 32 bytes in base64 or hex, e.g. from openssl rand -base64 32.`,
  );
};

const tooMany = (found: number): Problem =>
  bad(
    `KOUJING_SECRET_KEY 里有 ${found} 把密钥，最多两把：现用的，逗号后是接替它的。`,
    `KOUJING_SECRET_KEY has ${found} keys; there may be two: the one in use and, after a comma, its successor.`,
  );

const bad = (message: string, messageEn: string): Problem =>
  new Problem('badInput', [
    { ...{ code: 'secretKey', message, messageEn }, field: 'KOUJING_SECRET_KEY', allowed: '32 bytes' },
  ]);

export const unreadable = (): Problem =>
  new Problem('unavailable', [
    {
      code: 'secretUnreadable',
      message: '账号凭据无法解密，请检查 KOUJING_SECRET_KEY 是否与保存时一致。',
      messageEn:
        'The credentials cannot be decrypted; check that KOUJING_SECRET_KEY is the one they were saved with.',
      field: 'KOUJING_SECRET_KEY',
    },
  ]);
