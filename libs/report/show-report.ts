import type { Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import { civilTime, digestOf, Problem } from '@koujing/kernel';
import type { OrganRef } from '../organ/organ.api.js';
import { askedBy, visibleFrozen } from './asked-report.js';
import { CountReport, refOf } from './count-report.js';
import { measures, type Filter, type FigureRow, type Measure } from './figures/figure.js';
import type { FreezeReport } from './frozen/freeze-report.js';
import { reportRefusal } from './refusal.js';
import type { ReportName, ReportQuery, ReportView, RowList, RowQuery, Words } from './report.api.js';
import type { ReportParts } from './report-parts.js';
import { kindNames, measureNames, outcomeNames } from './report-words.js';

interface ShowParts extends ReportParts {
  readonly freeze: FreezeReport;
}

/** Reports as they stand now, and the rows behind each of their numbers. */
export class ShowReport {
  readonly #count: CountReport;

  constructor(private readonly parts: ShowParts) {
    this.#count = new CountReport(parts);
  }

  /** @throws Problem `notFound` for an organ that is not there for this person, and for the whole city where it is not theirs */
  async show(name: ReportName, query: ReportQuery, actor: Actor): Promise<ReportView> {
    const { database, frozen, freeze, clock } = this.parts;
    const { queries } = database;
    const asked = await askedBy(this.parts, queries, { ...query, name, actor });
    const content = await database.late('reportFigures', (late) =>
      this.#count.perform(late, asked, this.#count.live(late, asked)),
    );
    const standing = await frozen.on(queries, { ...asked, organId: asked.organ?.id ?? null });
    return {
      ...{ content, digest: digestOf(content), frozenId: standing?.id ?? null },
      provisional: asked.to >= civilDayOf(clock.now()),
      actions: { freeze: { reasons: [...freeze.reasons(asked, standing, actor)] } },
    };
  }

  /** What a number counts: the very rows, of the ledgers as they are or of a closed report. */
  async rows(query: RowQuery, actor: Actor): Promise<RowList> {
    const { database, store, organs, frozen: closed } = this.parts;
    const { queries } = database;
    const measure = measures.find((known) => known === query.measure);
    if (measure === undefined) throw new Problem('badInput', [reportRefusal.noSuchMeasure(measures)]);
    const { frozen, page, pageSize, from, to } = query;
    const asked = await askedBy(this.parts, queries, {
      ...{ name: 'workload', from, to, actor },
      ...organOf(query),
    });
    const of = { filter: filterOf(query), page, pageSize };
    const { items, total } =
      frozen === undefined
        ? await database.late('reportFigures', async (late) =>
            store.list(late, { ...of, rows: await this.#count.live(late, asked)(measure) }),
          )
        : await store.list(queries, {
            ...of,
            rows: closed.rowsOf((await visibleFrozen(this.parts, queries, frozen, actor)).id, measure),
          });
    const named = new Map((await organs.all(queries)).map((organ) => [organ.id, refOf(organ)]));
    return {
      items: items.map((row) => rowView(row, measure, named, this.#titleOf)),
      ...{ total, page, pageSize, measure: measureNames[measure] },
    };
  }

  /** Limits and routine duties have their names in the rules file of the city. */
  readonly #titleOf = (kind: string): Words | undefined => {
    const title = this.parts.deadlines[kind]?.title;
    return title === undefined ? undefined : { zh: title, en: kind };
  };
}

const organOf = ({ organ }: Pick<RowQuery, 'organ'>) => (organ === undefined ? {} : { organ });

const filterOf = ({ organ, kind, outcome, part, time }: RowQuery): Filter => ({
  ...(organ === undefined ? {} : { organ }),
  ...(kind === undefined ? {} : { kind }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(part === undefined ? {} : { part }),
  ...(time === undefined ? {} : { time }),
});

const rowView = (
  row: FigureRow,
  measure: Measure,
  named: ReadonlyMap<string, OrganRef>,
  titleOf: (kind: string) => Words | undefined,
): RowList['items'][number] => {
  const plain = (text: string): Words => ({ zh: text, en: text });
  return {
    ...{ id: row.id, title: row.title, link: row.link, note: row.note },
    organ: named.get(row.organId) ?? { id: row.organId, name: row.organId, shortName: row.organId },
    at: row.at === null ? null : civilTime(row.at),
    kind: kindNames[measure][row.kind] ?? titleOf(row.kind) ?? plain(row.kind),
    outcome: outcomeNames[measure][row.outcome] ?? plain(row.outcome),
  };
};
