import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import { newestOf, type AgreedLine } from './agreed-line.js';
import type { ChangeLine } from './change-line.js';
import type { CloseMatter } from './close-matter.js';
import { headOf, type MatterListing } from './matter-list.sql.js';
import type { AgreedLineView, MatterList, MatterQuery, MatterView } from './matter.api.js';
import { organsOf, type Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { mayOpenSome } from './may-answer.js';
import type { ReviseMatter } from './revise-matter.js';
import type { StateLine } from './state-line.js';
import { visibleMatter } from './visible-matter.js';

interface ShowParts extends Pick<MatterParts, 'database' | 'matters' | 'clock'> {
  readonly listing: MatterListing;
  readonly revise: ReviseMatter;
  readonly close: CloseMatter;
  readonly state: StateLine;
  readonly change: ChangeLine;
}

/** What the matter pages read. */
export class ShowMatters {
  constructor(private readonly parts: ShowParts) {}

  async page(query: MatterQuery, actor: Actor): Promise<MatterList> {
    const { database, listing, clock } = this.parts;
    return {
      ...(await listing.page(database.queries, visibilityOf(actor), query, clock.now())),
      actions: { open: { reasons: [...mayOpenSome(actor)] } },
    };
  }

  async one(id: string, actor: Actor): Promise<MatterView> {
    const { database, matters, listing, clock, revise, close, state } = this.parts;
    const { queries } = database;
    const matter = await visibleMatter(matters, queries, actor, id);
    const versions = await matters.lines(queries, [id]);
    const organ = await organRefs(queries, organsOf(matter));
    const lines = await this.lines(matter, versions, actor);
    const people = await personRefs(queries, [matter.openedBy]);
    return {
      ...headOf(matter, organ, await matters.answeredAt(queries, matter), clock.now()),
      lines: lines.filter(({ retired }) => !retired),
      retiredLines: lines.filter(({ retired }) => retired),
      releases: await listing.releases(queries, id, visibilityOf(actor)),
      openedBy: people(matter.openedBy),
      actions: {
        revise: { reasons: [...revise.reasons(matter, actor)] },
        close: { reasons: [...(await close.reasons(queries, matter, actor))] },
        stateLine: { reasons: [...state.reasons(matter, matter.ownerOrganId, actor)] },
      },
    };
  }

  private async lines(
    matter: Matter,
    versions: readonly AgreedLine[],
    actor: Actor,
  ): Promise<readonly AgreedLineView[]> {
    const { database, change } = this.parts;
    const organ = await organRefs(
      database.queries,
      versions.map(({ ownerOrganId }) => ownerOrganId),
    );
    const people = await personRefs(
      database.queries,
      versions.map(({ changedBy }) => changedBy),
    );
    const versionView = (line: AgreedLine) => ({
      version: line.version,
      about: line.about,
      value: line.value,
      unit: line.unit,
      asOf: line.asOf === null ? null : civilTime(line.asOf),
      retired: line.retired,
      reason: line.reason,
      changedBy: people(line.changedBy),
      changedAt: civilTime(line.changedAt),
    });
    return newestOf(versions).map((line) => ({
      ...versionView(line),
      lineId: line.lineId,
      attribute: line.attribute,
      owner: organ(line.ownerOrganId),
      history: versions
        .filter(({ lineId }) => lineId === line.lineId)
        .sort((a, b) => b.version - a.version)
        .map(versionView),
      actions: { change: { reasons: [...change.reasons(matter, line, actor)] } },
    }));
  }
}
