import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FindingList } from '../../libs/conflict/conflict.api.js';
import type { FindingGroupView } from '../../libs/conflict/finding-group.api.js';
import type { Site } from './a-site.js';
import type { City } from './city.js';
import { ok, type Person, type Refusal } from './person.js';
import { until } from './until.js';

interface Ground {
  readonly city: City;
  readonly site: Site;
  readonly administrator: Person;
  readonly coordinator: Person;
  /** Every source is read that is due, and what it says is compared. */
  readonly look: () => Promise<unknown>;
  /** The same after half an hour, when every source is due. */
  readonly later: () => Promise<unknown>;
}

/** A feed that an organ keeps outside, listed to be read. */
export const registered = async (
  administrator: Person,
  source: { readonly organId: string; readonly name: string; readonly url: string },
): Promise<unknown> =>
  ok(await administrator.post('/foreign-sources', { ...source, kind: 'feed' }), 'register');

/** Two organs' own sites that tell one matter, none of it ours; within a journey that has a city and a site. */
export const twoSitesThatSpeak = (of: () => Ground): void =>
  describe('two of them that speak on one matter, none of it ours', () => {
    const heading = '市第一人民医院门诊楼停电有关情况';
    const outage = (hour: number) =>
      `11月23日7时，市第一人民医院门诊楼停电，影响候诊患者约300人，预计11月23日${hour}时恢复供电。`;
    const hour = (minutes: string) => `Mon, 23 Nov 2026 08:${minutes}:00 +0800`;
    const own = () => [
      of().site.entry('h1', heading, outage(10), hour('10')),
      of().site.entry('h2', '市第一人民医院门诊楼停电续报', outage(11), hour('20')),
    ];
    const between = async () =>
      ok(await of().coordinator.get<FindingList>('/findings?state=open'), 'findings').items.filter(
        ({ outsideOther }) => outsideOther !== null,
      );

    beforeAll(async () => {
      of().site.answers.set('/health', { body: of().site.feed(...own()) });
      of().site.answers.set('/emergency', {
        body: of().site.feed(of().site.entry('e1', heading, outage(14), hour('30'))),
      });
      const relayed = `来源：滨海市卫生健康委员会。${outage(11)}`;
      of().site.answers.set('/relay', {
        body: of().site.feed(of().site.entry('g1', `转发：${heading}`, relayed, hour('40'))),
      });
      for (const [organId, name, path] of [
        ['health', '市卫健委网站', '/health'],
        ['emergency', '市应急局网站', '/emergency'],
        ['government', '市政府网站', '/relay'],
      ] as const)
        await registered(of().administrator, { organId, name, url: `http://${of().site.host}${path}` });
      await of().look();
    });

    test('is a finding with both places, on one row of the board with the organs it goes to, told at once', async () => {
      const found = await between();
      const finding = found.find(
        ({ outside, outsideOther }) =>
          outside?.url.endsWith('/h2') === true && outsideOther?.url.endsWith('/e1') === true,
      );
      expect(finding).toMatchObject({ kind: 'inconsistent', severity: 'block', releases: [] });
      expect(new Set(found.map(({ groupId }) => groupId)).size).toBe(1);
      const group = ok(
        await of().coordinator.get<FindingGroupView>(`/finding-groups/${finding?.groupId}`),
        'group',
      );
      expect(group.organs.map(({ id: organId }) => organId)).toEqual(
        expect.arrayContaining(['health', 'emergency']),
      );
      await until(
        async () =>
          of()
            .city.sandbox.posted.mails()
            .map(({ subject }) => subject),
        (told) =>
          told.some((subject) => subject.startsWith('【待裁定】') && subject.includes('市应急局网站')),
      );
    });

    test('is none where a site brings its own up to date, or passes on with its source what another says', async () => {
      const pairs = (await between()).map(({ outside, outsideOther }) => [outside?.site, outsideOther?.site]);
      expect(pairs.length).toBeGreaterThan(0);
      for (const pair of pairs) expect(pair).toContain('市应急局网站');
    });

    test('is the business of the organs whose sites they are, and of no other', async () => {
      const [finding] = await between();
      const asked = async (organ: 'emergency' | 'traffic') =>
        (await (await of().city.signIn(organ)).get(`/findings/${finding?.id}`)).status;
      expect([await asked('emergency'), await asked('traffic')]).toEqual([200, 404]);
    });

    test('can only be left standing here, and closes when one of the sites says the same as the other', async () => {
      const [finding] = await between();
      const refused = await of().coordinator.post<Refusal>(`/findings/${finding?.id}/ruling`, {
        ...{ ruling: 'withdraw', reason: '撤下一方。' },
      });
      expect([refused.status, refused.body.reasons.map(({ code }) => code)]).toEqual([
        422,
        ['findingOutside'],
      ]);
      of().site.answers.set('/health', {
        body: of().site.feed(
          of().site.entry('h1', heading, outage(14), hour('10')),
          of().site.entry('h2', heading, outage(14), hour('20')),
        ),
      });
      await of().later();
      const left = (await between()).filter(({ kind }) => kind === 'inconsistent');
      // What another site still passes on of the old wording is raised anew.
      expect(left.map(({ outside, outsideOther }) => [outside?.site, outsideOther?.site])).not.toContainEqual(
        ['市卫健委网站', '市应急局网站'],
      );
      expect(left.length).toBeGreaterThan(0);
    });
  });
