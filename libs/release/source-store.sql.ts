import type { Trace } from '@koujing/block';
import { json, type Queries } from '@koujing/database';
import type { ReleaseVersion } from './release.js';

/** A document that was read into a draft, by the digest of the file. The file itself is not kept. */
export interface SourceDocument {
  readonly sha256: string;
  readonly name: string;
  readonly traces: readonly Trace[];
  readonly readAt: Date;
}

/** What was found in one file: a document by its name, a picture by its description. */
export interface FileTraces {
  readonly file: string;
  readonly picture: boolean;
  readonly traces: readonly Trace[];
}

/** Where the text and the pictures of a release come from, and what those files said beside them. */
export class SourceStore {
  async save(queries: Queries, { sha256, name, traces, readAt }: SourceDocument): Promise<void> {
    await queries
      .insertInto('source_document')
      .values({ sha256, name, traces: json(traces), read_at: readAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Which of these were never read here. */
  async missing(queries: Queries, digests: readonly string[]): Promise<readonly string[]> {
    if (digests.length === 0) return [];
    const rows = await queries
      .selectFrom('source_document')
      .select('sha256')
      .where('sha256', 'in', [...digests])
      .execute();
    const known = new Set(rows.map(({ sha256 }) => sha256));
    return digests.filter((digest) => !known.has(digest));
  }

  /** Never taken back: what was once read into a release may still stand in it. */
  async link(queries: Queries, releaseId: string, digests: readonly string[]): Promise<void> {
    if (digests.length === 0) return;
    await queries
      .insertInto('release_source')
      .values([...new Set(digests)].map((sha256) => ({ release_id: releaseId, sha256 })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Files in which something was found. */
  async tracesOf(
    queries: Queries,
    { releaseId, images }: Pick<ReleaseVersion, 'releaseId' | 'images'>,
  ): Promise<readonly FileTraces[]> {
    const documents = await queries
      .selectFrom('source_document')
      .innerJoin('release_source', 'release_source.sha256', 'source_document.sha256')
      .select(['name', 'traces'])
      .where('release_id', '=', releaseId)
      .orderBy('read_at')
      .execute();
    const pictures =
      images.length === 0
        ? []
        : await queries
            .selectFrom('attachment')
            .select(['sha256', 'traces'])
            .where(
              'sha256',
              'in',
              images.map(({ sha256 }) => sha256),
            )
            .execute();
    const found = new Map(pictures.map(({ sha256, traces }) => [sha256, traces as readonly Trace[]]));
    return [
      ...documents.map(({ name, traces }) => ({
        file: name,
        picture: false,
        traces: traces as readonly Trace[],
      })),
      ...images.map(({ sha256, alt }) => ({ file: alt, picture: true, traces: found.get(sha256) ?? [] })),
    ].filter(({ traces }) => traces.length > 0);
  }
}
