import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { SequencedTold } from './told-text.js';
import { TOLD } from './told-text.js';

/** Narrow read model: answers to reporters as the detector reads them. */
export class ToldTextStore {
  /** Everything told after `gateSeq`, in order; under the gate's lock, or as a prefix of it without. */
  async after(queries: Queries, gateSeq: number): Promise<readonly SequencedTold[]> {
    return read(
      await told(queries)
        .where('media_answer.gate_seq', '>', gateSeq)
        .orderBy('media_answer.gate_seq')
        .execute(),
    );
  }

  async within(
    queries: Queries,
    { from, to }: { readonly from: Date; readonly to: Date | null },
  ): Promise<readonly SequencedTold[]> {
    const since = told(queries).where('answered_at', '>=', from);
    return read(await (to === null ? since : since.where('answered_at', '<', to)).execute());
  }

  /** The last place given; 0 before the first. */
  async lastPlace(queries: Queries): Promise<number> {
    const row = await queries
      .selectFrom('media_answer')
      .select(({ fn }) => fn.max('gate_seq').as('last'))
      .executeTakeFirst();
    return Number(row?.last ?? 0);
  }
}

const told = (queries: Queries) =>
  queries
    .selectFrom('media_answer')
    .innerJoin('organ', 'organ.id', 'media_answer.organ_id')
    .innerJoin('media_outlet', 'media_outlet.id', 'media_answer.outlet_id')
    .select([
      'media_answer.id',
      'media_answer.gate_seq',
      'subject',
      'answer',
      'answered_at',
      'lines',
      'organ.name as organ',
      'media_outlet.name as outlet',
    ]);

const read = (rows: Awaited<ReturnType<ReturnType<typeof told>['execute']>>): readonly SequencedTold[] =>
  rows.map((row) => ({
    gateSeq: Number(row.gate_seq),
    text: {
      id: `${TOLD}${row.id}`,
      organ: row.organ,
      title: row.subject,
      body: row.answer,
      publishedAt: civilTime(row.answered_at),
      outlet: row.outlet,
      lines: (row.lines as readonly { readonly words: string }[]).map(({ words }) => words),
    },
  }));
