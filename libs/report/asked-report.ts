import { visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import type { AskedReport } from './count-report.js';
import { reportRefusal } from './refusal.js';
import type { ReportName, ReportQuery } from './report.api.js';
import type { ReportParts } from './report-parts.js';

/** What a person asks for, as far as it is theirs to ask: the city's is for the office, an organ's for the organ and the office. */
export const askedBy = async (
  { organs }: Pick<ReportParts, 'organs'>,
  queries: Queries,
  of: ReportQuery & { readonly name: ReportName; readonly actor: Actor },
): Promise<AskedReport> => {
  const { name, from, to, organ: organId, actor } = of;
  const seen = visibilityOf(actor);
  const organ = organId === undefined ? null : await organs.find(queries, organId);
  const theirs = seen.all || (organId !== undefined && seen.organIds.includes(organId));
  if (!theirs || (organId !== undefined && organ === null))
    throw new Problem('notFound', [reportRefusal.reportNotFound]);
  return { name, from, to, organ, seen };
};

/** @throws Problem `notFound` */
export const visibleFrozen = async (
  { frozen }: Pick<ReportParts, 'frozen'>,
  queries: Queries,
  id: string,
  actor: Actor,
) => {
  const report = await frozen.find(queries, id);
  const seen = visibilityOf(actor);
  if (report === null || !(seen.all || (report.organId !== null && seen.organIds.includes(report.organId))))
    throw new Problem('notFound', [reportRefusal.frozenNotFound]);
  return report;
};
