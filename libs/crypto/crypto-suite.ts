/** Two texts that belong together; the private one is never shown to anybody. */
export interface SigningKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

export type SuiteName = 'international' | 'national';

/** Hash, signature and cipher of one family of algorithms. All texts are ASCII and name their algorithm. */
export interface CryptoSuite {
  readonly name: SuiteName;
  /** What stands before each key and signature of this suite. */
  readonly scheme: 'ed25519' | 'sm2';
  /** 64 lower-case hex digits: both hashes are 256 bits long. */
  hash(data: string | Uint8Array): string;
  newSigningKey(): SigningKey;
  /** The pair that belongs to a private key. @throws Problem `badInput` for what is none of this suite */
  signingKeyFrom(privateKey: string): SigningKey;
  sign(text: string, privateKey: string): string;
  /** False for everything that does not verify, malformed input included. */
  verify(text: string, signature: string, publicKey: string): boolean;
  /** `key` has 32 bytes. */
  seal(plain: string, key: Uint8Array, context: string): string;
  /** Null if the key, the context or the sealed text is another one. */
  open(sealed: string, key: Uint8Array, context: string): string | null;
}

/** A text without the scheme before it, or null if it has another one. */
export const bodyOf = (text: string, scheme: string): Buffer | null => {
  const [found, body, ...rest] = text.split(':');
  if (found !== scheme || body === undefined || rest.length > 0 || !/^[\w-]+$/u.test(body)) return null;
  return Buffer.from(body, 'base64url');
};

export const named = (scheme: string, body: Uint8Array): string =>
  `${scheme}:${Buffer.from(body).toString('base64url')}`;
