import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { escaped, civilTime, type Clock, type OrganId, type Reason } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import type { OrganStore } from '@koujing/organ';
import type { Release, ReleaseStore } from '@koujing/release';
import { inconsistencyReportMail } from '@koujing/template';
import { DescribeFinding } from './describe-finding.js';
import type { FindingStore } from './finding-store.sql.js';
import type { StoredFinding } from './stored-finding.js';

export interface ReportParts {
  readonly findings: FindingStore;
  readonly releases: ReleaseStore;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly clock: Clock;
  /** Base of the links in mails, e.g. `http://127.0.0.1:3000`. */
  readonly consoleUrl: string;
}

/** What was not done, by whom, and where to look at it. */
export interface MissedDuty {
  readonly title: string;
  readonly ownerOrganId: OrganId;
  readonly link: string;
}

/** Tells the coordinators of a blocking finding, with both sentences, in the transaction that raised it. */
export class ReportFindings {
  readonly #describe: DescribeFinding;

  constructor(private readonly parts: ReportParts) {
    this.#describe = new DescribeFinding(parts);
  }

  /** Each finding once; again only after its facts changed. */
  async report(queries: Queries, found: readonly StoredFinding[]): Promise<void> {
    const fresh = found.filter(
      ({ severity, state, notifiedAt }) => severity === 'block' && state === 'open' && notifiedAt === null,
    );
    if (fresh.length === 0) return;
    const coordinators = await this.parts.people.withRole(queries, 'coordinator', null);
    for (const finding of fresh)
      await this.tell(
        queries,
        finding,
        coordinators.map((person) => person.id),
      );
  }

  /** The gate kept it in: the drafter learns it at once, with the reasons (DESIGN: `heldByGate`). */
  async held(queries: Queries, release: Release, reasons: readonly Reason[]): Promise<void> {
    const { notifier, consoleUrl, clock } = this.parts;
    const link = `/releases/${release.id}`;
    const lines = reasons.map(({ message }) => message);
    await notifier.notify(queries, {
      personIds: [release.draftedBy],
      kind: 'heldByGate',
      key: `${release.id}:${release.version}:${civilTime(clock.now()).slice(0, 16)}`,
      subject: `【待统筹】《${release.title}》未能发布`,
      html: `<p>《${escaped(release.title)}》在发布关口被拦下：</p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul><p><a href="${consoleUrl}${link}">查看</a></p>`,
      text: [`《${release.title}》在发布关口被拦下：`, ...lines, `${consoleUrl}${link}`].join('\n'),
      link,
    });
  }

  /** A clock has passed: the coordinators, and those who speak for the organ that should have. */
  async gap(queries: Queries, finding: StoredFinding, duty: MissedDuty): Promise<void> {
    const { notifier, people, findings, clock, consoleUrl } = this.parts;
    const persons = [
      ...(await people.withRole(queries, 'coordinator', null)),
      ...(await people.withRole(queries, 'approver', duty.ownerOrganId)),
      ...(await people.withRole(queries, 'spokesperson', duty.ownerOrganId)),
    ];
    await notifier.notify(queries, {
      personIds: persons.map(({ id }) => id),
      kind: 'gapReport',
      key: `${finding.id}:${finding.factsDigest}`,
      subject: `【工作缺位】${duty.title}`,
      html: `<p>${escaped(finding.explanation)}</p><p><a href="${consoleUrl}${duty.link}">查看</a></p>`,
      text: `${finding.explanation}\n${consoleUrl}${duty.link}`,
      link: duty.link,
    });
    const at = clock.now();
    await findings.setState(queries, finding.id, { state: finding.state, at, notifiedAt: at });
  }

  private async tell(queries: Queries, finding: StoredFinding, personIds: readonly string[]): Promise<void> {
    const { notifier, findings, clock } = this.parts;
    const described = await this.#describe.perform(queries, finding);
    if (described.a === undefined) return;
    const mail = inconsistencyReportMail(described);
    const key = `${finding.id}:${finding.factsDigest}`;
    const link = `/conflicts/${finding.id}`;
    await notifier.notify(queries, { personIds, kind: 'inconsistencyReport', key, link, ...mail });
    const at = clock.now();
    await findings.setState(queries, finding.id, { state: finding.state, at, notifiedAt: at });
  }
}
