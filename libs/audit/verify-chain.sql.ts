import type { Queries } from '@koujing/database';
import type { ChainFault } from './audit.api.js';
import { atStart, walkChain, type Reached } from './chain-fault.sql.js';
import { isSignedBy, type Checkpoint, type CheckpointKind } from './checkpoint.js';
import { auditKeys, checkpointsOf, signedHead } from './checkpoint-store.sql.js';
import { chainHead, sealAt } from './seal-entries.sql.js';

/**
 * `forged`: a checkpoint whose signature does not hold; `unknownKey`: one signed by a key that is not known, or not the one
 * that was asked for; `unsigned`: the signed end is gone, though checkpoints were signed.
 */
export type ProofFault = Omit<ChainFault, 'kind'> & {
  readonly kind: ChainFault['kind'] | 'forged' | 'unknownKey' | 'unsigned';
};

export interface ChainProof {
  /** Sealed entries. */
  readonly entries: number;
  readonly head: string;
  /** Entries that no seal has reached. */
  readonly unsealed: number;
  readonly checkpoints: number;
  /** Up to here a signature vouches for the chain; 0 if nothing was ever signed. */
  readonly signedThrough: number;
  readonly lastCheckpoint: Checkpoint | null;
  readonly keys: readonly { readonly id: string; readonly publicKey: string; readonly since: string }[];
  /** The first place that does not hold; null if everything does. */
  readonly fault: ProofFault | null;
}

export interface ProofWishes {
  /** Only this key counts: whoever can write the database can also put a key of their own into it. */
  readonly publicKey: string | null;
  /** A checkpoint that was written down elsewhere. */
  readonly known: Reached | null;
  readonly progress?: (entries: number) => void;
}

const step = 5_000;

/** The whole chain from its start, its checkpoints and its signed end. Reads only. */
export const verifyChain = async (queries: Queries, wishes: ProofWishes): Promise<ChainProof> => {
  const head = await chainHead(queries);
  const keys = await auditKeys(queries);
  const [checkpoints, end] = [await checkpointsOf(queries), await signedHead(queries)];
  const vouchers: readonly Voucher[] = [
    ...checkpoints.map((said) => ({ kind: 'checkpoint' as const, said })),
    ...(end === null ? [] : [{ kind: 'head' as const, said: end }]),
  ];
  const trusted = keys.filter(({ publicKey }) => (wishes.publicKey ?? publicKey) === publicKey);
  const found = [
    await walked(queries, wishes),
    ...vouchers.map((voucher) => unsignedFault(voucher, trusted)),
    await contradicted(queries, vouchers, head),
    await unlike(queries, wishes.known, head),
    end === null && checkpoints.length > 0 ? faultOf('unsigned', head.sequence) : null,
  ];
  const faults = found.filter((fault) => fault !== null);
  return {
    entries: head.sequence,
    head: head.hash,
    unsealed: await unsealedCount(queries),
    checkpoints: checkpoints.length,
    signedThrough: Math.max(0, ...vouchers.map(({ said }) => said.sequence)),
    lastCheckpoint: checkpoints.at(-1) ?? null,
    keys: keys.map(({ id, publicKey, since }) => ({ id, publicKey, since: since.toISOString() })),
    fault: faults.toSorted((a, b) => a.sequence - b.sequence)[0] ?? null,
  };
};

interface Voucher {
  readonly kind: CheckpointKind;
  readonly said: Checkpoint;
}

const faultOf = (kind: ProofFault['kind'], sequence: number, entryId: string | null = null): ProofFault => ({
  ...{ kind, sequence, entryId },
  foundAt: null,
});

const walked = async (queries: Queries, { progress }: ProofWishes): Promise<ProofFault | null> => {
  let reached = atStart;
  for (;;) {
    const walk = await walkChain(queries, reached, step);
    if (walk.fault !== null || walk.done) return walk.fault;
    reached = walk.reached;
    progress?.(reached.sequence);
  }
};

const unsignedFault = (
  { kind, said }: Voucher,
  trusted: readonly { readonly id: string; readonly publicKey: string }[],
): ProofFault | null => {
  const key = trusted.find(({ id }) => id === said.keyId);
  if (key === undefined) return faultOf('unknownKey', said.sequence);
  return isSignedBy(kind, said, key.publicKey) ? null : faultOf('forged', said.sequence);
};

/** The first voucher that says something else than the chain: the end is gone, or it was sealed anew. */
const contradicted = async (
  queries: Queries,
  vouchers: readonly Voucher[],
  head: Reached,
): Promise<ProofFault | null> => {
  for (const { said } of vouchers) {
    const fault = await unlike(queries, said, head);
    if (fault !== null) return fault;
  }
  return null;
};

const unlike = async (queries: Queries, known: Reached | null, head: Reached): Promise<ProofFault | null> => {
  if (known === null || known.sequence === 0) return null;
  if (known.sequence > head.sequence) return faultOf('cut', head.sequence + 1);
  const hash = await sealAt(queries, known.sequence);
  return hash === known.hash ? null : faultOf(hash === null ? 'missing' : 'resealed', known.sequence);
};

const unsealedCount = async (queries: Queries): Promise<number> => {
  const { count } = await queries
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('seal_seq', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
};
