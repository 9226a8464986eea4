import type { LogPort } from '@koujing/channel';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { htmlOf, operators, type NotifierPort } from '@koujing/dispatch';
import { digestOf, type Clock } from '@koujing/kernel';
import { alertOfRelease, eventKey } from './alert-of-release.js';
import type { AlertSettings } from './alert-settings.js';
import type { AlertSite, OpenAlertSite } from './alert-site.js';
import type { AlertStore, OwedAlert } from './alert-store.sql.js';
import { capFaults } from './cap-faults.js';
import { capXml } from './cap-xml.js';
import { writeAlerts } from './write-alerts.js';

export interface IssueParts {
  readonly database: Database;
  readonly alerts: AlertStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: LogPort;
  readonly notifier: NotifierPort;
  readonly settings: AlertSettings;
  readonly openSite: OpenAlertSite;
}

/**
 * Issues a CAP message for each version of a warning or an emergency once the portal shows it, and for its withdrawal. The
 * message is committed first and its file written from the row, so that a process that dies in between leaves work and no
 * second message. Ticked, in as many processes as there are.
 */
export class IssueAlerts {
  constructor(private readonly parts: IssueParts) {}

  async tick(): Promise<void> {
    const { database, alerts, clock, settings } = this.parts;
    const owed = await alerts.owed(database.queries, clock.now(), settings.expireHours);
    if (owed.length > 0) await database.transaction((queries) => this.#issue(queries));
    if ((await alerts.unwritten(database.queries)).length === 0) return;
    const site = await this.parts.openSite();
    if (site !== null) await site.exclusively(() => this.#write(site));
  }

  async #issue(queries: Queries): Promise<void> {
    const { alerts, clock, settings } = this.parts;
    await alerts.lock(queries);
    // One at a time: the next one refers to the one before.
    for (const owed of await alerts.owed(queries, clock.now(), settings.expireHours))
      await this.#issueOne(queries, owed);
  }

  async #issueOne(queries: Queries, { act, release }: OwedAlert): Promise<void> {
    const { alerts, audit, clock, log, settings } = this.parts;
    const sentAt = clock.now();
    const { releaseId, matterId, organ } = release;
    const event = eventKey(release);
    const earlier =
      act === 'cancel'
        ? await alerts.ofRelease(queries, releaseId, sentAt)
        : await alerts.standing(queries, { releaseId, matterId, organ, event }, sentAt);
    const before = await alerts.before(queries, release.releaseId);
    const alert = alertOfRelease(release, { act, before, sentAt, earlier }, settings);
    const faults = capFaults(alert);
    if (faults.length > 0) {
      log.warn('alert.faulty', { release: release.releaseId, faults: faults.join('; ') });
      if (await alerts.addFault(queries, { release, act, faults, at: sentAt }))
        await this.#tell(queries, release, faults);
      return;
    }
    const xml = capXml(alert);
    await alerts.add(queries, {
      ...{ release, act, event, xml, sentAt, identifier: alert.identifier, sender: alert.sender },
      ...{ headline: alert.info.headline, senderName: alert.info.senderName },
      expiresAt: new Date(alert.info.expires),
    });
    await audit.record(queries, {
      ...{
        actor: 'system:alert',
        action: 'alert.issued',
        subjectKind: 'release',
        subjectId: release.releaseId,
      },
      digest: digestOf(xml),
      detail: { identifier: alert.identifier, msgType: alert.msgType, status: alert.status },
    });
  }

  /** The warning itself is out; that receivers of alerts do not get it must not go unseen. */
  async #tell(queries: Queries, release: OwedAlert['release'], faults: readonly string[]): Promise<void> {
    const lines = [
      `《${release.title}》已在门户发布，但预警消息（CAP）没有发出：`,
      ...faults,
      '请更正稿件或预警设置，随后会自动补发。',
    ];
    await this.parts.notifier.notify(queries, {
      personIds: (await operators(queries)).map(({ id }) => id),
      ...{ kind: 'alertFaulty', subject: `预警消息没有发出：${release.title}`, text: lines.join('\n') },
      ...{ html: htmlOf(lines), link: `/releases/${release.releaseId}` },
    });
  }

  async #write(site: AlertSite): Promise<void> {
    const { database, alerts, clock } = this.parts;
    const owed = await alerts.unwritten(database.queries);
    if (owed.length === 0) return;
    await writeAlerts(site, owed);
    await site.writeIndex();
    const identifiers = owed.map(({ identifier }) => identifier);
    await alerts.written(database.queries, identifiers, clock.now());
  }
}
