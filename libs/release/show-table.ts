import { visibilityOf, type Actor } from '@koujing/access';
import { csvText } from '@koujing/text';
import { releaseKindNames, releaseStateNames } from './names.js';
import type { ReleaseListing } from './release-list.sql.js';
import type { ReleaseSummary } from './release.api.js';
import type { ReleaseParts } from './release-parts.js';

const heads = [
  '文号',
  '标题',
  '发布机关',
  '联合发布',
  '类别',
  '状态',
  '起草人',
  '建议时间',
  '排期',
  '发布时间',
  '时限',
  '依据',
  '未决冲突',
];

/** Releases that were chosen, a line each, for a spreadsheet. Those that the person may not see are left out. */
export class ShowTable {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database'>,
    private readonly listing: ReleaseListing,
  ) {}

  async csv(ids: readonly string[], actor: Actor): Promise<string> {
    const { queries } = this.parts.database;
    const visibility = visibilityOf(actor);
    const seen = await this.listing.seen(queries, ids, visibility);
    const rows = await this.listing.summaries(queries, seen, visibility);
    return csvText([heads, ...rows.map(rowOf)]);
  }
}

const rowOf = (release: ReleaseSummary): readonly string[] => [
  release.number,
  release.title,
  release.organ.name,
  release.jointOrgans.map(({ name }) => name).join('、'),
  releaseKindNames[release.kind],
  releaseStateNames[release.state].zh,
  release.draftedBy.name,
  release.proposal?.at ?? '',
  release.scheduledAt ?? '',
  release.releasedAt ?? '',
  release.clock?.dueAt ?? '',
  release.clock === null ? '' : `${release.clock.duty}（${release.clock.article}）`,
  String(release.openFindings.block + release.openFindings.warn),
];
