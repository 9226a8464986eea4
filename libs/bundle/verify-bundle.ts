import { createHash } from 'node:crypto';
import { isSignedBy, sealOf, type Checkpoint } from '@koujing/audit';
import { digestOf } from '@koujing/kernel';
import {
  bundleSchema,
  digestsOf,
  isSealed,
  type Bundle,
  type BundleParts,
  type BundleSeal,
} from './bundle.js';

/** What does not hold, and where. */
export interface BundleFault {
  readonly part: string;
  readonly zh: string;
  readonly en: string;
}

export interface BundleProof {
  readonly releaseId: string;
  readonly madeAt: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Empty if everything holds; the first is the one to look at. */
  readonly faults: readonly BundleFault[];
}

const fault = (part: string, zh: string, en: string): BundleFault => ({ part, zh, en });

/** A text as it came from a file. Null if it is no bundle at all. */
export const bundleFrom = (text: string): Bundle | null => {
  try {
    return bundleSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** Without a database; `publicKey` is the only key that counts, null takes the one in the bundle. */
export const verifyBundle = (bundle: Bundle, publicKey: string | null): BundleProof => {
  const { seal, parts } = bundle;
  return {
    ...{ releaseId: seal.releaseId, madeAt: seal.madeAt, keyId: seal.keyId, publicKey: seal.publicKey },
    counts: {
      versions: parts.versions.length,
      attachments: parts.attachments.length,
      signatures: parts.signatures.length,
      findings: parts.findings.length,
      deliveries: parts.deliveries.length,
      entries: parts.chain.entries.length,
    },
    faults: [
      ...sealFaults(bundle, publicKey),
      ...attachmentFaults(parts),
      ...renditionFaults(parts),
      ...signatureFaults(parts),
      ...chainFaults(parts, seal),
    ],
  };
};

const sealFaults = (bundle: Bundle, publicKey: string | null): readonly BundleFault[] => {
  const { seal, parts } = bundle;
  const now = digestsOf(parts);
  const names = new Set([...Object.keys(now), ...Object.keys(seal.digests)]);
  const altered = [...names]
    .filter((name) => now[name] !== seal.digests[name])
    .map((name) =>
      fault(name, `“${name}”部分与导出时不同。`, `The part “${name}” is not as it was exported.`),
    );
  const other =
    publicKey !== null && publicKey !== seal.publicKey
      ? [fault('seal', '不是由认可的密钥签署的。', 'It was not signed by the expected key.')]
      : [];
  const forged = isSealed(bundle)
    ? []
    : [fault('seal', '整包签名不成立。', 'The signature of the bundle does not hold.')];
  const strange =
    parts.release['id'] === seal.releaseId
      ? []
      : [fault('release', '发布稿不是签名所说的那一篇。', 'The release is not the one that was signed for.')];
  return [...altered, ...other, ...forged, ...strange];
};

const attachmentFaults = ({ attachments }: BundleParts): readonly BundleFault[] =>
  attachments
    .filter(
      ({ sha256, base64 }) =>
        createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex') !== sha256,
    )
    .map(({ sha256 }) =>
      fault('attachments', `附件 ${sha256} 的内容被改动。`, `The attachment ${sha256} was altered.`),
    );

const renditionFaults = ({ renditions, deliveries }: BundleParts): readonly BundleFault[] => {
  const altered = renditions
    .filter(({ digest, body }) => digestOf(body) !== digest)
    .map(({ digest }) =>
      fault('renditions', `渠道稿 ${digest} 的内容被改动。`, `The rendition ${digest} was altered.`),
    );
  const known = new Set(renditions.map(({ digest }) => digest));
  const without = deliveries
    .filter((row) => !known.has(String(row['rendition_digest'])))
    .map(({ id }) =>
      fault(
        'deliveries',
        `发送记录 ${String(id)} 缺少它发出的渠道稿。`,
        `The delivery ${String(id)} lacks what it sent.`,
      ),
    );
  return [...altered, ...without];
};

/** A signature that is not void stands on the digest of a version that is here. */
const signatureFaults = ({ signatures, versions, names }: BundleParts): readonly BundleFault[] =>
  signatures
    .filter((row) => row['voided_at'] === null)
    .filter(
      (row) =>
        !versions.some(
          (version) => version['version'] === row['version'] && version['digest'] === row['digest'],
        ),
    )
    .map((row) => {
      const who = names[String(row['person_id'])] ?? String(row['person_id']);
      return fault(
        'signatures',
        `${who}的签署不在任何一个版本的摘要上。`,
        `The signature of ${who} stands on the digest of no version.`,
      );
    });

const chainFaults = ({ chain }: BundleParts, { keyId, publicKey }: BundleSeal): readonly BundleFault[] => {
  const altered = chain.entries
    .filter(({ content, sequence, previous, hash }) => sealOf(content, sequence, previous) !== hash)
    .map(({ sequence }) =>
      fault('chain', `审计第 ${sequence} 条被改动。`, `Entry ${sequence} of the record was altered.`),
    );
  const torn = chain.entries
    .filter(({ sequence, previous }, at) => {
      const before = chain.entries[at - 1];
      return (
        before !== undefined &&
        (before.sequence >= sequence || (before.sequence === sequence - 1 && before.hash !== previous))
      );
    })
    .map(({ sequence }) =>
      fault(
        'chain',
        `审计第 ${sequence} 条与前一条接不上。`,
        `Entry ${sequence} of the record does not follow the one before it.`,
      ),
    );
  const forged = (['checkpoint', 'head'] as const)
    // What an earlier key signed is no forgery; the seal of the bundle vouches for it.
    .filter((kind) => (chain[kind] as Checkpoint | null)?.keyId === keyId)
    .filter((kind) => !isSignedBy(kind, chain[kind] as Checkpoint, publicKey))
    .map((kind) =>
      fault('chain', `检查点（${kind}）的签名不成立。`, `The signature of the ${kind} does not hold.`),
    );
  return [...altered, ...torn, ...forged];
};
