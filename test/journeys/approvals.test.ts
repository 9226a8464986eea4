import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApprovalList, ApprovalView } from '../../libs/signoff/approval.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Refusal } from '../support/person.js';
import { aDraft, page, paragraph, reviewed, reviewedAgain } from '../support/release-way.js';

let city: City;

beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.close());

interface Notices {
  readonly items: readonly { readonly link: string; readonly subject: string }[];
}

test('a leader comes from the mail, reads, is kept from signing a changed text, remarks and returns it', async () => {
  const desk = await city.desk('education');
  const draft = aDraft({ organId: 'education', title: '关于寒假值班安排的通知' });
  const standing = await reviewed(desk, draft);
  const path = `/approvals/${standing.id}`;
  const notices = async (person: typeof desk.approver) =>
    ok(await person.get<Notices>('/notifications')).items;
  expect((await notices(desk.approver))[0]).toMatchObject({ link: path });

  const queue = ok(await desk.approver.get<ApprovalList>('/approvals'));
  expect(queue).toMatchObject({
    total: 1,
    items: [{ step: 'contentApproval', release: { id: standing.id } }],
  });
  expect(ok(await desk.drafter.get<ApprovalList>('/approvals')).total).toBe(0);
  const first = ok(await desk.approver.get<ApprovalView>(path));
  expect(first).toMatchObject({ lastLook: null, decision: { reasons: [] } });
  ok(await desk.approver.post(`${path}/look`, { digest: first.page.release.digest }));

  const edited = { ...draft, blocks: [paragraph('寒假期间各校每日安排两人值班，请于12月20日前报送名单。')] };
  const expectedRevision = (await page(desk.drafter, standing.id)).release.revision;
  ok(await desk.drafter.put(`/releases/${standing.id}`, { expectedRevision, draft: edited }));
  await reviewedAgain(desk, standing.id);
  const old = await desk.approver.post<Refusal>(`/releases/${standing.id}/approval`, {
    digest: first.page.release.digest,
  });
  expect([old.status, old.body.reasons[0]?.code]).toEqual([422, 'digestChanged']);
  const now = ok(await desk.approver.get<ApprovalView>(path));
  expect(now).toMatchObject({ lastLook: { version: 1 }, seenAt: null, page: { content: { version: 2 } } });

  const { digest } = now.page.release;
  const remarks = `/releases/${standing.id}/remarks`;
  const said = ok(await desk.approver.post<ReleasePage>(remarks, { digest, text: '名单报给谁？' }));
  expect(said.remarks).toMatchObject([{ version: 2, text: '名单报给谁？' }]);
  expect((await notices(desk.drafter))[0]).toMatchObject({ link: `/releases/${standing.id}` });
  const long = await desk.approver.post<Refusal>(remarks, { digest, text: '长'.repeat(501) });
  expect([long.status, long.body.reasons[0]?.field]).toEqual([400, 'text']);
  const stranger = (await city.desk('water')).drafter;
  expect((await stranger.post(remarks, { digest, text: '看过' })).status).toBe(404);
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.post(`${path}/look`, { digest })).status).toBe(404);

  const bare = await desk.approver.post<Refusal>(`/releases/${standing.id}/return`, { digest, note: '' });
  expect([bare.status, bare.body.reasons[0]?.field]).toEqual([400, 'note']);
  ok(await desk.approver.post(`/releases/${standing.id}/return`, { digest, note: '请写明报送的科室' }));
  expect(ok(await desk.approver.get<ApprovalList>('/approvals')).total).toBe(0);
  expect((await notices(desk.drafter))[0]?.subject).toBe(`【已退回】${draft.title}`);
});
