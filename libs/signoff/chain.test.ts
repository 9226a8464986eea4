import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { DeadlineStore } from '@koujing/deadline';
import { Problem } from '@koujing/kernel';
import { aCity, organ, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow, type Built } from '../../test/support/a-release.js';
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

/** What the measures ask; the tests must not ask the code under test. */
const asked = [
  ...['stateSecrets', 'workSecrets', 'tradeSecrets', 'personalData', 'stability', 'pictures', 'authority'],
];
const answers = Object.fromEntries(asked.map((item) => [item, true]));
const dayMs = 24 * 3_600_000;
const signing = ({ release, version }: Built) => ({
  releaseId: release.id,
  digest: version.digest,
  note: '',
});

onEachEngine('the chain of the rules file', (open) => {
  let opened: TestDatabase;
  let city: City;
  let guizhou: City;

  beforeAll(async () => {
    opened = await open();
    guizhou = await aCity(opened.database, undefined, 'guizhou');
    city = await aCity(opened.database);
    const { cases } = city;
    const { queries } = opened.database;
    await cases.organs.save(queries, organ('government', '滨海市人民政府'));
    await cases.organs.save(queries, organ('transport', '滨海市交通运输局', { parentId: 'government' }));
    await settle('mayor', 'principalLeader', 'government');
    await settle('second', 'reviewer', 'transport');
    await settle('third', 'approver', 'transport');
  });
  afterAll(() => opened.drop());

  const settle = async (id: string, role: Role, organId: string): Promise<void> => {
    const { people } = city.cases;
    const person = { id, username: id, name: id, email: '', passwordHash: '', disabled: false };
    await people.save(opened.database.queries, person);
    await people.grant(opened.database.queries, { personId: id, organId, role });
  };
  const actor = async (id: string): Promise<Actor> => {
    const found = await city.cases.people.actor(opened.database.queries, id);
    if (found === null) throw new Error(id);
    return { ...found, provedAt: city.clock.now() };
  };
  const stateOf = async ({ release }: Built) =>
    (await city.cases.releases.find(opened.database.queries, release.id))?.state;

  test('the day on which information was formed starts its twenty working days as it is handed in (信息公开条例 Art.26)', async () => {
    const { cases } = city;
    const drafter = await city.actor('transport', 'drafter');
    const subjectOf = (id: string) => ({ kind: 'release', id });
    const clocks = async (id: string) =>
      (await new DeadlineStore().ofSubject(opened.database.queries, subjectOf(id)))
        .filter(({ rule }) => rule === 'disclosure')
        .map(({ state, dueAt }) => [state, dueAt.toISOString()]);
    const formed = (formedOn: string) => aRelease(city).with({ declaration: { formedOn } });
    const { release: early, version } = await formed('2027-12-31').drafted();
    await expect(cases.submit.perform(early.id, version.digest, drafter)).rejects.toMatchObject({
      reasons: [{ code: 'formedInFuture', field: 'declaration.formedOn' }],
    });
    const { release } = await formed('2026-11-02').submitted();
    expect(await clocks(release.id)).toEqual([['running', '2026-11-30T15:59:59.999Z']]);
    const { release: out } = await formed('2026-11-02').released();
    expect(await clocks(out.id)).toEqual([['met', '2026-11-30T15:59:59.999Z']]);
    const { release: silent } = await aRelease(city).submitted();
    expect(await clocks(silent.id)).toEqual([]);
  });

  test('three reviews pass in their order, each by another person, before the leader approves (三审三校)', async () => {
    const { cases } = guizhou;
    const built = await aRelease(guizhou).submitted();
    const review = (step: 'firstReview' | 'secondReview' | 'finalReview', who: Actor) =>
      codes(cases.reviewText.perform({ ...signing(built), step }, who));
    const first = await guizhou.actor('transport', 'reviewer');
    const second = await actor('second');
    expect(await review('secondReview', second)).toEqual(['firstReviewMissing']);
    expect(await review('firstReview', first)).toEqual([]);
    expect(await review('secondReview', first)).toEqual(['signedAnotherStep']);
    expect(await review('secondReview', second)).toEqual([]);
    const confidential = { ...signing(built), items: answers };
    expect(await review('finalReview', await actor('third'))).toEqual([]);
    const leader = await guizhou.actor('transport', 'approver');
    expect(await codes(cases.approve.perform(signing(built), leader))).toEqual([
      'confidentialityReviewMissing',
    ]);
    await cases.review.perform(confidential, await guizhou.actor('transport', 'confidentialityReviewer'));
    expect(await codes(cases.approve.perform(signing(built), leader))).toEqual([]);
    expect(await stateOf(built)).toBe('approved');
  });

  test('a chain without reviews refuses one by name', async () => {
    const built = await aRelease(city).submitted();
    const review = { ...signing(built), step: 'firstReview' } as const;
    const reviewer = await city.actor('transport', 'reviewer');
    expect(await codes(city.cases.reviewText.perform(review, reviewer))).toEqual(['stepNotAsked']);
  });

  test('what was sent up is approved only with the superior’s word on the same digest (Art.14(d))', async () => {
    const { cases } = city;
    const built = await aRelease(city).submitted();
    const leader = await city.actor('transport', 'approver');
    const referral = { releaseId: built.release.id, organId: 'government', note: '涉及全市' };
    expect(await codes(cases.sendUp.perform(referral, await city.actor('transport', 'drafter')))).toEqual([
      'lacksRole',
    ]);
    expect(await codes(cases.sendUp.perform({ ...referral, organId: 'water' }, leader))).toEqual([
      'superiorUnknown',
    ]);
    await cases.sendUp.perform(referral, leader);
    await cases.review.perform(
      { ...signing(built), items: answers },
      await city.actor('transport', 'confidentialityReviewer'),
    );
    const mayor = await actor('mayor');
    expect(await codes(cases.approveAsSuperior.perform(signing(built), mayor))).toEqual(['approvalMissing']);
    await cases.approve.perform(signing(built), leader);
    expect(await stateOf(built)).toBe('submitted');
    expect(await releaseNow(city, built.release.id)).toBe(false);
    await cases.approveAsSuperior.perform(signing(built), mayor);
    expect(await stateOf(built)).toBe('approved');
  });

  test('taken back from the superior, the leader’s approval is enough again (Art.14(d))', async () => {
    const { cases } = city;
    const built = await aRelease(city).reviewed();
    const leader = await city.actor('transport', 'approver');
    const referral = { releaseId: built.release.id, organId: 'office', note: '涉及全市' };
    await cases.sendUp.perform(referral, leader);
    await cases.approve.perform(signing(built), leader);
    await cases.sendUp.perform({ ...referral, organId: null, note: '不涉及全市' }, leader);
    expect(await stateOf(built)).toBe('approved');
  });

  test('the last word asks for a password entered within the minutes of the rules', async () => {
    const built = await aRelease(city).reviewed();
    const leader = await city.actor('transport', 'approver');
    const { stepUpMinutes } = city.cases.rules.signOff;
    city.clock.travel(stepUpMinutes.value * 60_000);
    expect(await codes(city.cases.approve.perform(signing(built), leader))).toEqual(['stepUpRequired']);
    const unproved = { ...leader, provedAt: null };
    expect(await codes(city.cases.approve.perform(signing(built), unproved))).toEqual(['stepUpRequired']);
    const fresh = await city.actor('transport', 'approver');
    expect(await codes(city.cases.approve.perform(signing(built), fresh))).toEqual([]);
  });

  for (const rules of ['measures', 'guizhou'] as const)
    test(`a signature older than the days of the ${rules} file no longer carries the release`, async () => {
      const here = rules === 'measures' ? city : guizhou;
      const days = here.cases.rules.signOff.signatureDays.value ?? 0;
      const built = await aRelease(city).approved();
      const reasons = async () =>
        (await here.cases.ready.reasons(opened.database.queries, built.release.id)).map(({ code }) => code);
      here.clock.travel(
        built.release.updatedAt.getTime() - here.clock.now().getTime() + days * dayMs - 1_000,
      );
      expect((await reasons()).filter((code) => code === 'signatureExpired')).toEqual([]);
      here.clock.travel(1_000);
      expect((await reasons()).filter((code) => code === 'signatureExpired').length).toBeGreaterThan(0);
      const leader = await here.actor('transport', 'approver');
      expect(await codes(here.cases.return.perform({ ...signing(built), note: '签署过期' }, leader))).toEqual(
        [],
      );
    });

  test('an emergency goes out on the short review and owes the full one within its clock (Art.21)', async () => {
    const { cases } = city;
    const built = await aRelease(city).with({ kind: 'emergency' }).released();
    await cases.laterReviewDeadline.released(opened.database.queries, built.release, 'transport-approver');
    const deadlines = new DeadlineStore();
    const subject = { kind: 'release', id: built.release.id };
    expect(await deadlines.openOf(opened.database.queries, 'laterReview', subject)).toMatchObject({
      state: 'running',
      terms: { unit: 'hour', limit: 24 },
    });
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const short = { ...signing(built), items: { stateSecrets: true } };
    expect(await codes(cases.reviewLater.perform(short, reviewer))).toEqual(['checklistOpen']);
    const drafter = await city.actor('transport', 'drafter');
    expect(await codes(cases.reviewLater.perform({ ...short, items: answers }, drafter))).toEqual([
      'lacksRole',
      'signerIsDrafter',
    ]);
    await cases.reviewLater.perform({ ...short, items: answers }, reviewer);
    expect(await deadlines.openOf(opened.database.queries, 'laterReview', subject)).toBeNull();
    expect(await codes(cases.reviewLater.perform({ ...short, items: answers }, reviewer))).toEqual([
      'alreadySigned',
    ]);
  });

  test('who chooses the way that is reviewed afterwards says why, and the reason is signed with the text (Art.21)', async () => {
    const { cases } = city;
    const drafter = await city.actor('transport', 'drafter');
    const drafted = async (urgency: string) => {
      const builder = aRelease(city).with({ kind: 'emergency' });
      const { declaration } = builder.draft();
      return builder.with({ declaration: { ...declaration, urgency } }).drafted();
    };
    const submitting = async (urgency: string) => {
      const { release, version } = await drafted(urgency);
      try {
        await cases.submit.perform(release.id, version.digest, drafter);
      } catch (error) {
        if (error instanceof Problem) return error.reasons;
        throw error;
      }
      return [];
    };
    for (const urgency of ['', '紧急'])
      expect(await submitting(urgency)).toMatchObject([
        { code: 'urgencyMissing', field: 'declaration.urgency', allowed: '≥ 10' },
      ]);
    expect(await submitting('桥面塌陷，须立即提醒绕行。')).toEqual([]);
    const [one, other] = await Promise.all([
      drafted('桥面塌陷，须立即提醒绕行。'),
      drafted('路面积水，须立即提醒绕行。'),
    ]);
    expect(one.version.digest).not.toBe(other.version.digest);
  });

  test('an ordinary release owes nothing afterwards, and an emergency nothing before it is out', async () => {
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const ordinary = await aRelease(city).released();
    const review = { ...signing(ordinary), items: answers };
    expect(await codes(city.cases.reviewLater.perform(review, reviewer))).toEqual(['stepNotAsked']);
    const waiting = await aRelease(city).with({ kind: 'emergency' }).approved();
    expect(
      await codes(city.cases.reviewLater.perform({ ...signing(waiting), items: answers }, reviewer)),
    ).toEqual(['notOutYet']);
  });
});
