import type { Actor } from '@koujing/access';
import { blocksFromText } from '@koujing/block';
import type { Release, ReleaseVersion } from '@koujing/release';
import { checklistFor } from '@koujing/signoff';
import { declared } from './declared.js';
import { releaseDraftSchema, type ReleaseDraftInput } from '../../libs/release/release.api.js';
import type { City, Desk } from './a-city.js';

/** Where a built release stands. */
export interface Built {
  readonly release: Release;
  readonly version: ReleaseVersion;
}

/** `aRelease(city).by('transport').approved()`: every default is valid. */
export const aRelease = (city: City): ReleaseBuilder => new ReleaseBuilder(city, {});

export class ReleaseBuilder {
  constructor(
    private readonly city: City,
    private readonly changes: Partial<ReleaseDraftInput>,
  ) {}

  by(organId: string): ReleaseBuilder {
    return this.with({ organId });
  }

  saying(title: string, text: string): ReleaseBuilder {
    return this.with({ title, blocks: blocksFromText(text) });
  }

  with(changes: Partial<ReleaseDraftInput>): ReleaseBuilder {
    return new ReleaseBuilder(this.city, { ...this.changes, ...changes });
  }

  draft() {
    const draft = releaseDraftSchema.parse({
      organId: 'transport',
      kind: 'routine',
      title: '关于滨河路夜间养护施工的通告',
      blocks: blocksFromText('12月5日23时至次日5时，滨河路半幅封闭养护，请绕行。'),
      accountIds: ['portal'],
      ...this.changes,
    });
    const declaration = declared(draft.kind, draft.title);
    return this.changes.declaration === undefined && Object.keys(declaration.elements ?? {}).length > 0
      ? releaseDraftSchema.parse({ ...draft, declaration })
      : draft;
  }

  async drafted(): Promise<Built> {
    const draft = this.draft();
    const { id } = await this.city.cases.create.perform(
      draft,
      await this.city.actor(draft.organId, 'drafter'),
    );
    return this.read(id);
  }

  async submitted(): Promise<Built> {
    const { release, version } = await this.drafted();
    const drafter = await this.city.actor(release.organId, 'drafter');
    await this.dismissConcerns({ release, version }, drafter);
    await this.city.cases.submit.perform(release.id, version.digest, drafter);
    return this.read(release.id);
  }

  async reviewed(): Promise<Built> {
    const organId = this.draft().organId;
    return this.reviewedBy(await this.city.actor(organId, 'confidentialityReviewer'));
  }

  /** Reviewed by this person, and confirmed by whoever is concerned. */
  async reviewedBy(reviewer: Actor): Promise<Built> {
    const { release, version } = await this.submitted();
    await this.reviewText({ release, version });
    const checklist = checklistFor(this.city.cases.rules.signOff, release.kind, 'city');
    const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
    const review = { releaseId: release.id, digest: version.digest, items, note: '' };
    await this.city.cases.review.perform(review, reviewer);
    for (const organId of release.jointOrganIds) {
      const confirmation = { releaseId: release.id, digest: version.digest, note: '' };
      await this.city.cases.confirm.perform(confirmation, await this.city.actor(organId, 'coSigner'));
    }
    return this.read(release.id);
  }

  async approved(): Promise<Built> {
    const { release, version } = await this.reviewed();
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    await this.city.cases.approve.perform(approval, await this.city.actor(release.organId, 'approver'));
    return this.read(release.id);
  }

  /** Approved and past the gate, without dispatch. */
  async released(): Promise<Built> {
    const { release } = await this.approved();
    await releaseNow(this.city, release.id);
    return this.read(release.id);
  }

  /** 三审 where the city's chain asks for them, each by another person. */
  private async reviewText({ release, version }: Built): Promise<void> {
    const { desk, database, reviewText } = this.city.cases;
    const { chain } = await desk.read(database.queries, release, version);
    for (const { step } of chain.stages.flat()) {
      const reviewer = reviewers[step];
      if (reviewer === undefined) continue;
      const actor = await this.city.actor(release.organId, reviewer);
      const text = { releaseId: release.id, digest: version.digest, step, note: '' };
      await reviewText.perform(text as Parameters<typeof reviewText.perform>[0], actor);
    }
  }

  /** Whom the text names beside its co-organs need not confirm. */
  private async dismissConcerns({ release, version }: Built, drafter: Actor): Promise<void> {
    const { content, database } = this.city.cases;
    const { concerned } = await content.check.findings(database.queries, release, version);
    for (const { organId, state } of concerned)
      if (state === 'open')
        await content.dismiss.perform(
          { releaseId: release.id, organId, reason: '仅提及，不涉及其职责。' },
          drafter,
        );
  }

  private async read(id: string): Promise<Built> {
    const { releases, database } = this.city.cases;
    const release = await releases.find(database.queries, id);
    const version = await releases.version(database.queries, id, release?.version ?? 1);
    if (release === null || version === null) throw new Error(`release ${id} is gone`);
    return { release, version };
  }
}

const reviewers: Readonly<Partial<Record<string, Desk>>> = {
  firstReview: 'reviewer',
  secondReview: 'secondReviewer',
  finalReview: 'deputy',
};

/** What the click does before anything is sent: reasons, gate, state, in one transaction. Returns whether it went out. */
export const releaseNow = (city: City, id: string): Promise<boolean> => {
  const { database, ready, gate, releases, clock } = city.cases;
  return database.transaction(async (queries) => {
    await releases.lock(queries, id);
    if ((await ready.reasons(queries, id)).length > 0) return false;
    const { passed, gateSeq, reasons } = await gate.decide(queries, id);
    const at = clock.now();
    if (passed) {
      const change = { state: 'released', releasedAt: at, gateSeq, holdReason: null, at } as const;
      await city.cases.released(queries, await releases.write(queries, id, change), 'system:test');
    } else
      await releases.write(queries, id, {
        state: 'heldByGate',
        holdReason: reasons.map((r) => r.message).join('；'),
        at,
      });
    return passed;
  });
};
