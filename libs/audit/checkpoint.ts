import { verifySignature, type CryptoSuite, type SigningKey } from '@koujing/crypto';
import { canonicalJson } from '@koujing/kernel';

/** That the chain had this seal at this place, said by whoever holds the key. */
export interface Checkpoint {
  readonly sequence: number;
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** A `head` is replaced with every sealing, a `checkpoint` stays: an old one of the second kind is no head. */
export type CheckpointKind = 'checkpoint' | 'head';

/** Signs for one process. */
export interface Signer {
  readonly suite: CryptoSuite;
  readonly key: SigningKey;
  readonly keyId: string;
}

/** What the signature covers, byte for byte: canonical JSON, so that a third party can write it down again. */
export const signedText = (
  kind: CheckpointKind,
  { sequence, hash, at, keyId }: Omit<Checkpoint, 'signature'>,
): string => canonicalJson({ kind: `koujing-${kind}`, sequence, hash, at, keyId });

export const signCheckpoint = (
  kind: CheckpointKind,
  place: Pick<Checkpoint, 'sequence' | 'hash' | 'at'>,
  { suite, key, keyId }: Signer,
): Checkpoint => {
  const { sequence, hash, at } = place;
  const said = { sequence, hash, at, keyId };
  return { ...said, signature: suite.sign(signedText(kind, said), key.privateKey) };
};

export const isSignedBy = (kind: CheckpointKind, checkpoint: Checkpoint, publicKey: string): boolean =>
  verifySignature(signedText(kind, checkpoint), checkpoint.signature, publicKey);
