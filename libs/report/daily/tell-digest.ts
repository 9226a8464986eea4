import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { civilDayOf, type WorkingCalendar } from '@koujing/calendar';
import type { DescribeFinding, FindingStore } from '@koujing/conflict';
import type { Database, Queries } from '@koujing/database';
import { canonicalJson, civilTime, digestOf, minuteInWords, type Clock } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import { inconsistencyDigestMail, type InconsistencyDigest, type ReportedFinding } from '@koujing/template';
import type { ReportRules } from '../report-rules.js';
import type { DigestStore } from './digest-store.sql.js';

export interface DigestParts {
  readonly database: Database;
  readonly findings: FindingStore;
  readonly describe: Pick<DescribeFinding, 'perform'>;
  readonly digests: DigestStore;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  readonly reports: ReportRules;
  readonly calendar: (queries: Queries) => Promise<WorkingCalendar>;
  readonly clock: Clock;
  readonly consoleUrl: string;
}

/** So many are told in full: a longer mail is read by nobody, and the console tells them all. */
const most = 40;

/** The coordinators' daily report of what is not ruled on (Art.15): at its hour of each working day, once. */
export class TellDigest {
  constructor(private readonly parts: DigestParts) {}

  /**
   * Ticked again and again, by any number of processes. Day, report, mails and audit entry are one transaction: whoever dies
   * on the way has told nobody, and the next one tells it.
   */
  async tick(): Promise<boolean> {
    const { database, digests, reports, calendar, clock } = this.parts;
    const now = clock.now();
    const day = civilDayOf(now);
    if (civilTime(now).slice(11, 16) < reports.consistency.dailyAt) return false;
    if (!(await calendar(database.queries)).day(day).workday) return false;
    return database.transaction(async (queries) => {
      const since = await digests.before(queries, day);
      if (!(await digests.claim(queries, day, now))) return false;
      const content = await this.#content(queries, { day, since, now });
      // A morning without anything to tell is over as well, but nobody is written to.
      if (content.fresh.length + content.standing.length === 0) return false;
      await this.#tell(queries, content);
      return true;
    });
  }

  async #content(
    queries: Queries,
    of: { readonly day: string; readonly since: Date | null; readonly now: Date },
  ): Promise<InconsistencyDigest> {
    const { digests, findings, describe, reports, consoleUrl } = this.parts;
    const unsettled = await digests.unsettled(queries);
    const [fresh, standing]: [ReportedFinding[], ReportedFinding[]] = [[], []];
    for (const { id, raisedAt } of unsettled.slice(0, most)) {
      const finding = await findings.find(queries, id);
      if (finding === null) continue;
      const isFresh = of.since === null || raisedAt > of.since;
      (isFresh ? fresh : standing).push(await describe.perform(queries, finding));
    }
    const content: InconsistencyDigest = {
      ...{ day: of.day, madeAt: minuteInWords(of.now), article: reports.consistency.article },
      ...{ fresh, standing, more: Math.max(0, unsettled.length - most) },
      consoleUrl: `${consoleUrl}/reports?tab=closed`,
    };
    // As it will be read back: the digest is over what is kept.
    return JSON.parse(canonicalJson(content)) as InconsistencyDigest;
  }

  async #tell(queries: Queries, content: InconsistencyDigest): Promise<void> {
    const { digests, people, notifier, audit } = this.parts;
    const digest = digestOf(content);
    await digests.keep(queries, { day: content.day, content, digest });
    const coordinators = await people.withRole(queries, 'coordinator', null);
    await notifier.notify(queries, {
      personIds: coordinators.map(({ id }) => id),
      ...{ kind: 'inconsistencyDigest', key: content.day, link: '/reports?tab=closed' },
      ...inconsistencyDigestMail(content),
    });
    await audit.record(queries, {
      ...{
        actor: 'system:report',
        action: 'report.digest',
        subjectKind: 'report',
        subjectId: content.day,
        digest,
      },
      detail: { fresh: content.fresh.length, standing: content.standing.length, more: content.more },
    });
  }
}
