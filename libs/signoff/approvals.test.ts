import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import { aCity, type City, type Desk } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease, releaseNow, type Built } from '../../test/support/a-release.js';
import { approvalsOf } from '../../test/support/an-approver.js';
import { countedReads } from '../../test/support/counted-reads.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { likes } from '../../test/support/many-times.js';
import { authorisationInputSchema } from '../authorisation/authorisation.api.js';
import { askedOf } from './asked-of.js';
import { checklistFor } from './checklist.js';

const pageSize = 50;

onEachEngine('what waits for a signer', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  beforeEach(async () => {
    // Each test looks at its own queue.
    await opened.database.queries.updateTable('release').set({ state: 'withdrawn' }).execute();
  });
  afterAll(() => opened.drop());

  const queueOf = async (organId: string, desk: Desk) => {
    const { items } = await approvalsOf(city).approvals.page(
      { page: 1, pageSize },
      await city.actor(organId, desk),
    );
    return items;
  };
  const idsOf = async (organId: string, desk: Desk) =>
    (await queueOf(organId, desk)).map(({ release }) => release.id);
  const one = async ({ release }: Built, organId: string, desk: Desk) =>
    approvalsOf(city).approvals.one(release.id, await city.actor(organId, desk));
  const revised = async ({ release }: Built, text: string): Promise<void> => {
    const now = await city.cases.releases.find(opened.database.queries, release.id);
    const draft = { ...aRelease(city).by(release.organId).draft(), blocks: blocksFromText(text) };
    const drafter = await city.actor(release.organId, 'drafter');
    await city.cases.revise.perform(release.id, { expectedRevision: now?.revision ?? 0, draft }, drafter);
  };
  const submittedAgain = async ({ release }: Built): Promise<void> => {
    const { releases, submit } = city.cases;
    const [standing] = await releases.standing(opened.database.queries, [release.id]);
    await submit.perform(
      release.id,
      standing?.version.digest ?? '',
      await city.actor('transport', 'drafter'),
    );
  };
  const noticesOf = async (personId: string) =>
    (await city.cases.notifications.page(opened.database.queries, personId, { page: 1, pageSize })).items;

  test('each step waits for those who may sign it now, and for nobody else (Art.14)', async () => {
    const { release } = await aRelease(city).submitted();
    expect(await idsOf('transport', 'confidentialityReviewer')).toEqual([release.id]);
    for (const [organ, desk] of [
      ['transport', 'approver'],
      ['transport', 'drafter'],
      ['transport', 'reviewer'],
      ['water', 'confidentialityReviewer'],
      ['office', 'coordinator'],
    ] as const)
      expect([organ, desk, await idsOf(organ, desk)]).toEqual([organ, desk, []]);
  });

  test('after the review it waits for the leader, with its drafter and the hour since which it waits', async () => {
    const { release } = await aRelease(city).reviewed();
    const since = city.clock.now();
    city.clock.travel(3_600_000);
    expect(await idsOf('transport', 'confidentialityReviewer')).toEqual([]);
    const [item] = await queueOf('transport', 'approver');
    expect(item).toMatchObject({
      ...{ step: 'contentApproval', clock: null, release: { id: release.id } },
      handedIn: { by: { id: 'transport-drafter' } },
    });
    expect(Date.parse(item?.since ?? '')).toBe(since.getTime());
  });

  test('a co-organ confirms, a deputy approves what he was authorised for, a superior what was sent up', async () => {
    const joint = await aRelease(city)
      .with({ jointOrganIds: ['water'] })
      .submitted();
    expect((await queueOf('water', 'coSigner')).map(({ step }) => step)).toEqual(['confirmation']);
    expect(await idsOf('emergency', 'coSigner')).toEqual([]);
    await opened.database.queries.updateTable('release').set({ state: 'withdrawn' }).execute();

    const built = await aRelease(city).reviewed();
    expect(await idsOf('transport', 'deputy')).toEqual([]);
    const leader = await city.actor('transport', 'approver');
    const until = new Date(city.clock.now().getTime() + 30 * 86_400_000).toISOString();
    const given = authorisationInputSchema.parse({
      ...{ organId: 'transport', granteeId: 'transport-deputy', kinds: [], subjects: [], note: '出差期间' },
      ...{ from: city.clock.now().toISOString(), to: until },
    });
    await city.authorisation.grant.perform(given, leader);
    expect(await idsOf('transport', 'deputy')).toEqual([built.release.id]);

    const sent = { releaseId: built.release.id, organId: 'office', note: '涉及全局' };
    await city.cases.sendUp.perform(sent, leader);
    expect(await idsOf('office', 'approver')).toEqual([]);
    const approval = { releaseId: built.release.id, digest: built.version.digest, note: '' };
    await city.cases.approve.perform(approval, leader);
    expect((await queueOf('office', 'approver')).map(({ step }) => step)).toEqual(['superiorApproval']);
    expect(joint.release.id).not.toBe(built.release.id);
  });

  test('an emergency that went out waits for its later review, until that is done (Art.21)', async () => {
    const built = await aRelease(city)
      .by('emergency')
      .with({
        ...{ kind: 'warning', title: '滨海市气象台发布暴雨橙色预警信号' },
        declaration: {
          urgency: '强降雨两小时内到达，须立即告知公众。',
          elements: {},
        },
      })
      .drafted();
    expect(built.release.kind).toBe('warning');
    const { database, clocks, laterReviewDeadline, reviewLater, rules } = city.cases;
    const at = city.clock.now();
    const change = { state: 'released', releasedAt: at, gateSeq: null, at } as const;
    await database.transaction(async (queries) => {
      const released = await city.cases.releases.write(queries, built.release.id, change);
      await laterReviewDeadline.released(queries, released, 'system:test');
    });
    const [item] = await queueOf('emergency', 'confidentialityReviewer');
    expect(item).toMatchObject({ step: 'laterReview', release: { id: built.release.id } });
    expect(item?.clock?.article).toContain('条');
    const checklist = checklistFor(rules.signOff, 'routine', 'city');
    const items = Object.fromEntries(checklist.map(({ item: name }) => [name, true]));
    const review = { releaseId: built.release.id, digest: built.version.digest, items, note: '' };
    await reviewLater.perform(review, await city.actor('emergency', 'confidentialityReviewer'));
    expect(await idsOf('emergency', 'confidentialityReviewer')).toEqual([]);
    expect(await clocks.deadlines.listOpen(database.queries, { limit: 1, organIds: ['emergency'] })).toEqual({
      ...{ items: [], total: 0 },
    });
  });

  test('the most urgent clock comes first, and what has none after it, the longest waiting first', async () => {
    const first = await aRelease(city).reviewed();
    city.clock.travel(60_000);
    const second = await aRelease(city).reviewed();
    const due = new Date(city.clock.now().getTime() + 7_200_000).toISOString();
    const matter = await aMatter(city).titled('滨河路养护的群众关切').due(due).opened();
    const urgent = await aRelease(city).with({ matter }).reviewed();
    const queue = await queueOf('transport', 'approver');
    expect(queue.map(({ release }) => release.id)).toEqual([
      urgent.release.id,
      first.release.id,
      second.release.id,
    ]);
    expect(queue[0]?.clock).toMatchObject({ duty: '滨河路养护的群众关切', leftMs: 7_200_000 });
  });

  test('the next look knows the version that was read last, and to read the new one keeps its marks', async () => {
    const built = await aRelease(city).submitted();
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const look = (digest: string) => city.cases.recordLook.perform(built.release.id, digest, reviewer);
    expect(await one(built, 'transport', 'confidentialityReviewer')).toMatchObject({
      ...{ lastLook: null, seenAt: null },
    });
    await queueOf('transport', 'confidentialityReviewer');
    expect(await one(built, 'transport', 'confidentialityReviewer')).toMatchObject({ seenAt: null });
    await look(built.version.digest);
    expect((await one(built, 'transport', 'confidentialityReviewer')).seenAt).not.toBeNull();

    await revised(built, '12月5日22时至次日5时，滨河路全幅封闭养护，请绕行。');
    await submittedAgain(built);
    const changed = await one(built, 'transport', 'confidentialityReviewer');
    expect(changed).toMatchObject({
      ...{ lastLook: { version: 1 }, seenAt: null, page: { content: { version: 2 } } },
      decision: { step: 'confidentialityReview', reasons: [] },
    });
    await look(changed.page.release.digest);
    const again = await one(built, 'transport', 'confidentialityReviewer');
    expect(again.lastLook?.version).toBe(1);
    expect(again.seenAt).not.toBeNull();
    // Nobody reads for another.
    expect((await one(built, 'transport', 'approver')).lastLook).toBeNull();
  });

  test('who returned a text has read it, wherever that was done', async () => {
    const built = await aRelease(city).reviewed();
    const leader = await city.actor('transport', 'approver');
    const returned = { releaseId: built.release.id, digest: built.version.digest, note: '请核对封闭的时段' };
    await city.cases.return.perform(returned, leader);
    await revised(built, '12月5日22时至次日5时，滨河路半幅封闭养护，请绕行。');
    await submittedAgain(built);
    expect((await one(built, 'transport', 'approver')).lastLook?.version).toBe(1);
  });

  test('a look at a text that never was is refused, and so is one at what is not shown to the person', async () => {
    const { release, version } = await aRelease(city).submitted();
    const codeOf = async (work: Promise<unknown>): Promise<string> => {
      try {
        await work;
      } catch (error) {
        if (error instanceof Problem) return error.reasons[0]?.code ?? error.code;
        throw error;
      }
      return 'taken';
    };
    const { recordLook } = city.cases;
    const approver = await city.actor('transport', 'approver');
    expect(await codeOf(recordLook.perform(release.id, '0'.repeat(64), approver))).toBe('digestChanged');
    const stranger = await city.actor('water', 'approver');
    expect(await codeOf(recordLook.perform(release.id, version.digest, stranger))).toBe('releaseNotFound');
  });

  test('what does not wait is told with the reasons of the step at which the reader sits', async () => {
    const early = await aRelease(city).submitted();
    expect((await one(early, 'transport', 'approver')).decision).toMatchObject({
      step: 'contentApproval',
      reasons: [{ code: 'confidentialityReviewMissing' }],
    });
    const done = await aRelease(city).approved();
    const { decision } = await one(done, 'transport', 'confidentialityReviewer');
    expect(decision.step).toBe('confidentialityReview');
    expect(decision.reasons.map(({ code }) => code)).toContain('alreadyReviewed');
  });

  test('the last word asks for the password once the minutes since it was entered are over', async () => {
    const built = await aRelease(city).reviewed();
    const leader = await city.actor('transport', 'approver');
    const { approvals } = approvalsOf(city);
    expect((await approvals.one(built.release.id, leader)).decision.stepUp).toBe(false);
    city.clock.travel(city.cases.rules.signOff.stepUpMinutes.value * 60_000);
    expect((await approvals.one(built.release.id, leader)).decision.stepUp).toBe(true);
    const early = await aRelease(city).submitted();
    const reviewer = { ...(await city.actor('transport', 'confidentialityReviewer')), provedAt: null };
    expect((await approvals.one(early.release.id, reviewer)).decision.stepUp).toBe(false);
  });

  test('whose turn it is, is told once with a link to the decision, and the drafter hears of a return', async () => {
    const count = async (personId: string) => (await noticesOf(personId)).length;
    const before = { leader: await count('transport-approver'), drafter: await count('transport-drafter') };
    const built = await aRelease(city)
      .with({ jointOrganIds: ['water'] })
      .submitted();
    const link = `/approvals/${built.release.id}`;
    for (const signer of ['transport-confidentialityReviewer', 'water-coSigner'])
      expect((await noticesOf(signer)).filter((notice) => notice.link === link)).toMatchObject([
        { kind: 'approval', readAt: null },
      ]);
    expect(await count('transport-approver')).toBe(before.leader);

    const confirmation = { releaseId: built.release.id, digest: built.version.digest, note: '' };
    await city.cases.confirm.perform(confirmation, await city.actor('water', 'coSigner'));
    expect(await count('transport-approver')).toBe(before.leader);
    const checklist = checklistFor(city.cases.rules.signOff, 'routine', 'city');
    const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
    await city.cases.review.perform(
      { ...confirmation, items },
      await city.actor('transport', 'confidentialityReviewer'),
    );
    const [told] = await noticesOf('transport-approver');
    expect(told).toMatchObject({ link, subject: `【待您审定】${built.release.title}` });
    expect(told?.text).toContain(`http://127.0.0.1:3000${link}`);
    expect(await count('transport-approver')).toBe(before.leader + 1);

    await city.cases.return.perform(
      { ...confirmation, note: '请补充绕行路线' },
      await city.actor('transport', 'approver'),
    );
    const [returned] = await noticesOf('transport-drafter');
    expect(returned).toMatchObject({ kind: 'returned', link: `/releases/${built.release.id}` });
    expect(returned?.text).toContain('请补充绕行路线');
    expect(await count('transport-drafter')).toBe(before.drafter + 1);
  });

  test('a person who reads the city for the office has an empty queue of other organs', async () => {
    const { release } = await aRelease(city).approved();
    await releaseNow(city, release.id);
    expect(await idsOf('office', 'coordinator')).toEqual([]);
    expect(await idsOf('office', 'approver')).toEqual([]);
  });

  test('what waits for others by the hundred hides nothing from whose turn it is, and is not read for them', async () => {
    const early = await aRelease(city).submitted();
    const mine = await aRelease(city).reviewed();
    const leader = await city.actor('transport', 'approver');
    const reads = async () => {
      const { queries, read } = countedReads(opened.database.queries);
      const { asked, total } = await askedOf(city.cases.desk, queries, leader);
      expect(asked.map(({ signOff }) => signOff.release.id)).toEqual([mine.release.id]);
      expect(total).toBe(1);
      return read;
    };
    const alone = await reads();
    await likes(opened.database, early.release.id, 300);
    expect(await reads()).toEqual(alone);
  });

  test('of more than anybody signs in a day the most urgent come first, and the rest is counted', async () => {
    const { release } = await aRelease(city).submitted();
    await likes(opened.database, release.id, 300);
    const matter = await aMatter(city).due('2027-01-01T00:00:00+08:00').opened();
    const last = `${release.id}+300`;
    const changes = { matter, updated_at: new Date(city.clock.now().getTime() + 86_400_000) };
    await opened.database.queries.updateTable('release').set(changes).where('id', '=', last).execute();
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const page = await approvalsOf(city).approvals.page({ page: 1, pageSize }, reviewer);
    expect(page.items[0]?.release.id).toBe(last);
    expect(page.items).toHaveLength(pageSize);
    expect(page.total).toBe(301);
  });
});
