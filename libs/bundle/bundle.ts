import { keyIdOf, verifySignature } from '@koujing/crypto';
import type { Signer } from '@koujing/audit';
import { canonicalJson, digestOf } from '@koujing/kernel';
import { z } from 'zod';

const row = z.record(z.string(), z.unknown());

/** Rows as the ledger keeps them, times as ISO instants. */
export const partsSchema = z.object({
  release: row,
  versions: z.array(row),
  attachments: z.array(z.object({ sha256: z.string(), mimeType: z.string(), base64: z.string() })),
  renditions: z.array(z.object({ digest: z.string(), body: z.unknown() })),
  signatures: z.array(row),
  findings: z.array(row),
  rulings: z.array(row),
  verdicts: z.array(row),
  deliveries: z.array(row),
  attempts: z.array(row),
  /** Persons and organs that are named above, as they are called now. */
  names: z.record(z.string(), z.string()),
  chain: z.object({
    entries: z.array(
      z.object({
        sequence: z.number(),
        hash: z.string(),
        previous: z.string(),
        content: z.object({
          id: z.string(),
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          subjectKind: z.string(),
          subjectId: z.string(),
          digest: z.string().nullable(),
          detail: z.unknown(),
        }),
      }),
    ),
    /** Of this release, but not sealed yet when it was exported. */
    unsealed: z.number(),
    checkpoint: z.unknown(),
    head: z.unknown(),
  }),
});
export type BundleParts = z.infer<typeof partsSchema>;

const sealSchema = z.object({
  releaseId: z.string(),
  madeAt: z.string(),
  /** SHA-256 of each part's canonical JSON. */
  digests: z.record(z.string(), z.string()),
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});
export type BundleSeal = z.infer<typeof sealSchema>;

export const bundleSchema = z.object({
  format: z.literal('koujing-bundle'),
  version: z.literal(1),
  seal: sealSchema,
  parts: partsSchema,
});
export type Bundle = z.infer<typeof bundleSchema>;

const sealedText = ({
  releaseId,
  madeAt,
  digests,
  keyId,
}: Omit<BundleSeal, 'signature' | 'publicKey'>): string =>
  canonicalJson({ kind: 'koujing-bundle', releaseId, madeAt, digests, keyId });

export const digestsOf = (parts: BundleParts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, digestOf(canonicalJson(part))]));

/** @param madeAt ISO instant */
export const sealBundle = (parts: BundleParts, madeAt: string, { suite, key, keyId }: Signer): Bundle => {
  // As a reader will find it: what JSON leaves out is not signed either.
  const plain = partsSchema.parse(JSON.parse(JSON.stringify(parts)));
  const said = { releaseId: String(plain.release['id']), madeAt, digests: digestsOf(plain), keyId };
  return {
    ...{ format: 'koujing-bundle', version: 1 },
    seal: { ...said, publicKey: key.publicKey, signature: suite.sign(sealedText(said), key.privateKey) },
    parts: plain,
  };
};

export const isSealed = ({ seal }: Bundle): boolean =>
  keyIdOf(seal.publicKey) === seal.keyId && verifySignature(sealedText(seal), seal.signature, seal.publicKey);
