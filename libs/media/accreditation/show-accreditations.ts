import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import { mayEditMedia, mayReadMedia, mayReceiveReporters } from '../may-edit-media.js';
import { mediaRefusal } from '../refusal.js';
import { civilDay, officiallyConfirmed, stateOf } from './accreditation.js';
import type {
  AccreditationRulesView,
  AccreditationView,
  StandingList,
  StandingQuery,
  StandingView,
} from './accreditation.api.js';
import type { AccreditationParts } from './accreditation-parts.js';
import type { ListedStanding, NamedCheck } from './accreditation-store.sql.js';

/** How the reporters stand, and every look that was taken at their credentials. */
export class ShowAccreditations {
  constructor(private readonly parts: Omit<AccreditationParts, 'audit'>) {}

  rules(): AccreditationRulesView {
    const { article, endingWithin, credentials, registers } = this.parts.accreditationRules;
    return {
      article,
      endingWithinDays: endingWithin.days,
      credentials: Object.entries(credentials).map(([key, rule]) => ({ key, ...rule })),
      registers: Object.entries(registers).map(([key, rule]) => ({ key, ...rule })),
    };
  }

  async list(query: StandingQuery, actor: Actor): Promise<StandingList> {
    refuseIfAny(mayReadMedia(actor));
    const { database, accreditations, accreditationRules, clock } = this.parts;
    const now = clock.now();
    const { items, total } = await accreditations.list(database.queries, {
      ...query,
      today: civilDay(now),
      near: civilDay(now, accreditationRules.endingWithin.days),
    });
    const { page, pageSize } = query;
    return {
      ...{ items: await this.standings(database.queries, items), total, page, pageSize },
      actions: { edit: { reasons: [...mayEditMedia(actor)] } },
    };
  }

  async one(reporterId: string, actor: Actor): Promise<AccreditationView> {
    refuseIfAny(mayReadMedia(actor));
    const { accreditations, database } = this.parts;
    const standing = await accreditations.standing(database.queries, reporterId);
    if (standing === null) throw new Problem('notFound', [mediaRefusal.reporterNotFound]);
    const [view] = await this.standings(database.queries, [standing]);
    if (view === undefined) throw new Problem('notFound', [mediaRefusal.reporterNotFound]);
    const checks = await accreditations.of(database.queries, reporterId);
    return {
      ...view,
      checks: [...(await this.checks(database.queries, checks))],
      actions: { check: { reasons: [...mayReceiveReporters(actor)] } },
    };
  }

  /** In the order of `standings`. */
  async standings(queries: Queries, standings: readonly ListedStanding[]): Promise<StandingView[]> {
    const { accreditations, accreditationRules, clock } = this.parts;
    const now = clock.now();
    const leaders = await accreditations.standings(
      queries,
      standings.flatMap(({ ledById }) => ledById ?? []),
    );
    return standings.map((standing) => ({
      reporter: refOf(standing),
      state: stateOf(standing, now, accreditationRules.endingWithin.days),
      until: standing.until,
      official: officiallyConfirmed(standing, now),
      ledBy: leaderOf(leaders, standing.ledById),
    }));
  }

  private async checks(
    queries: Queries,
    checks: readonly NamedCheck[],
  ): Promise<AccreditationView['checks']> {
    const { accreditations, matterLines } = this.parts;
    const leaders = await accreditations.standings(
      queries,
      checks.flatMap(({ ledById }) => ledById ?? []),
    );
    const matters = await matterLines.titles(
      queries,
      checks.flatMap(({ matterId }) => matterId ?? []),
    );
    return checks.map((check) => ({
      id: check.id,
      credential: check.credential,
      number: check.number,
      register: check.register,
      official: check.official,
      confirmed: check.confirmed,
      validTo: check.validTo,
      ledBy: leaderOf(leaders, check.ledById),
      matter:
        check.matterId === null
          ? null
          : { id: check.matterId, title: matters.get(check.matterId) ?? check.matterId },
      note: check.note,
      checkedBy: { id: check.checkedBy, name: check.checkedByName },
      checkedAt: civilTime(check.checkedAt),
    }));
  }
}

const refOf = ({ reporterId, name, outletName }: ListedStanding) => ({ id: reporterId, name, outletName });

const leaderOf = (leaders: ReadonlyMap<string, ListedStanding>, id: string | null) => {
  const leader = id === null ? undefined : leaders.get(id);
  return leader === undefined ? null : refOf(leader);
};
