import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeadlineList } from '../../libs/deadline/deadline.api.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import { aDraft, approved, drafted, page, paragraph, submitted } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('sign-off under %s', (rules) => {
  let city: City;

  beforeAll(async () => {
    city = await startCity({ rules });
  });

  afterAll(() => city.close());

  test('who drafted a release cannot approve it, even with the right to approve', async () => {
    const both = await city.as('health');
    const desk = { drafter: both, reviewer: both, approver: both, publisher: both };
    const standing = await submitted(desk, aDraft({ organId: 'health', title: '关于流感疫苗接种的通知' }));
    const { status, body } = await both.post<Refusal>(`/releases/${standing.id}/approval`, {
      digest: standing.digest,
    });
    expect(status).toBe(422);
    expect(body.reasons.map((reason) => reason.code)).toContain('approverIsDrafter');
  });

  test('nobody can approve before the confidentiality review', async () => {
    const desk = await city.desk('education');
    const standing = await submitted(desk, aDraft({ organId: 'education', title: '关于校园开放日的通知' }));
    const { status, body } = await desk.approver.post<Refusal>(`/releases/${standing.id}/approval`, {
      digest: standing.digest,
    });
    expect(status).toBe(422);
    expect(body.reasons[0]?.message).toContain(rules === 'guizhou' ? '初审' : '保密审查');
  });

  test('an edit after approval voids the approval, and publishing is refused with the reasons', async () => {
    const desk = await city.desk('education');
    const draft = aDraft({
      organId: 'education',
      title: '关于中小学生冬季长跑活动的通知',
      accountIds: ['portal'],
    });
    const standing = await approved(desk, draft);
    const before = await page(desk.drafter, standing.id);
    const { status, body } = await desk.drafter.put<{ version: number; digest: string }>(
      `/releases/${standing.id}`,
      {
        expectedRevision: before.release.revision,
        draft: { ...draft, title: '关于中小学生冬季长跑活动调整的通知' },
      },
    );
    expect(status).toBe(200);
    expect(body.version).toBe(2);

    const publish = await desk.publisher.post<Refusal>(`/releases/${standing.id}/publish`, {
      digest: body.digest,
    });
    expect(publish.status).toBe(422);
    const after = await page(desk.drafter, standing.id);
    const voided = after.signatures.filter((signature) => signature.voidedAt !== null);
    expect(voided.map((signature) => signature.step).sort()).toEqual([
      'confidentialityReview',
      'contentApproval',
      ...(rules === 'guizhou' ? ['finalReview', 'firstReview', 'secondReview'] : []),
    ]);
  });

  test('approval starts the ten working days of a routine release, which an edit cancels (Art.19)', async () => {
    const desk = await city.desk('education');
    const draft = aDraft({
      organId: 'education',
      title: '关于寒假社会实践活动的通知',
      accountIds: ['portal'],
    });
    const standing = await approved(desk, draft);
    const deadlines = async () =>
      (await desk.drafter.get<DeadlineList>(`/deadlines?subjectKind=release&subjectId=${standing.id}`)).body
        .items;
    expect(await deadlines()).toMatchObject([
      {
        ...{ rule: 'routineRelease', hard: true, title: draft.title },
        article: rules === 'guizhou' ? '贵州省办法（常规发布五个工作日）' : '第十九条第一项',
      },
    ]);
    const before = await page(desk.drafter, standing.id);
    await desk.drafter.put(`/releases/${standing.id}`, {
      expectedRevision: before.release.revision,
      draft: { ...draft, title: '关于寒假社会实践活动报名的通知' },
    });
    expect(await deadlines()).toEqual([]);
  });

  test('an edit that read an older revision is refused and names who changed it', async () => {
    const desk = await city.desk('education');
    const draft = aDraft({ organId: 'education', title: '关于冬令营报名的通知' });
    const { id } = await drafted(desk, draft);
    await desk.drafter.put(`/releases/${id}`, {
      expectedRevision: 1,
      draft: { ...draft, title: '关于冬令营报名的补充通知' },
    });
    const second = await desk.drafter.put<Refusal>(`/releases/${id}`, { expectedRevision: 1, draft });
    expect(second.status).toBe(409);
    expect(second.body.reasons[0]?.message).toContain('林晓');
  });

  test('people of another organ do not see the draft', async () => {
    const education = await city.desk('education');
    const { id } = await drafted(
      education,
      aDraft({ organId: 'education', title: '关于高三模拟考试的通知' }),
    );
    const water = await city.desk('water');
    expect((await water.drafter.get(`/releases/${id}`)).status).toBe(404);
    const coordinator = await city.as('coordinator');
    expect((await coordinator.get(`/releases/${id}`)).status).toBe(200);
  });

  test('a title too long for one channel is told at saving, by channel, field and limit', async () => {
    const desk = await city.desk('education');
    const title = `关于${'进一步'.repeat(12)}规范校外培训管理工作的通知`;
    const standing = await drafted(
      desk,
      aDraft({
        organId: 'education',
        title,
        accountIds: ['portal', 'wechat'],
        blocks: [paragraph('正文。')],
      }),
    );
    const finding = standing.findings.find((entry) => entry.accountId === 'wechat');
    expect(finding).toMatchObject({ severity: 'block', field: 'title' });
    expect(finding?.allowed).toContain('32');
    expect(standing.findings.some((entry) => entry.accountId === 'portal')).toBe(false);
  });
});
