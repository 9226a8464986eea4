import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeadlineList } from '../../libs/deadline/deadline.api.js';
import type { OrganList, OrganView } from '../../libs/organ/organ.api.js';
import type { DriftList } from '../../libs/watch/drift.api.js';
import type { OrganRoster, PublicationList, RosterList } from '../../libs/roster/roster.api.js';
import { civilTime } from '@koujing/kernel';
import { startCity, type City } from '../support/city.js';
import { ok, type Answer, type Person, type Refusal } from '../support/person.js';
import { aDraft, drafted, type Desk } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('the roster under %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let administrator: Person;
  let water: Desk;
  const today = civilTime(new Date()).slice(0, 10);

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    administrator = await city.as('administrator');
    water = await city.desk('water');
  });

  afterAll(() => city.close());

  const waterOrgan = async (): Promise<OrganView> => {
    const organ = ok(await administrator.get<OrganList>('/organs')).items.find(({ id }) => id === 'water');
    if (organ === undefined) throw new Error('the register has no 市水务局');
    return organ;
  };

  const revised = async (changes: Partial<OrganView>): Promise<Answer<Refusal>> => {
    const { id, revision, name, shortName, aliases, kind, level, area, parentId, remit, releaseUnit, hats } =
      await waterOrgan();
    const organ = {
      name,
      shortName,
      aliases,
      kind,
      level,
      area,
      parentId,
      remit,
      releaseUnit,
      hats,
      ...changes,
    };
    const body = { expectedRevision: revision, reason: '机构改革', organ };
    return administrator.put<Refusal>(`/organs/${id}`, body);
  };

  test('an organ without a unit in charge of releases cannot submit one, until the administrator names it (Art.6)', async () => {
    const held = await drafted(water, aDraft({ organId: 'water', accountIds: ['portal'] }));
    const submit = () => water.drafter.post<Refusal>(`/releases/${held.id}/submit`, { digest: held.digest });
    expect((await revised({ releaseUnit: '' })).status).toBe(200);
    const refused = await submit();
    expect([refused.status, refused.body.reasons.map(({ code }) => code)]).toEqual([422, ['noReleaseUnit']]);
    expect((await revised({ releaseUnit: '宣传科' })).status).toBe(200);
    expect((await submit()).status).toBeLessThan(300);
  });

  test('a circle of parents and an unknown kind are refused with their field, and the organ stays as it was (Art.3)', async () => {
    const before = await waterOrgan();
    const circle = await revised({ parentId: 'waterworks' });
    expect([circle.status, circle.body.reasons[0]?.code, circle.body.reasons[0]?.field]).toEqual([
      ...[422, 'circularParent', 'parentId'],
    ]);
    const kind = await revised({ kind: 'club' });
    expect([kind.status, kind.body.reasons[0]?.field]).toEqual([400, 'organ.kind']);
    expect(await waterOrgan()).toEqual(before);
  });

  test('the office bears a Party and a government name (Art.4)', async () => {
    const { items } = ok(await coordinator.get<OrganList>('/organs'));
    expect(items.find(({ isOffice }) => isOffice)?.hats).toEqual({
      party: '中共滨海市委对外宣传办公室',
      government: '滨海市人民政府新闻办公室',
    });
  });

  test('the organ’s leader names its people, files them with the office, and the list is shown to the public (Art.7–9)', async () => {
    const { approver } = water;
    const named = { name: '市水务局发言人', title: '副局长', rank: 'leadershipTeamMember', fromOn: today };
    const entries = '/roster/water/entries';
    ok(await approver.post(entries, { post: 'spokesperson', ...named }));
    const second = await approver.post<Refusal>(entries, { post: 'spokesperson', ...named });
    expect([second.status, second.body.reasons[0]?.code]).toEqual([422, 'postTaken']);
    const clerk = { post: 'pressAssistant', ...named, name: '市水务局新闻助理', rank: 'staff' };
    const unexplained = await approver.post<Refusal>(entries, clerk);
    expect(unexplained.body.reasons[0]).toMatchObject({ code: 'rankReasonNeeded', field: 'rankReason' });
    const whole = ok(await approver.post<OrganRoster>(entries, { ...clerk, rankReason: '科长空缺' }));
    expect([whole.lacks, whole.filing.pending]).toEqual([[], true]);
    const clocks = async () =>
      ok(await approver.get<DeadlineList>('/deadlines')).items.filter(({ rule }) => rule === 'rosterChange');
    expect(await clocks()).toHaveLength(1);
    ok(await approver.post('/roster/water/filings', { note: '' }));
    expect(await clocks()).toEqual([]);

    const { counts } = ok(await coordinator.get<RosterList>('/roster?only=lacking'));
    expect(counts.lacking).toBeGreaterThan(1);
    const refused = await approver.post('/roster-publications');
    expect(refused.status).toBe(403);
    const { items } = ok(await coordinator.post<PublicationList>('/roster-publications'));
    await city.server.roster.writePage.tick();
    const page = await fetch(`${city.portalUrl}/roster.html`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('市水务局发言人')]);
    const table = await fetch(`${city.portalUrl}/roster.csv`);
    expect(await table.text()).toContain('"滨海市水务局","新闻助理","市水务局新闻助理","副局长"');
    const pageFile = join(city.portalRoot, 'roster.html');
    const written = readFileSync(pageFile, 'utf8');
    writeFileSync(pageFile, written.replaceAll('市水务局发言人', '某某'));
    await city.server.roster.writePage.tick();
    expect(readFileSync(pageFile, 'utf8')).toBe(written);
    const { items: drifts } = ok(await coordinator.get<DriftList>('/drifts'));
    expect(drifts).toMatchObject([{ releaseTitle: 'roster.html', kind: 'differs' }]);
    expect(drifts[0]?.differences[0]).toMatchObject({
      published: expect.stringContaining('市水务局发言人'),
      shown: expect.stringContaining('某某'),
    });
    const csv = await coordinator.download(`/roster-publications/${items[0]?.id}/csv`);
    expect(csv.toString()).toContain('市水务局发言人');
  });

  test('a wrong date, an unknown rank and a nameless person are refused together, and nobody is named', async () => {
    const before = ok(await coordinator.get<OrganRoster>('/roster/transport'));
    const wrong = { post: 'spokesperson', name: ' ', title: '副局长', rank: 'staff', fromOn: '2026-02-30' };
    const refused = await coordinator.post<Refusal>('/roster/transport/entries', wrong);
    expect([refused.status, refused.body.reasons.map(({ field }) => field).sort()]).toEqual([
      ...[400, ['fromOn', 'name']],
    ]);
    const unknown = { ...wrong, name: '市交通运输局发言人', rank: 'mayor', fromOn: today };
    const rank = await coordinator.post<Refusal>('/roster/transport/entries', unknown);
    expect([rank.status, rank.body.reasons[0]?.code]).toEqual([422, 'unknownRank']);
    expect(ok(await coordinator.get<OrganRoster>('/roster/transport'))).toEqual(before);
  });
});
