import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const codes = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code);
    throw error;
  }
  return [];
};

onEachEngine('the way of a release', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('with review and approval by others it is ready to release', async () => {
    const { release } = await aRelease(city).approved();
    expect(release.state).toBe('approved');
    expect(await city.cases.ready.reasons(opened.database.queries, release.id)).toEqual([]);
  });

  test('a release without signatures is told what it lacks', async () => {
    const { release } = await aRelease(city).submitted();
    const reasons = await city.cases.ready.reasons(opened.database.queries, release.id);
    expect(reasons.map(({ code }) => code)).toEqual(['confidentialityReviewMissing', 'approvalMissing']);
  });

  test('who drafted cannot approve, not even the main leader', async () => {
    const { release, version } = await aRelease(city).reviewed();
    await city.cases.people.grant(opened.database.queries, {
      personId: release.draftedBy,
      organId: release.organId,
      role: 'principalLeader',
    });
    const drafter = await city.actor(release.organId, 'drafter');
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    expect(await codes(city.cases.approve.perform(approval, drafter))).toEqual(['approverIsDrafter']);
  });

  test('approval waits for the confidentiality review', async () => {
    const { release, version } = await aRelease(city).submitted();
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    const approver = await city.actor('transport', 'approver');
    expect(await codes(city.cases.approve.perform(approval, approver))).toEqual([
      'confidentialityReviewMissing',
    ]);
  });

  test('the approver of another organ has no say', async () => {
    const { release, version } = await aRelease(city).reviewed();
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    const stranger = await city.actor('water', 'approver');
    expect(await codes(city.cases.approve.perform(approval, stranger))).toEqual(['releaseNotFound']);
  });

  test('a review that leaves an item open is refused by its name', async () => {
    const { release, version } = await aRelease(city).submitted();
    const review = { releaseId: release.id, digest: version.digest, items: { stateSecrets: true }, note: '' };
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    expect(await codes(city.cases.review.perform(review, reviewer))).toEqual(['checklistOpen']);
  });

  test('an edit after approval voids the signatures and sends it back to draft', async () => {
    const builder = aRelease(city);
    const { release } = await builder.approved();
    const drafter = await city.actor('transport', 'drafter');
    const draft = { ...builder.draft(), blocks: blocksFromText('改为12月6日23时封闭。') };
    const standing = await city.cases.revise.perform(
      release.id,
      { expectedRevision: release.revision, draft },
      drafter,
    );
    expect([standing.state, standing.version]).toEqual(['draft', 2]);
    const signatures = await city.cases.signatures.of(opened.database.queries, release.id);
    expect(signatures.map(({ voidReason }) => voidReason)).toEqual([
      '内容已修改为第 2 版。',
      '内容已修改为第 2 版。',
    ]);
  });

  test('an edit of what the public never sees leaves every signature standing', async () => {
    const builder = aRelease(city);
    const { release } = await builder.approved();
    const drafter = await city.actor('transport', 'drafter');
    const matter = await aMatter(city).titled('滨河路养护').opened();
    const draft = { ...builder.draft(), matter };
    const standing = await city.cases.revise.perform(
      release.id,
      { expectedRevision: release.revision, draft },
      drafter,
    );
    expect([standing.state, standing.version]).toEqual(['approved', 1]);
    expect(await city.cases.ready.reasons(opened.database.queries, release.id)).toEqual([]);
  });

  test('an edit of an older revision is stale and names who was faster', async () => {
    const builder = aRelease(city);
    const { release } = await builder.drafted();
    const drafter = await city.actor('transport', 'drafter');
    const draft = { ...builder.draft(), title: '关于滨河路夜间养护施工的补充通告' };
    await city.cases.revise.perform(release.id, { expectedRevision: 1, draft }, drafter);
    const late = city.cases.revise.perform(
      release.id,
      { expectedRevision: 1, draft: builder.draft() },
      drafter,
    );
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      message: expect.stringContaining('transport-drafter'),
    });
  });

  test('a joint release waits for every co-organ on the same digest', async () => {
    const builder = aRelease(city).with({ jointOrganIds: ['emergency', 'water'] });
    const { release, version } = await builder.submitted();
    const confirmation = { releaseId: release.id, digest: version.digest, note: '' };
    await city.cases.confirm.perform(confirmation, await city.actor('water', 'coSigner'));
    const reasons = await city.cases.ready.reasons(opened.database.queries, release.id);
    expect(reasons.find(({ code }) => code === 'confirmationMissing')?.message).toContain('滨海市应急管理局');
    await expect(builder.approved()).resolves.toMatchObject({ release: { state: 'approved' } });
  });

  test('a title too long for one channel bars submission with field and limit', async () => {
    const long = aRelease(city).with({
      title: '关于滨河路夜间养护施工期间公交线路临时调整和车辆绕行安排等有关事项的通告',
    });
    const { release, version } = await long.drafted();
    const submission = city.cases.submit.perform(
      release.id,
      version.digest,
      await city.actor('transport', 'drafter'),
    );
    await expect(submission).rejects.toMatchObject({
      reasons: [{ code: 'titleTooLong', field: 'title', allowed: '30' }],
    });
  });

  test('a returned release is written again by its drafter', async () => {
    const { release, version } = await aRelease(city).reviewed();
    const returned = { releaseId: release.id, digest: version.digest, note: '请补充咨询电话' };
    await city.cases.return.perform(returned, await city.actor('transport', 'approver'));
    const after = await city.cases.releases.find(opened.database.queries, release.id);
    expect(after?.state).toBe('returned');
    const drafter = await city.actor('transport', 'drafter');
    await city.cases.submit.perform(release.id, version.digest, drafter);
    const reasons = await city.cases.ready.reasons(opened.database.queries, release.id);
    expect(reasons.map(({ code }) => code)).toContain('confidentialityReviewMissing');
  });

  test('numbers are consecutive though drafts are written at the same instant', async () => {
    const built = await Promise.all(Array.from({ length: 6 }, () => aRelease(city).drafted()));
    const numbers = built
      .map(({ release }) => Number(/〔2026〕(\d+)号/u.exec(release.number)?.[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 6 }, (_, index) => (numbers[0] ?? 0) + index));
  });
});
