import { covers, inForceAt, type Authorisation } from '@koujing/authorisation';
import { isAbout } from '@koujing/signoff';
import type { ReleaseKind } from '@koujing/release';

/** Whether a final approval rested on anything at the instant at which it was signed (Art.5(6), 14(b), 39(4)). */
export type AuthorityAtSigning = 'held' | 'unrecorded' | 'missing' | 'notTheirs' | 'notInForce' | 'tooNarrow';

export interface SignedFor {
  readonly organId: string;
  readonly personId: string;
  readonly signedAt: Date;
  /** The audit trail has the signing: the verb that writes it asks at that instant who may, leaders by office included. */
  readonly recorded: boolean;
  /** What it rests on; null by office, `missing` where the authorisation that it names is not in the ledger. */
  readonly authorisation: Authorisation | 'missing' | null;
}

/** Pure. The authorisation is held against its own dates: what was revoked afterwards carried the signature. */
export const authorityAtSigning = (
  { organId, personId, signedAt, recorded, authorisation }: SignedFor,
  release: { readonly kind: ReleaseKind; readonly title: string },
): AuthorityAtSigning => {
  if (!recorded) return 'unrecorded';
  if (authorisation === null) return 'held';
  if (authorisation === 'missing') return 'missing';
  if (authorisation.granteeId !== personId || authorisation.organId !== organId) return 'notTheirs';
  if (!inForceAt(authorisation, signedAt)) return 'notInForce';
  const reaches = covers(authorisation, release.kind, (subject) => isAbout(release, subject));
  return reaches ? 'held' : 'tooNarrow';
};

/** How the case tells it. */
export const authorityWords: Readonly<
  Record<Exclude<AuthorityAtSigning, 'held'>, { readonly zh: string; readonly en: string }>
> = {
  unrecorded: { zh: '办理记录中没有这次签署', en: 'the record has no such signing' },
  missing: {
    zh: '所依据的授权在台账中查不到',
    en: 'the authorisation that it names is not in the ledger',
  },
  notTheirs: {
    zh: '所依据的授权不是给签署人或该机关的',
    en: 'the authorisation is another person’s or organ’s',
  },
  notInForce: { zh: '签署时授权尚未生效、已到期或已撤销', en: 'the authorisation was not in force' },
  tooNarrow: { zh: '授权范围不包括此类信息或事项', en: 'the authorisation does not reach it' },
};
