import { lineSentence } from '@koujing/conflict';
import type { Queries } from '@koujing/database';
import { inForce, type MatterStore } from '@koujing/matter';
import type { LineInForce, MatterLines } from '@koujing/media';

/** Answers media's question for the agreed line; media and matter have the same rank. */
export class LinesOfMatters implements MatterLines {
  constructor(private readonly matters: MatterStore) {}

  async titles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.matters.find(queries, id)));
    return new Map(found.flatMap((matter) => (matter === null ? [] : [[matter.id, matter.title] as const])));
  }

  async inForce(queries: Queries, matterId: string, organId: string): Promise<readonly LineInForce[] | null> {
    if (!(await this.matters.linkable(queries, matterId, organId))) return null;
    return inForce(await this.matters.lines(queries, [matterId])).map((line) => ({
      lineId: line.lineId,
      version: line.version,
      words: lineSentence(line),
    }));
  }
}
