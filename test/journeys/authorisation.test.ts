import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { AuthorisationView, DelegationView } from '../../libs/authorisation/authorisation.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';
import { aDraft, page, submitted, type Desk } from '../support/release-way.js';

const dayMs = 24 * 3_600_000;

for (const rules of ['measures', 'guizhou'] as const)
  describeCity(rules, (it) => {
    const codes = async (person: Person, path: string, body: unknown): Promise<readonly string[]> => {
      const answer = await person.post<Refusal>(path, body);
      return answer.status < 300 ? [] : answer.body.reasons.map(({ code }) => code);
    };
    const term = (days: number) => ({
      from: it.clock().now().toISOString(),
      to: new Date(it.clock().now().getTime() + days * dayMs).toISOString(),
    });
    const granted = async (changes: object = {}): Promise<AuthorisationView> => {
      const leader = await it.city().as('approver');
      const given = { organId: 'education', granteeId: 'person-deputy', ...term(30), ...changes };
      return (await leader.post<AuthorisationView>('/authorisations', given)).body;
    };
    /** Everything that this city's chain asks for before the leader. */
    const reviewed = async (desk: Desk, title: string): Promise<ReleasePage> => {
      const { id, digest } = await submitted(desk, aDraft({ organId: 'education', title }));
      if (rules === 'guizhou') {
        const reviews = [
          ['firstReview', 'reviewer-1'],
          ['secondReview', 'reviewer-2'],
          ['finalReview', 'approver'],
        ] as const;
        for (const [step, name] of reviews)
          expect(await codes(await it.city().as(name), `/releases/${id}/review`, { digest, step })).toEqual(
            [],
          );
      }
      const { checklist } = await page(desk.reviewer, id);
      const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
      await desk.reviewer.post(`/releases/${id}/confidentiality-review`, { digest, items });
      return page(desk.reviewer, id);
    };

    test(`a deputy approves within the leader’s authorisation until it is revoked, ${rules} file (Art.5(6), 14)`, async () => {
      const desk = await it.city().desk('education');
      const deputy = await it.city().as('deputy');
      const { release } = await reviewed(desk, '关于校园安全月活动的通知');
      const approve = { digest: release.digest, note: '同意' };
      const before = await page(deputy, release.id);
      expect(before.actions.approve?.reasons.map(({ code }) => code)).toEqual(['notAuthorised']);
      expect(await codes(deputy, `/releases/${release.id}/approval`, approve)).toEqual(['notAuthorised']);
      const authorisation = await granted({ kinds: ['routine'] });
      expect((await page(deputy, release.id)).actions.approve?.reasons).toEqual([]);
      expect(await codes(deputy, `/releases/${release.id}/approval`, approve)).toEqual([]);
      const after = await page(deputy, release.id);
      expect(after.release.state).toBe('approved');
      expect(after.signatures.find(({ step }) => step === 'contentApproval')).toMatchObject({
        person: { id: 'person-deputy' },
        authorisationId: authorisation.id,
      });
      const leader = await it.city().as('approver');
      const revoked = await leader.post<AuthorisationView>(`/authorisations/${authorisation.id}/revoke`, {
        reason: '分工调整',
      });
      expect(revoked.body).toMatchObject({ state: 'revoked', revokeReason: '分工调整' });
      const next = await reviewed(desk, '关于校园开放周活动的通知');
      expect(
        await codes(deputy, `/releases/${next.release.id}/approval`, { digest: next.release.digest }),
      ).toEqual(['authorisationNotInForce']);
    });

    test(`the last word asks for the password again after the minutes of the ${rules} file`, async () => {
      const desk = await it.city().desk('education');
      const leader = await it.city().signIn('approver');
      const { release } = await reviewed(desk, '关于春季运动会的通知');
      it.clock().travel(20 * 60_000);
      await granted();
      const deputy = await it.city().as('deputy');
      const approve = { digest: release.digest };
      const path = `/releases/${release.id}/approval`;
      expect(await codes(leader, path, approve)).toEqual(
        rules === 'guizhou' ? ['signedAnotherStep'] : ['stepUpRequired'],
      );
      expect(await codes(deputy, path, approve)).toEqual(['stepUpRequired']);
      expect(await codes(deputy, '/session/step-up', { password: '不对' })).toEqual(['wrongPassword']);
      expect(await codes(deputy, path, approve)).toEqual(['stepUpRequired']);
      expect(await codes(deputy, '/session/step-up', { password: 'koujing-demo' })).toEqual([]);
      expect(await codes(deputy, path, approve)).toEqual([]);
    });

    test(`a reviewer who is away has the desk held by a colleague, ${rules} file`, async () => {
      const reviewer = await it.city().as('reviewer');
      const given = { organId: 'education', role: 'confidentialityReviewer', reason: '出差', ...term(5) };
      const { body } = await reviewer.post<DelegationView>('/delegations', {
        ...given,
        toPersonId: 'person-spokesperson',
      });
      expect(body).toMatchObject({ state: 'inForce', toPerson: { id: 'person-spokesperson' } });
      const desk = { ...(await it.city().desk('education')), reviewer: await it.city().as('spokesperson') };
      const { signatures } = await reviewed(desk, '关于冬季供暖期作息调整的通知');
      expect(signatures.find(({ step }) => step === 'confidentialityReview')).toMatchObject({
        person: { id: 'person-spokesperson' },
        onBehalfOf: { id: 'person-reviewer' },
      });
    });

    test(`the page shows the chain of the ${rules} file with its article and what each step waits for`, async () => {
      const desk = await it.city().desk('education');
      const { id } = await submitted(desk, aDraft({ organId: 'education', title: '关于期末考试安排的通知' }));
      const { chain, stages } = await page(desk.drafter, id);
      expect(chain.article).toContain('第十四条');
      const states = chain.steps.map(({ step, state }) => [step, state]);
      expect(states[0]).toEqual([rules === 'measures' ? 'confidentialityReview' : 'firstReview', 'open']);
      expect(states.at(-1)).toEqual(['contentApproval', 'waiting']);
      expect(stages.some(({ stage }) => stage === 'review')).toBe(rules === 'guizhou');
    });

    test(`a whole-of-city matter waits for the superior’s word, ${rules} file (Art.14(d))`, async () => {
      const desk = await it.city().desk('education');
      const leader = await it.city().as('approver');
      const { release, superiors } = await reviewed(desk, '关于全市中小学停课安排的通知');
      expect(superiors.map(({ id }) => id)).toContain('government');
      const up = { organId: 'government', note: '涉及全市学生' };
      expect(await codes(desk.drafter, `/releases/${release.id}/send-up`, up)).toEqual(['lacksRole']);
      expect(await codes(leader, `/releases/${release.id}/send-up`, up)).toEqual([]);
      await granted();
      const deputy = await it.city().signIn('deputy');
      const approve = { digest: release.digest };
      expect(await codes(deputy, `/releases/${release.id}/approval`, approve)).toEqual([]);
      const waiting = await page(leader, release.id);
      expect(waiting.release.state).toBe('submitted');
      expect(waiting.stages.find(({ stage }) => stage === 'superiorApproval')).toMatchObject({
        state: 'current',
        reasons: [{ code: 'superiorApprovalMissing' }],
      });
      expect(await codes(leader, `/releases/${release.id}/superior-approval`, approve)).toEqual([
        ...(rules === 'guizhou' ? ['lacksRole', 'signedAnotherStep'] : ['lacksRole']),
      ]);
      const mayor = await it.city().signIn('mayor');
      expect(await codes(mayor, `/releases/${release.id}/superior-approval`, approve)).toEqual([]);
      expect((await page(leader, release.id)).release.state).toBe('approved');
    });
  });

/** One city for the tests of one rules file. */
function describeCity(
  rules: string,
  tests: (it: { readonly city: () => City; readonly clock: () => TravellingClock }) => void,
): void {
  describe(rules, () => {
    let city: City;
    let clock: TravellingClock;
    beforeAll(async () => {
      clock = new TravellingClock('2026-11-23T09:00:00+08:00');
      city = await startCity({ clock, rules });
    });
    afterAll(() => city.close());
    tests({ city: () => city, clock: () => clock });
  });
}
