import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReleaseDraftInput, ReleaseStanding } from '../../libs/release/release.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';
import { aDraft, dismissConcerns, page, paragraph, type Desk } from '../support/release-way.js';

const urgency = '现场仍有风险，须立即提醒绕行。';
const silent = '11月20日5时40分许，东港区一处仓库起火，现场火势已控制，消防力量正在救援。';

for (const rules of ['measures', 'guizhou'] as const)
  describe(rules, () => {
    let city: City;
    let emergency: Desk;

    beforeAll(async () => {
      city = await startCity({ rules });
      emergency = await city.desk('emergency');
    });
    afterAll(() => city.close());

    const drafted = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> =>
      (await desk.drafter.post<ReleaseStanding>('/releases', draft)).body;
    const submitting = async (drafter: Person, { id, digest }: ReleaseStanding) => {
      const answer = await drafter.post<Refusal>(`/releases/${id}/submit`, { digest });
      return answer.status < 300 ? [] : answer.body.reasons;
    };

    test(`a first release without casualties is held at submission by element and article, and the page says the same, ${rules} file (Art.23)`, async () => {
      const draft = aDraft({
        ...{ organId: 'emergency', kind: 'emergency', title: '仓库火情通报', declaration: { urgency } },
        blocks: [paragraph(silent)],
      });
      const standing = await drafted(emergency, draft);
      await dismissConcerns(emergency.drafter, standing.id);
      const reasons = await submitting(emergency.drafter, standing);
      expect(reasons).toMatchObject([{ code: 'elementMissing', field: 'declaration.elements.casualties' }]);
      const { actions, stages, contentCheck } = await page(emergency.drafter, standing.id);
      expect(actions.submit?.reasons).toEqual(reasons);
      expect(stages.find(({ stage }) => stage === 'content')).toMatchObject({ state: 'blocked' });
      expect(contentCheck.elements.find(({ element }) => element === 'time')?.sentence).toContain('5时40分');
    });

    test(`an organ named in the text is dismissed with a reason that the approver reads, ${rules} file (Art.14(c))`, async () => {
      const draft = aDraft({
        organId: 'emergency',
        title: '关于开展冬季安全检查的通告',
        blocks: [paragraph('检查期间由市教育局组织校园自查，请配合。')],
      });
      const standing = await drafted(emergency, draft);
      expect((await submitting(emergency.drafter, standing)).map(({ code }) => code)).toEqual([
        'concernedOrganOpen',
      ]);
      const dismissal = { reason: '校园自查由教育系统另行通知。' };
      await emergency.drafter.post(`/releases/${standing.id}/concerned/education/dismissal`, dismissal);
      expect(await submitting(emergency.drafter, standing)).toEqual([]);
      const { contentCheck } = await page(emergency.approver, standing.id);
      expect(contentCheck.concerned).toMatchObject([
        { organ: { id: 'education' }, state: 'dismissed', dismissal: { reason: dismissal.reason } },
      ]);
    });

    test(`what is not public is never dispatched, ${rules} file (国办发〔2016〕80号)`, async () => {
      const declaration = { disclosure: 'none', disclosureReason: '过程性信息' } as const;
      const draft = aDraft({ organId: 'emergency', title: '关于内部演练安排的通知', declaration });
      const standing = await drafted(emergency, draft);
      expect((await submitting(emergency.drafter, standing)).map(({ code }) => code)).toEqual(['notPublic']);
    });

    test(`only the lead organ presses the button of a joint release, ${rules} file (Art.14, 信息公开条例第十条)`, async () => {
      const draft = aDraft({
        organId: 'emergency',
        title: '关于防汛联合演练的通告',
        jointOrganIds: ['water'],
        blocks: [paragraph('演练由市水务局协同组织，请周边市民知悉。')],
      });
      const standing = await drafted(emergency, draft);
      expect(await submitting(emergency.drafter, standing)).toEqual([]);
      const water = await city.desk('water');
      const publish = await water.publisher.post<Refusal>(`/releases/${standing.id}/publish`, {
        digest: standing.digest,
      });
      expect(publish.body.reasons.map(({ code }) => code)).toContain('lacksRole');
      const lead = await page(emergency.publisher, standing.id);
      expect(lead.actions.publish?.reasons.map(({ code }) => code)).not.toContain('lacksRole');
    });
  });
