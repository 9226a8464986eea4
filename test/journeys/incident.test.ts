import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { IncidentView } from '../../libs/incident/incident.api.js';
import { startCity, type City } from '../support/city.js';
import { Person, type Refusal } from '../support/person.js';
import { aDraft, approved, paragraph, published, type Desk } from '../support/release-way.js';

const hour = 3_600_000;

describe.each([
  ['measures', 5, 'emergencyFirstRelease'],
  ['guizhou', 3, 'emergencyLateReport'],
] as const)('an incident over HTTP under %s', (rules, firstHours, lateRule) => {
  let city: City;
  const clock = new TravellingClock('2026-11-23T08:00:00+08:00');

  beforeAll(async () => {
    city = await startCity({ clock, rules });
  });
  afterAll(() => city.close());

  /** Sessions end while the clock travels: everybody signs in where they are needed. */
  const as = (username: string): Promise<Person> => Person.signIn(city.address, username, 'koujing-demo');
  const desk = async (): Promise<Desk> => ({
    drafter: await as('emergency'),
    reviewer: await as('emergency-reviewer'),
    approver: await as('emergency-approver'),
    publisher: await as('emergency-approver'),
  });
  const report = async (changes: Readonly<Record<string, unknown>>): Promise<IncidentView> => {
    const now = clock.now().toISOString();
    const coordinator = await as('coordinator');
    const { body } = await coordinator.post<IncidentView>('/incidents', {
      ...{ title: '东港区仓库爆燃事故', kind: 'accident', occurredAt: now, learnedAt: now },
      ...{
        place: '东港区临港路',
        countyOrganIds: ['east'],
        handlingOrganId: 'emergency',
        level: 'major',
      },
      ...changes,
    });
    return body;
  };
  const look = async (id: string) =>
    (await (await as('coordinator')).get<IncidentView>(`/incidents/${id}`)).body;

  test(`the headquarters releases four hours after it: the limit is ${firstHours} h (Art.22, 23)`, async () => {
    const incident = await report({});
    const [first] = incident.clocks;
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(incident.occurredAt)).toBe(firstHours * hour);
    const coordinator = await as('coordinator');
    const basis = { name: '临港路事故现场指挥部', basis: '市政府决定' };
    const { body } = await coordinator.post<IncidentView>(`/incidents/${incident.id}/headquarters`, basis);
    const headquarters = body.responsible.id;
    const text = '11月23日8时许，东港区临港路一处仓库发生爆燃，死亡11人，正在救援。';
    const draft = aDraft({
      ...{ organId: headquarters, kind: 'emergency', title: '临港路仓库爆燃事故情况通报' },
      ...{ blocks: [paragraph(text)], matter: incident.matterId },
    });
    const standing = await approved(await desk(), draft);
    const refused = await (
      await desk()
    ).publisher.post<Refusal>(`/releases/${standing.id}/publish`, {
      digest: standing.digest,
    });
    expect(refused.body.reasons.map(({ code }) => code)).toEqual(['higherPermissionMissing']);
    await coordinator.post(`/incidents/${incident.id}/permission`, {
      ...{ organ: '省应急管理厅', document: '电话记录12号', at: clock.now().toISOString() },
    });
    clock.travel(4 * hour);
    expect((await look(incident.id)).overdue).toBe(firstHours < 4);
    const { status } = await (
      await desk()
    ).publisher.post(`/releases/${standing.id}/publish`, {
      digest: standing.digest,
    });
    expect(status).toBe(200);
    const after = await look(incident.id);
    expect(after.chain).toMatchObject([
      { label: '首次发布', counts: true, organ: { id: headquarters }, figures: { deaths: 11 } },
    ]);
    const met = after.clocks.filter(
      ({ rule, state }) => rule === 'emergencyFirstRelease' && state !== 'cancelled',
    );
    expect(met.map(({ state }) => state)).toEqual([firstHours < 4 ? 'metLate' : 'met']);
  });

  test('what is learned of six hours late runs by the rule that the city has for it', async () => {
    const occurredAt = new Date(clock.now().getTime() - 6 * hour).toISOString();
    const incident = await report({ title: '东港区厂房坍塌事故', occurredAt });
    const [first] = incident.clocks;
    expect(first?.rule).toBe(lateRule);
    const from = lateRule === 'emergencyLateReport' ? incident.learnedAt : incident.occurredAt;
    const hours = lateRule === 'emergencyLateReport' ? 1 : firstHours;
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(from)).toBe(hours * hour);
    expect(first?.overdue).toBe(lateRule !== 'emergencyLateReport');
    clock.travel(hour);
    expect((await look(incident.id)).overdue).toBe(true);
  });

  test('another organ does not release while the headquarters stands, and reads the reason (Art.22)', async () => {
    const incident = await report({ title: '东港区码头火灾', level: 'larger' });
    const coordinator = await as('coordinator');
    const draft = (text: string) =>
      aDraft({
        ...{ organId: 'emergency', kind: 'emergency', title: '东港区码头火灾情况通报' },
        ...{ blocks: [paragraph(text)], matter: incident.matterId },
      });
    await published(await desk(), draft('东港区码头发生火灾，正在扑救。'));
    const basis = { name: '码头火灾现场指挥部', basis: '市政府决定' };
    await coordinator.post(`/incidents/${incident.id}/headquarters`, basis);
    await expect(approved(await desk(), draft('东港区码头火灾已经扑灭。'))).rejects.toThrow(
      /headquartersAlone/u,
    );
    const refused = await coordinator.post<Refusal>(`/incidents/${incident.id}/headquarters`, {
      ...basis,
      name: '第二指挥部',
    });
    expect(refused).toMatchObject({ status: 422, body: { reasons: [{ code: 'headquartersStands' }] } });
  });

  test('bad input names field and what is allowed, and changes nothing', async () => {
    const coordinator = await as('coordinator');
    const { body: before } = await coordinator.get<{ total: number }>('/incidents');
    const { status, body } = await coordinator.post<Refusal>('/incidents', { title: '事故', kind: 'war' });
    expect(status).toBe(400);
    expect(body.reasons.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['kind', 'occurredAt', 'countyOrganIds', 'handlingOrganId']),
    );
    const { body: after } = await coordinator.get<{ total: number }>('/incidents');
    expect(after.total).toBe(before.total);
  });
});
