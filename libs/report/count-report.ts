import { spanOf } from '@koujing/calendar';
import type { Visibility } from '@koujing/access';
import type { Queries, Rows } from '@koujing/database';
import type { RegisteredOrgan } from '@koujing/organ';
import type { Counted, Measure } from './figures/figure.js';
import type { Shape } from './figures/shape.js';
import { measuresOf, tableOf } from './figures/table-of.js';
import type { ReportContent, ReportName, Words } from './report.api.js';
import type { ReportParts } from './report-parts.js';
import { monthsOf } from './report-period.js';
import { reportTitles } from './report-words.js';
import { shapesOf } from './shapes.js';

/** A report that is asked for: of which days, of whom, and as far as whom. */
export interface AskedReport {
  readonly name: ReportName;
  readonly from: string;
  readonly to: string;
  readonly organ: RegisteredOrgan | null;
  readonly seen: Visibility;
}

/** Where the rows of a measure are read: the ledgers, or what was kept when a report was closed. */
export type RowSource = (measure: Measure) => Promise<Rows>;

/** Rules of a city that are titled in Chinese only: in English their names are read as words. */
const apart = (rule: string): string => rule.replaceAll(/([A-Z])/gu, ' $1').toLowerCase();

/** Counts what a report asks for and cuts it into its tables. */
export class CountReport {
  constructor(private readonly parts: ReportParts) {}

  /** The ledgers as they are now. */
  live(queries: Queries, { from, to, seen }: Pick<AskedReport, 'from' | 'to' | 'seen'>): RowSource {
    const { figures, clock } = this.parts;
    const asked = { span: spanOf({ from, to }), now: clock.now(), seen };
    return (measure) => figures.rowsOf(queries, measure, asked);
  }

  measuresOf(asked: AskedReport): readonly Measure[] {
    return [...new Set(this.#shapes(asked, []).flatMap(measuresOf))];
  }

  async perform(queries: Queries, asked: AskedReport, source: RowSource): Promise<ReportContent> {
    const { organs, store, reports } = this.parts;
    const all = asked.organ === null ? await organs.all(queries) : [asked.organ];
    const shapes = this.#shapes(asked, all);
    const filter = asked.organ === null ? {} : { organ: asked.organ.id };
    const counted: Counted[] = [];
    for (const measure of new Set(shapes.flatMap(measuresOf)))
      counted.push(...(await store.count(queries, measure, { rows: await source(measure), filter })));
    return {
      ...{ name: asked.name, title: reportTitles[asked.name], article: articleOf(reports, asked.name) },
      ...{ from: asked.from, to: asked.to },
      organ: asked.organ === null ? null : refOf(asked.organ),
      tables: shapes.map((shape) => tableOf(shape, counted)),
    };
  }

  #shapes({ name, from, to }: AskedReport, organs: readonly RegisteredOrgan[]): readonly Shape[] {
    const { deadlines, duties } = this.parts;
    const titled = (rule: string): Words => ({
      zh: deadlines[rule]?.title ?? rule,
      en: deadlines[rule]?.titleEn ?? apart(rule),
    });
    return shapesOf[name]({
      organs: Object.fromEntries(
        organs
          .filter(({ kind }) => kind !== 'imported')
          .map(({ id, shortName }) => [id, { zh: shortName, en: shortName }]),
      ),
      rules: Object.fromEntries(Object.keys(deadlines).map((rule) => [rule, titled(rule)])),
      duties: Object.fromEntries(duties.map((rule) => [rule, titled(rule)])),
      months: Object.fromEntries(monthsOf(from, to).map((month) => [month, { zh: month, en: month }])),
    });
  }
}

/** Each report rests on the article that the rules file names; the others lead up to the bulletin (Art.42). */
const articleOf = (
  { bulletin, annualSection, consistency }: ReportParts['reports'],
  name: ReportName,
): string => {
  if (name === 'annual') return annualSection.article;
  return name === 'consistency' ? consistency.article : bulletin.article;
};

export const refOf = ({ id, name, shortName }: RegisteredOrgan) => ({ id, name, shortName });
