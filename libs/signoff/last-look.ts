import type { PersonId } from '@koujing/kernel';
import type { Look } from './look-store.sql.js';
import type { Signature } from './signature.js';

/** What a person knows of a release's text already. */
export interface Known {
  /** The last other text that they read; what changed since is marked. Null at the first look. */
  readonly since: Look | null;
  /** When they last read the present text; null if never. */
  readonly seenAt: Date | null;
}

/**
 * By what they opened and what they signed: who signed a text has read it, wherever. To read the present text does not undo
 * its marks: a page that is loaded anew on a phone must not swallow the changes that it has just shown.
 */
export const knownOf = (
  of: { readonly digest: string; readonly personId: PersonId },
  looks: readonly Look[],
  signatures: readonly Signature[],
): Known => {
  const own = signatures
    .filter(({ personId }) => personId === of.personId)
    .map(({ version, digest, signedAt }): Look => ({ version, digest, at: signedAt }));
  const read = [...looks, ...own].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    since: read.find(({ digest }) => digest !== of.digest) ?? null,
    seenAt: read.find(({ digest }) => digest === of.digest)?.at ?? null,
  };
};
