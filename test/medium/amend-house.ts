import type { Actor } from '@koujing/access';
import { AmendmentNotices, WithdrawPublished } from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { digestOf } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import type { House } from './dispatch-house.js';
import { amenderOf } from './house-publisher.js';

/** Corrections and withdrawals on a test house: the steps before dispatch are written as they leave the release. */
export class AmendHouse {
  readonly jobs: InlineJobs;
  readonly releases = new ReleaseStore();

  constructor(readonly house: House) {
    this.jobs = new InlineJobs([{ name: 'dispatch', policy: 'each' }], house.clock);
  }

  approver(): Actor {
    return {
      ...this.house.spokesperson(),
      grants: [{ role: 'approver', organId: this.house.organ, office: false }],
    };
  }

  /** The approved next version of a release that is out. */
  async approvedCorrection(releaseId: string, recipients: readonly string[] = []): Promise<string> {
    const { queries } = this.house.database;
    const versions = await this.releases.versions(queries, releaseId);
    const last = versions.at(-1);
    if (last === undefined) throw new Error('no version');
    const version = last.version + 1;
    const digest = digestOf(`${releaseId} ${version}`);
    await this.releases.insertVersion(queries, {
      ...last,
      version,
      digest,
      correctionNote: '恢复供水时间更正为7时。',
      recipients: recipients.length > 0 ? recipients : last.recipients,
      accountIds: this.house.platforms.map(({ manifest }) => manifest.channel),
      createdAt: this.house.clock.now(),
    });
    await this.releases.write(queries, releaseId, { state: 'approved', version, at: this.house.clock.now() });
    return digest;
  }

  /** The click on the approved correction. */
  async correct(releaseId: string, recipients: readonly string[] = []): Promise<void> {
    const digest = await this.approvedCorrection(releaseId, recipients);
    await this.house.publisher(this.jobs).perform(releaseId, digest, this.house.spokesperson());
  }

  withdrawal(): WithdrawPublished {
    const { database, audit, clock } = this.house;
    return new WithdrawPublished({
      ...{ database, audit, clock, followers: [], releases: this.releases },
      gate: { forget: async () => this.#forgotten() },
      amend: amenderOf(this.house, this.jobs, this.house.platforms),
      notices: new AmendmentNotices({ notify: async (_, message) => void this.house.notices.push(message) }),
    });
  }

  withdraw(releaseId: string, actor = this.approver(), emergency = false): Promise<number> {
    return this.withdrawal().perform(releaseId, { reason: '内容有误', emergency }, actor);
  }

  /** Account, operation, version and state of every row, and for mail the recipient. */
  async ledger(releaseId: string): Promise<readonly string[]> {
    const rows = await this.house.rows(releaseId);
    return rows.map(({ channel, operation, version, state, recipient }) =>
      [channel, operation, `v${version}`, state, ...(recipient === '' ? [] : [recipient])].join(' '),
    );
  }

  /** Until every row of the release has one of these endings. */
  async settled(releaseId: string, done: (line: string) => boolean): Promise<readonly string[]> {
    for (let tries = 0; tries < 600; tries += 1) {
      const lines = await this.ledger(releaseId);
      if (lines.every(done)) return lines;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.ledger(releaseId);
  }

  #forgets = 1_000;
  #forgotten(): number {
    this.#forgets += 1;
    return this.#forgets;
  }
}
