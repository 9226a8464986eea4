import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type {
  ConferenceList,
  ConferenceView,
  PublicConference,
} from '../../libs/conference/conference-view.api.js';
import type { IncidentView } from '../../libs/incident/incident.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';

const minuteMs = 60_000;
const materials = ['statement', 'hostScript', 'qaLine', 'backgroundMaterial', 'venueLayout'];

const planOf = (changes: object = {}) => ({
  kind: 'own',
  organId: 'education',
  theme: '中小学寒假安排',
  content: '通报全市中小学寒假起止时间和假期安全安排。',
  justification: '关系学生和家长安排，社会关注度高。',
  startsAt: '2026-12-10T10:00:00+08:00',
  speakers: [{ name: '发言人甲', post: '副局长', organId: 'education', capacity: 'official' }],
  totalMinutes: 40,
  leadMinutes: 12,
  rostrumPersons: 3,
  questionSession: true,
  ...changes,
});

/** One journey, two cities: the numbers of the conference are the same in both files, the articles stand beside them. */
describe.each(['measures', 'guizhou'])('under %s', (rules) => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let drafter: Person;
  let approver: Person;
  let coordinator: Person;

  beforeAll(async () => {
    city = await startCity({ clock, rules });
    drafter = await city.as('drafter');
    approver = await city.as('approver');
    coordinator = await city.as('coordinator');
  });
  afterAll(() => city.close());

  const applied = async (changes: object = {}): Promise<ConferenceView> => {
    const { id, digest } = ok(await drafter.post<ConferenceView>('/conferences', planOf(changes)));
    return ok(await drafter.post<ConferenceView>(`/conferences/${id}/apply`, { digest }));
  };

  const approved = async (changes: object = {}): Promise<ConferenceView> => {
    const { id, digest } = await applied(changes);
    ok(await coordinator.post(`/conferences/${id}/answer`, { digest, decision: 'agreed' }));
    const signature = { digest, step: 'principalLeader' };
    return ok(await approver.post<ConferenceView>(`/conferences/${id}/signatures`, signature));
  };

  const lookUp = async (number: string) => {
    const response = await fetch(`${city.address}/api/public/conferences/${encodeURIComponent(number)}`);
    return { status: response.status, body: (await response.json()) as PublicConference & Refusal };
  };

  test('a conference is applied for, answered, signed and gets a number that anybody may verify (Art.31, 40)', async () => {
    const waiting = await applied();
    expect(waiting.state).toBe('applied');
    expect(waiting.actions['answer']?.reasons.map(({ code }) => code)).toContain('lacksRole');
    const answer = waiting.clocks.find(({ rule }) => rule === 'conferenceAnswer');
    expect([answer?.state, answer?.dueAt.slice(0, 10)]).toEqual(['running', '2026-11-25']);
    const agreed = { digest: waiting.digest, decision: 'agreed' };
    expect((await drafter.post(`/conferences/${waiting.id}/answer`, agreed)).status).toBe(403);
    const conference = await approved({ theme: '中小学寒假安排（二）' });
    expect(conference.number).toMatch(/^滨新发会〔2026〕\d+号$/u);
    const { status, body } = await lookUp(conference.number ?? '');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      [
        ...['approvedAt', 'name', 'number', 'organ', 'place', 'startsAt'],
        ...['status', 'statusText', 'theme', 'voidedAt'],
      ].sort(),
    );
    expect(body).toMatchObject({ status: 'approved', name: '滨海市教育局', theme: '中小学寒假安排（二）' });
  });

  test('the public reads on the portal which conferences were approved, changed or cancelled, by their numbers (Art.32, 40)', async () => {
    const page = async (until: (html: string) => boolean): Promise<string> => {
      const giveUpAt = performance.now() + 20_000;
      for (;;) {
        const response = await fetch(`${city.portalUrl}/conferences.html`);
        const html = await response.text();
        if (until(html)) return html;
        if (performance.now() > giveUpAt) throw new Error(`the page stayed ${html}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    const noticeOf = (html: string, number: string): string =>
      html.split('<section').find((part) => part.includes(`id="${number}"`)) ?? '';
    const plan = { theme: '寒假托管服务安排', startsAt: '2026-12-14T10:00:00+08:00' };
    const { id, number, revision } = await approved(plan);
    const told = await page((html) => html.includes(number ?? '—'));
    for (const word of [
      '寒假托管服务安排',
      '滨海市教育局会议室',
      '滨海市教育局新闻发言人',
      '2026-12-14 10:00',
      '经批准',
    ])
      expect(noticeOf(told, number ?? '')).toContain(word);
    const conference = planOf({ ...plan, startsAt: '2026-12-15T10:00:00+08:00' });
    const changed = ok(
      await drafter.put<ConferenceView>(`/conferences/${id}`, { expectedRevision: revision, conference }),
    );
    const voided = await page((html) => noticeOf(html, number ?? '').includes('作废'));
    expect(noticeOf(voided, number ?? '')).toContain('时间有变更，须重新报批');
    const { digest } = ok(
      await drafter.post<ConferenceView>(`/conferences/${id}/apply`, { digest: changed.digest }),
    );
    ok(await coordinator.post(`/conferences/${id}/answer`, { digest, decision: 'agreed' }));
    const again = ok(
      await approver.post<ConferenceView>(`/conferences/${id}/signatures`, {
        digest,
        step: 'principalLeader',
      }),
    );
    await page((html) => noticeOf(html, number ?? '').includes(`新文号：${again.number ?? '—'}`));
    ok(await drafter.post(`/conferences/${id}/cancel`, { reason: '改为书面答复' }));
    await page((html) => noticeOf(html, again.number ?? '').includes('已取消'));
  });

  test('a change of the hour after approval voids it, and media see the number void (Art.32, 40)', async () => {
    const { id, number, revision } = await approved();
    const conference = planOf({ startsAt: '2026-12-11T10:00:00+08:00' });
    const changed = ok(
      await drafter.put<ConferenceView>(`/conferences/${id}`, { expectedRevision: revision, conference }),
    );
    expect(changed).toMatchObject({ state: 'draft', number: null, registration: 2 });
    expect(changed.registrations[0]?.changes).toMatchObject([{ fact: 'time' }]);
    expect((await lookUp(number ?? '')).body.status).toBe('voided');
    const late = await drafter.put<Refusal>(`/conferences/${id}`, { expectedRevision: revision, conference });
    expect([late.status, late.body.reasons[0]?.field]).toEqual([409, 'expectedRevision']);
  });

  test('an emergency conference is held the same morning and evaluated for the office (Art.23, 33–35)', async () => {
    const startsAt = new Date(clock.now().getTime() + 10 * minuteMs).toISOString();
    const now = clock.now().toISOString();
    const incident = ok(
      await coordinator.post<IncidentView>('/incidents', {
        ...{ title: '校车事故', kind: 'accident', occurredAt: now, learnedAt: now, level: 'major' },
        ...{ place: '实验小学门前', countyOrganIds: ['east'], handlingOrganId: 'education' },
      }),
    );
    const marks = { emergency: true, incidentId: incident.id };
    const plan = { ...marks, place: '实验小学门前', theme: '校车事故处置情况', startsAt };
    const conference = await approved(plan);
    const basis = conference.clocks.map(({ rule, state, basis: on }) => [rule, state, on]);
    expect(basis).toContainEqual(['conferenceApplication', 'exempt', 'inferred']);
    expect(basis).toContainEqual(['ownMaterials', 'exempt', 'explicit']);
    expect(basis).toContainEqual(['conferenceMaterials', 'running', 'none']);
    const { id } = conference;
    for (const kind of materials)
      ok(
        await drafter.upload(
          `/conferences/${id}/materials/${kind}`,
          `${kind}.txt`,
          Buffer.from(`材料 ${kind}`),
          'text/plain',
        ),
      );
    expect((await drafter.download(`/conferences/${id}/materials/qaLine`)).toString()).toBe('材料 qaLine');
    const printed = Buffer.from('%PDF-1.7');
    ok(
      await drafter.upload(
        `/conferences/${id}/materials/hostScript`,
        'hostScript.pdf',
        printed,
        'application/pdf',
      ),
    );
    const blocked = await drafter.post<Refusal>(`/conferences/${id}/filing`, { headcount: 20 });
    expect([blocked.status, ...blocked.body.reasons.map(({ code }) => code)]).toEqual([
      422,
      'materialsUnsigned',
      'materialsNotLookedThrough',
    ]);
    const { items } = ok(await approver.get<ConferenceView>(`/conferences/${id}`)).materials;
    for (const { kind, file } of items) {
      const path = `/conferences/${id}/materials/${kind}`;
      const { sha256 } = file ?? {};
      if (file?.awaitsSignature === true) ok(await approver.post(`${path}/signature`, { sha256 }));
      if (file?.unread === true) ok(await approver.post(`${path}/look`, { sha256 }));
    }
    const late = await drafter.post<Refusal>(`/conferences/${id}/filing`, { headcount: 20 });
    expect([late.status, late.body.reasons[0]?.field]).toEqual([422, 'reason']);
    ok(await drafter.post(`/conferences/${id}/filing`, { headcount: 20, reason: '突发事件' }));
    clock.travel(40 * minuteMs);
    const holding = { heldAt: startsAt, minutes: 25, journalists: 9, questions: 5 };
    expect(ok(await drafter.post<ConferenceView>(`/conferences/${id}/holding`, holding)).state).toBe('held');
    const after = ok(await coordinator.get<IncidentView>(`/incidents/${incident.id}`));
    expect(Date.parse(after.conferenceHeldAt ?? '')).toBe(Date.parse(startsAt));
    const ended = after.clocks.find(({ rule }) => rule === 'emergencyConference');
    expect([ended?.state, Date.parse(ended?.settledAt ?? '')]).toEqual(['met', Date.parse(startsAt)]);
    const coverage = [{ outlet: '滨海日报', title: '校车事故通报', url: 'https://news.example/2' }];
    const brief = { coverage, evaluation: '报道与发布一致。' };
    expect(ok(await drafter.post<ConferenceView>(`/conferences/${id}/brief`, brief)).state).toBe('evaluated');
    expect((await lookUp(conference.number ?? '')).body.status).toBe('held');
  });

  test('other organs neither see nor list it; the office sees it and its clock', async () => {
    const { id } = await applied({ theme: '学区调整说明' });
    const stranger = await city.as('water');
    expect((await stranger.get(`/conferences/${id}`)).status).toBe(404);
    const theirs = ok(await stranger.get<ConferenceList>('/conferences?pageSize=200'));
    expect(theirs.items).toEqual([]);
    const offices = ok(await coordinator.get<ConferenceList>('/conferences?state=applied&pageSize=200'));
    expect(offices.items.find((item) => item.id === id)?.clock?.rule).toBe('conferenceAnswer');
  });

  test('bad input names the field and what is allowed, and plans nothing', async () => {
    const before = ok(await drafter.get<ConferenceList>('/conferences?pageSize=1')).total;
    const wrong = planOf({ startsAt: '2026-12-10 10:00', totalMinutes: 0, speakers: [] });
    const { status, body } = await drafter.post<Refusal>('/conferences', wrong);
    expect(status).toBe(400);
    expect(body.reasons.map(({ field }) => field).sort()).toEqual(['speakers', 'startsAt', 'totalMinutes']);
    const elsewhere = await drafter.post<Refusal>(
      '/conferences',
      planOf({ kind: 'government', place: '某宾馆' }),
    );
    expect([elsewhere.status, elsewhere.body.reasons[0]?.field]).toEqual([422, 'place']);
    const astray = planOf({ emergency: true, incidentId: 'nowhere' });
    const unknown = await drafter.post<Refusal>('/conferences', astray);
    expect([unknown.status, unknown.body.reasons[0]?.field]).toEqual([422, 'incidentId']);
    expect(ok(await drafter.get<ConferenceList>('/conferences?pageSize=1')).total).toBe(before);
  });

  test('who tries numbers out is slowed down', async () => {
    const statuses = new Set<number>();
    for (let turn = 0; turn < 70; turn += 1) statuses.add((await lookUp('滨新发会〔2026〕777号')).status);
    expect([...statuses]).toEqual([404, 429]);
  });
});
