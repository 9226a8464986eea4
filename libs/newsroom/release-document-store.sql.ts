import type { Queries } from '@koujing/database';

/** A document that was made of a version. */
export interface KeptDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly name: string;
}

/** The first that was made stays: a digest that somebody noted yesterday is the digest of today. */
export class ReleaseDocumentStore {
  async of(queries: Queries, releaseId: string, version: number): Promise<readonly KeptDocument[]> {
    return queries
      .selectFrom('release_document')
      .select(['kind', 'sha256', 'name'])
      .where('release_id', '=', releaseId)
      .where('version', '=', version)
      .orderBy('kind')
      .execute();
  }

  async keep(
    queries: Queries,
    of: { readonly releaseId: string; readonly version: number; readonly at: Date },
    documents: readonly KeptDocument[],
  ): Promise<void> {
    const rows = documents.map(({ kind, sha256, name }) => ({
      ...{ release_id: of.releaseId, version: of.version, made_at: of.at },
      ...{ kind, sha256, name },
    }));
    await queries
      .insertInto('release_document')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
