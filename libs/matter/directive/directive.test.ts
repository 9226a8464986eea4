import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { aCity, organ, type City } from '../../../test/support/a-city.js';
import { aMatter } from '../../../test/support/a-matter.js';
import { aRelease } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { directiveInputSchema } from './directive.api.js';

for (const rules of ['measures', 'guizhou'] as const)
  onEachEngine(`a directive · ${rules}`, (open) => {
    let opened: TestDatabase;
    let city: City;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, rules);
    });
    afterAll(() => opened.drop());

    const input = (changes: Readonly<Record<string, unknown>> = {}) =>
      directiveInputSchema.parse({
        fromOrganId: 'office',
        toOrganId: 'transport',
        title: '请就滨河路夜间养护发布通告',
        text: '请于今日内向社会发布养护时段和绕行路线。',
        dueAt: in_(8),
        ...changes,
      });
    const in_ = (hours: number): string =>
      new Date(city.clock.now().getTime() + hours * 3_600_000).toISOString();
    const coordinator = () => city.actor('office', 'coordinator');
    const issue = async (changes: Readonly<Record<string, unknown>> = {}) =>
      city.cases.directive.issue.perform(input(changes), await coordinator());
    const view = async (id: string) => city.cases.directive.show.one(id, await coordinator());
    const clocksOf = async (id: string) =>
      (
        await city.cases.clocks.showAll.list(opened.database.queries, {
          limit: 10,
          subject: { kind: 'directive', id },
        })
      ).items.map(({ rule, article, dueAt }) => ({ rule, article, dueAt }));

    test('runs two clocks to its own hours, each with its article (Art.39(5))', async () => {
      const id = await issue({ acknowledgeBy: in_(2) });
      const { acknowledgeBy, dueAt } = await view(id);
      expect(await clocksOf(id)).toEqual([
        expect.objectContaining({ rule: 'directiveAcknowledgement', dueAt: acknowledgeBy }),
        expect.objectContaining({ rule: 'directiveFulfilment', dueAt }),
      ]);
      expect((await clocksOf(id)).every(({ article }) => article.startsWith('第三十九条第五项'))).toBe(true);
    });

    test('to release designates its matter, with owner, clock and the trigger of superiors (Art.12(4))', async () => {
      const { matter, dueAt } = await view(await issue({ title: '请就渡口停航发布通告' }));
      const found = await city.cases.matter.show.one(matter?.id ?? '', await coordinator());
      expect(found).toMatchObject({ trigger: 'superiorDesignated', owner: { id: 'transport' }, dueAt });
      const known = await aMatter(city).titled('渡口检修').concerning('water').opened();
      await issue({ matterId: known, toOrganId: 'transport' });
      const designated = await city.cases.matter.show.one(known, await coordinator());
      expect(designated.trigger).toBe('superiorDesignated');
    });

    test('comes from the office or an organ above, never from a neighbour (Art.39(5))', async () => {
      const neighbour = await city.actor('water', 'approver');
      await expect(
        city.cases.directive.issue.perform(input({ fromOrganId: 'water' }), neighbour),
      ).rejects.toMatchObject({ reasons: [{ code: 'notSuperior' }] });
      const drafter = await city.actor('office', 'drafter');
      await expect(city.cases.directive.issue.perform(input(), drafter)).rejects.toMatchObject({
        code: 'forbidden',
      });
    });

    test('with an hour that has passed names the field and leaves nothing behind', async () => {
      const before = await city.cases.directive.show.page({ page: 1, pageSize: 200 }, await coordinator());
      await expect(issue({ dueAt: in_(-1) })).rejects.toMatchObject({
        reasons: [{ code: 'dueInThePast', field: 'dueAt' }],
      });
      await expect(issue({ acknowledgeBy: in_(9) })).rejects.toMatchObject({
        reasons: [{ code: 'acknowledgeAfterDue', field: 'acknowledgeBy' }],
      });
      const after = await city.cases.directive.show.page({ page: 1, pageSize: 200 }, await coordinator());
      expect(after.total).toBe(before.total);
    });

    test('is acknowledged by a person of the organ, not by the office for it (Art.39(5))', async () => {
      const id = await issue();
      await expect(city.cases.directive.acknowledge.perform(id, await coordinator())).rejects.toMatchObject({
        code: 'forbidden',
      });
      const drafter = await city.actor('transport', 'drafter');
      await city.cases.directive.acknowledge.perform(id, drafter);
      const { state, acknowledgedBy, actions } = await view(id);
      expect([state, acknowledgedBy?.id]).toEqual(['acknowledged', drafter.personId]);
      expect(actions.acknowledge.reasons.map(({ code }) => code)).toEqual(['alreadyAcknowledged']);
      expect((await clocksOf(id)).map(({ rule }) => rule)).toEqual(['directiveFulfilment']);
    });

    test('is given, acknowledged and answered by main leaders who hold no other role (Art.5(6), 39(5))', async () => {
      const { queries } = opened.database;
      const leads = async (organId: string): Promise<Actor> => {
        const id = `${organId}-head`;
        const person = { id, username: id, name: id, email: '', passwordHash: '', disabled: false };
        await city.cases.people.save(queries, person);
        await city.cases.people.grant(queries, { personId: id, organId, role: 'principalLeader' });
        const actor = await city.cases.people.actor(queries, id);
        if (actor === null) throw new Error(`no ${id}`);
        return actor;
      };
      await city.cases.organs.save(queries, organ('government', '滨海市人民政府'));
      await city.cases.organs.save(queries, organ('parks', '滨海市园林局', { parentId: 'government' }));
      const order = input({ fromOrganId: 'government', toOrganId: 'parks', demand: 'report' });
      const id = await city.cases.directive.issue.perform(order, await leads('government'));
      const head = await leads('parks');
      await city.cases.directive.acknowledge.perform(id, head);
      await city.cases.directive.fulfil.perform(id, { report: '已布置' }, head);
      expect(await view(id)).toMatchObject({ state: 'fulfilled', acknowledgedBy: { id: 'parks-head' } });
    });

    test('to release that is missed on another organ’s matter is a gap of its own, a missed report is none (Art.15, 39(5))', async () => {
      const matterId = await aMatter(city)
        .titled('泵站检修')
        .ownedBy('water')
        .concerning('transport')
        .opened();
      const missed = await issue({ title: '请就泵站检修绕行发布', matterId, dueAt: in_(1) });
      const others = [
        await issue({ title: '请就隧道限高发布', dueAt: in_(1) }),
        await issue({ title: '报告隧道限高情况', demand: 'report', dueAt: in_(1) }),
      ];
      city.clock.travel(2 * 3_600_000);
      await city.cases.dutyGaps.tick();
      const gaps = (ids: readonly string[]) =>
        city.cases.findings.byKeys(
          opened.database.queries,
          ids.map((id) => `duty:directiveFulfilment:directive:${id}@transport`),
        );
      expect(await gaps([missed])).toMatchObject([{ kind: 'gap', state: 'open', matter: matterId }]);
      expect(await gaps(others)).toEqual([]);
      const { release } = await aRelease(city)
        .saying('泵站检修绕行通告', '泵站检修期间请绕行。')
        .with({ matter: matterId })
        .released();
      expect(await view(missed)).toMatchObject({ state: 'fulfilled', release: { id: release.id } });
      expect(await gaps([missed])).toMatchObject([{ state: 'closed' }]);
    });

    test('is not there for organs that it was neither given by nor to', async () => {
      const id = await issue();
      const stranger = await city.actor('water', 'approver');
      await expect(city.cases.directive.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    });

    test('to release is fulfilled by a release that is out, never by a report (Art.39(5))', async () => {
      const id = await issue();
      const approver = await city.actor('transport', 'approver');
      await expect(
        city.cases.directive.fulfil.perform(id, { report: '已口头答复群众' }, approver),
      ).rejects.toMatchObject({ reasons: [{ code: 'demandsRelease' }] });
      const { release: draft } = await aRelease(city).drafted();
      await expect(
        city.cases.directive.fulfil.perform(id, { releaseId: draft.id }, approver),
      ).rejects.toMatchObject({ reasons: [{ code: 'releaseNotOut' }] });
      const { release } = await aRelease(city).saying('滨河路养护通告', '滨河路今晚养护。').released();
      await city.cases.directive.fulfil.perform(id, { releaseId: release.id }, approver);
      expect(await view(id)).toMatchObject({ state: 'fulfilled', release: { id: release.id } });
      expect(await clocksOf(id)).toEqual([]);
    });

    test('to report is fulfilled by the leader’s report', async () => {
      const id = await issue({ demand: 'report', title: '报告渡口停航处置情况' });
      expect((await view(id)).matter).toBeNull();
      const drafter = await city.actor('transport', 'drafter');
      await expect(
        city.cases.directive.fulfil.perform(id, { report: '已处置' }, drafter),
      ).rejects.toMatchObject({ code: 'forbidden' });
      const leader = await city.actor('transport', 'approver');
      await city.cases.directive.fulfil.perform(id, { report: '已处置' }, leader);
      expect(await view(id)).toMatchObject({ state: 'fulfilled', report: '已处置' });
    });

    test('orders a line that the ordered organ cannot change (Art.39(5))', async () => {
      const line = { attribute: 'date', about: '养护', value: '12月5日' };
      const { matter, line: ordered } = await view(await issue({ title: '请就隧道养护发布', line }));
      expect(ordered).toEqual({ about: '养护', value: '12月5日', unit: '' });
      const transport = await city.actor('transport', 'approver');
      const seen = await city.cases.matter.show.one(matter?.id ?? '', transport);
      expect(seen.lines[0]?.actions.change.reasons.map(({ code }) => code)).toEqual(['lacksRole']);
    });

    test('that was withdrawn runs no clock', async () => {
      const id = await issue();
      await city.cases.directive.withdraw.perform(id, '情况已变化', await coordinator());
      expect(await clocksOf(id)).toEqual([]);
      expect(await view(id)).toMatchObject({ state: 'withdrawn', overdue: false });
    });

    test('is unacknowledged and overdue once its hours have passed, and stays so until it is answered', async () => {
      const id = await issue({ acknowledgeBy: in_(1), dueAt: in_(3) });
      city.clock.travel(2 * 3_600_000);
      expect(await view(id)).toMatchObject({ unacknowledged: true, overdue: false });
      city.clock.travel(2 * 3_600_000);
      expect(await view(id)).toMatchObject({ unacknowledged: true, overdue: true });
    });
  });
