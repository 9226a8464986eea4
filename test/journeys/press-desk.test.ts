import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccreditationView } from '../../libs/media/accreditation/accreditation.api.js';
import type { AnswerCheckView, AnswerList, LineList } from '../../libs/media/answer/answer.api.js';
import type { InterviewList, InterviewView } from '../../libs/media/interview/interview.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';

/** The duties of the media are the same under either rules file; the numbers are read from it. */
describe.each(['measures', 'guizhou'])('the press desk under the rules of %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let drafter: Person;
  let approver: Person;
  let outletId: string;
  let reporterId: string;

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    drafter = await city.as('water');
    approver = await city.as('water-approver');
    outletId = await made(coordinator, '/media/outlets', { name: '海滨时报（虚构）', kind: 'newspaper' });
    const reporter = { outletId, name: '记者甲', address: 'jia@shibao.example', beat: '民生' };
    reporterId = await made(coordinator, '/media/reporters', reporter);
  }, 300_000);
  afterAll(() => city.close());

  const made = async (by: Person, path: string, body: unknown): Promise<string> => {
    const answer = await by.post<{ id: string }>(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const asked = (changes: Record<string, unknown> = {}): Promise<string> =>
    made(drafter, '/interviews', {
      ...{
        outletId,
        organId: 'water',
        subject: '冬季供水保障',
        questions: '管网冲洗会停水吗？',
        via: 'phone',
      },
      ...changes,
    });
  const shown = async (id: string, by: Person = drafter): Promise<InterviewView> =>
    (await by.get<InterviewView>(`/interviews/${id}`)).body;

  test('a request is greyed out for the same reason that its acceptance is refused with, until the card is checked (Art.20)', async () => {
    const id = await asked({ reporterId });
    const { actions } = await shown(id);
    const refused = await drafter.post<Refusal>(`/interviews/${id}/accept`, { expectedRevision: 1 });
    expect([refused.status, refused.body.reasons]).toEqual([422, actions.accept.reasons]);
    expect(actions.accept.reasons).toMatchObject([{ code: 'accreditationMissing' }]);

    const look = { credential: 'pressCard', number: 'K1', register: 'pressCardSite', confirmed: true };
    const path = `/media/reporters/${reporterId}/accreditations`;
    const wrong = await drafter.post<Refusal>(path, { ...look, validTo: '31.12.2028' });
    expect([wrong.status, wrong.body.reasons.map(({ field }) => field)]).toEqual([400, ['validTo']]);
    const checked = await drafter.post<AccreditationView>(path, { ...look, validTo: '2099-12-31' });
    expect(checked.body).toMatchObject({ state: 'valid', official: true });

    const accepted = await drafter.post<InterviewView>(`/interviews/${id}/accept`, { expectedRevision: 1 });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
  });

  test('a refusal needs a reason of the list and the leader’s approval, and not for want of a confirmed card (Art.20, 39)', async () => {
    const id = await asked({ reporterId });
    const path = `/interviews/${id}/propose-refusal`;
    const text = '方案正在会商，定稿后答复。';
    const noReason = await drafter.post<Refusal>(path, { expectedRevision: 1, text });
    expect([noReason.status, noReason.body.reasons[0]?.field]).toEqual([400, 'reason']);
    const noCard = await drafter.post<Refusal>(path, { expectedRevision: 1, reason: 'noCredentials', text });
    expect(noCard.body.reasons.map(({ code }) => code)).toEqual(['officiallyConfirmed']);
    await drafter.post(path, { expectedRevision: 1, reason: 'underInvestigation', text });
    const alone = await drafter.post<Refusal>(`/interviews/${id}/approve-refusal`, { expectedRevision: 2 });
    expect(alone.status).toBe(403);
    const second = await approver.post<InterviewView>(`/interviews/${id}/approve-refusal`, {
      expectedRevision: 2,
    });
    expect(second.body).toMatchObject({ state: 'refused', refusal: { reason: { article: '第十四条' } } });
  });

  test('a request is corrected with a reason, and a stale or unexplained correction is refused (Art.20, 41)', async () => {
    const id = await asked();
    const wanted = {
      ...{ expectedRevision: 1, outletId, subject: '冬季供水与防冻', via: 'email' },
      questions: '管网冲洗会停水吗？',
    };
    const path = `/interviews/${id}/revise`;
    const mute = await drafter.post<Refusal>(path, wanted);
    expect([mute.status, mute.body.reasons[0]?.field]).toEqual([400, 'reason']);
    const done = await drafter.post<InterviewView>(path, { ...wanted, reason: '媒体来电更正' });
    expect([done.status, done.body.subject, done.body.revisions[0]?.changes]).toEqual([
      ...[200, '冬季供水与防冻'],
      [
        { field: 'subject', from: '冬季供水保障', to: '冬季供水与防冻' },
        { field: 'via', from: 'phone', to: 'email' },
      ],
    ]);
    const stale = await drafter.post<Refusal>(path, { ...wanted, reason: '媒体来电更正' });
    expect([stale.status, stale.body.reasons[0]?.code]).toEqual([409, 'stale']);
  });

  test('another organ sees neither the request nor the list it stands in; the office sees all (Art.4)', async () => {
    const id = await asked();
    const stranger = await city.as('traffic');
    expect((await stranger.get(`/interviews/${id}`)).status).toBe(404);
    expect((await stranger.get<InterviewList>('/interviews')).body.total).toBe(0);
    expect((await coordinator.get<InterviewList>('/interviews?state=open')).body.total).toBeGreaterThan(0);
  });

  test('a telephone answer is checked, logged with the line used, and found again (Art.16)', async () => {
    const matter = { title: '供水热线', kind: 'routine', ownerOrganId: 'water' };
    const matterId = await made(approver, '/matters', matter);
    const line = {
      attribute: 'phone',
      about: '供水热线',
      value: '0000-8990110',
      unit: '',
      asOf: null,
      reason: '已核实',
    };
    await approver.post(`/matters/${matterId}/lines`, line);
    const { items } = (await drafter.get<LineList>(`/media-answers/lines?organ=water&matter=${matterId}`))
      .body;
    const said = { organId: 'water', matterId, subject: '供水热线', answer: '供水热线：0000-1234567。' };
    const check = (await drafter.post<AnswerCheckView>('/media-answers/check', said)).body;
    expect(check.departures.map(({ kind }) => kind)).toEqual(['inconsistent']);
    const record = {
      ...{ ...said, outletId, reporterId, form: 'telephone', question: '热线是多少？', answeredBy: '发言人' },
      ...{ answeredAt: '2026-01-05T10:00:00+08:00' },
      lines: items.map(({ lineId, version }) => ({ lineId, version })),
    };
    const unexplained = await drafter.post<Refusal>('/media-answers', record);
    expect(unexplained.body.reasons.map(({ code }) => code)).toEqual(['departureReasonNeeded']);
    await made(drafter, '/media-answers', { ...record, departureReason: '旧号码月底前仍可拨通。' });
    const found = (await approver.get<AnswerList>('/media-answers')).body.items;
    expect(found).toMatchObject([
      { answer: said.answer, departureReason: '旧号码月底前仍可拨通。', lines: [{ version: 1 }] },
    ]);
  });
});
