import type { Provider, Type } from '@nestjs/common';
import type { LogPort } from '@koujing/channel';
import {
  ActOnMany,
  ArrangeViews,
  AssignMatter,
  bulkActs,
  ReleaseMarks,
  ReleaseViews,
  ShowReleases,
  ShowTable,
  TakeBackSubmission,
  type ReleaseListing,
  type ReleaseParts,
  type SubmitRelease,
  type WaitingReleases,
} from '@koujing/release';
import { ReleaseBulkController, ReleaseViewController } from '../../libs/release/release-list.controller.js';

interface ListGround extends Omit<ReleaseParts, 'bars'> {
  readonly listing: ReleaseListing;
  readonly waiting: WaitingReleases;
  readonly submit: SubmitRelease;
}

export type ReleaseListCases = ReturnType<typeof releaseListCasesOf>;

/** The list of releases: what it shows, a person's views of it, and what may be done to many at once. */
export const releaseListCasesOf = (ground: ListGround) => {
  const { listing, submit } = ground;
  const marks = new ReleaseMarks();
  const takeBack = new TakeBackSubmission(ground);
  const assignMatter = new AssignMatter(ground);
  const acts = bulkActs({ ...ground, submit, takeBack, assignMatter, marks });
  return {
    takeBack,
    showReleases: new ShowReleases({ ...ground, marks }, listing),
    many: (log: LogPort) => new ActOnMany({ ...ground, acts, log }),
    views: new ArrangeViews({ ...ground, views: new ReleaseViews() }),
    table: new ShowTable(ground, listing),
  };
};

export const releaseListControllers: readonly Type[] = [ReleaseViewController, ReleaseBulkController];

export const releaseListProviders = (cases: ReleaseListCases, log: LogPort): readonly Provider[] => [
  { provide: ArrangeViews, useValue: cases.views },
  { provide: ActOnMany, useValue: cases.many(log) },
  { provide: ShowTable, useValue: cases.table },
];
