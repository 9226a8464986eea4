import type { Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { civilTime, civilYear, Problem, type OrganId } from '@koujing/kernel';
import { ruleOfKind, type RegisteredOrgan } from '@koujing/organ';
import type { Appoint } from './appoint.js';
import { filingPending, lacksOf } from './completeness.js';
import { entryView } from './entry-view.js';
import type { FileRoster } from './file-roster.js';
import type { PublishRoster } from './publish-roster.js';
import { rosterRefusal } from './refusal.js';
import type { OrganRoster, PublicationList, RosterList, RosterQuery, RosterRow } from './roster.api.js';
import { rosterCsv } from './roster-csv.js';
import type { RosterEntry, RosterPublication } from './roster.js';
import type { RosterParts } from './roster-parts.js';
import { listsAsked } from './roster-year-clock.js';

interface ShowParts extends RosterParts {
  readonly appoint: Appoint;
  readonly fileRoster: FileRoster;
  readonly publish: PublishRoster;
  /** Address of the public page. */
  readonly rosterPage: string;
}

/** What all rows are made of. */
interface Sheet {
  readonly entries: readonly RosterEntry[];
  readonly filed: ReadonlyMap<OrganId, Date>;
  readonly due: ReadonlyMap<OrganId, Date>;
}

const matches: Readonly<Record<NonNullable<RosterQuery['only']>, (row: RosterRow) => boolean>> = {
  lacking: ({ lacks }) => lacks.length > 0,
  pending: ({ filing }) => filing.pending,
  overdue: ({ filing }) => filing.overdue,
};

/** What the roster pages read. A city has some hundred organs: they are counted in memory, and shown by the page. */
export class ShowRoster {
  constructor(private readonly parts: ShowParts) {}

  async page(query: RosterQuery, actor: Actor): Promise<RosterList> {
    const { database, organs, rosterRules } = this.parts;
    const { queries } = database;
    const sheet = await this.#sheet(queries);
    const all = (await organs.all(queries))
      .filter(({ kind }) => kind !== 'imported')
      .map((organ) => this.#row(organ, sheet, actor));
    const found = all.filter(
      (row) =>
        (query.only === undefined || matches[query.only](row)) &&
        (query.q === undefined || `${row.organ.name} ${row.organ.shortName}`.includes(query.q.trim())),
    );
    const from = (query.page - 1) * query.pageSize;
    return {
      items: found.slice(from, from + query.pageSize),
      total: found.length,
      page: query.page,
      pageSize: query.pageSize,
      counts: {
        lacking: all.filter(matches.lacking).length,
        pending: all.filter(matches.pending).length,
        overdue: all.filter(matches.overdue).length,
      },
      ranks: Object.entries(rosterRules.ranks).map(([rank, { title, titleEn }]) => ({
        rank,
        title,
        ...(titleEn === undefined ? {} : { titleEn }),
      })),
    };
  }

  async one(organId: OrganId, actor: Actor): Promise<OrganRoster> {
    const { database, organs, roster, rosterRules, appoint, fileRoster, clock } = this.parts;
    const { queries } = database;
    const organ = await organs.find(queries, organId);
    if (organ === null) throw new Problem('notFound', [rosterRefusal.organNotFound]);
    const sheet = await this.#sheet(queries, organId);
    const filings = await roster.filings(queries, organId);
    const nameOf = await roster.names(
      queries,
      filings.map(({ filedBy }) => filedBy),
    );
    const of = { organ, rules: rosterRules, today: civilDayOf(clock.now()), actor };
    const filedAt = sheet.filed.get(organId);
    return {
      ...this.#row(organ, sheet, actor),
      history: sheet.entries.map((entry) => entryView(entry, of)).reverse(),
      filings: filings.map(({ id, filedAt: at, filedBy, note, digest }) => ({
        ...{ id, note, digest, filedAt: civilTime(at), filedBy: nameOf(filedBy) },
      })),
      actions: {
        appoint: { reasons: [...appoint.reasons(organId, actor)] },
        file: { reasons: [...fileRoster.reasons({ organ, entries: sheet.entries, filedAt }, actor)] },
      },
    };
  }

  async published(actor: Actor): Promise<PublicationList> {
    const { database, publications, roster, publish, rosterPage, clock } = this.parts;
    const { queries } = database;
    const found = await publications.newest(queries, 50);
    const nameOf = await roster.names(
      queries,
      found.map(({ publishedBy }) => publishedBy),
    );
    const year = civilYear(clock.now());
    const dueAt = (await publications.yearsDue(queries)).get(year);
    return {
      items: found.map((publication) => viewOf(publication, nameOf(publication.publishedBy))),
      thisYear: {
        year,
        ...{ done: await publications.countSince(queries, year), asked: listsAsked(this.parts) },
        dueAt: dueAt === undefined ? null : civilTime(dueAt),
      },
      page: rosterPage,
      actions: { publish: { reasons: [...publish.reasons(actor)] } },
    };
  }

  async csv(id: string): Promise<string> {
    const found = await this.parts.publications.find(this.parts.database.queries, id);
    if (found === null) throw new Problem('notFound', [rosterRefusal.publicationNotFound]);
    return rosterCsv(found);
  }

  async #sheet(queries: Queries, organId?: OrganId): Promise<Sheet> {
    const { roster } = this.parts;
    return {
      entries: await roster.entries(queries, organId),
      filed: await roster.lastFilings(queries),
      due: await roster.filingsDue(queries),
    };
  }

  #row(organ: RegisteredOrgan, sheet: Sheet, actor: Actor): RosterRow {
    const { rosterRules, kinds, clock } = this.parts;
    const now = clock.now();
    const of = { organ, rules: rosterRules, today: civilDayOf(now), actor };
    const entries = sheet.entries.filter(({ organId }) => organId === organ.id);
    const active = entries.map((entry) => entryView(entry, of)).filter((entry) => entry.active);
    const filedAt = sheet.filed.get(organ.id);
    const dueAt = sheet.due.get(organ.id);
    return {
      organ: { id: organ.id, name: organ.name, shortName: organ.shortName },
      kind: organ.kind,
      required: ruleOfKind(kinds, organ.kind).roster,
      spokespersons: active.filter(({ post, temporary }) => post === 'spokesperson' && !temporary),
      pressAssistants: active.filter(({ post }) => post === 'pressAssistant'),
      temporary: active.filter(({ temporary }) => temporary),
      lacks: [...lacksOf(this.parts, organ, entries, of.today)],
      filing: {
        filedAt: filedAt === undefined ? null : civilTime(filedAt),
        pending: filingPending(entries, filedAt),
        dueAt: dueAt === undefined ? null : civilTime(dueAt),
        overdue: dueAt !== undefined && dueAt < now,
      },
    };
  }
}

const viewOf = (publication: RosterPublication, publishedBy: string): PublicationList['items'][number] => ({
  id: publication.id,
  year: publication.year,
  publishedAt: civilTime(publication.publishedAt),
  publishedBy,
  organs: publication.organs.length,
  persons: publication.organs.reduce((sum, { entries }) => sum + entries.length, 0),
  digest: publication.digest,
  pageWrittenAt: publication.pageWrittenAt === null ? null : civilTime(publication.pageWrittenAt),
});
