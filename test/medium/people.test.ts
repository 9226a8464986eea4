import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import {
  addPersonSchema,
  peopleQuerySchema,
  revisePersonSchema,
} from '../../libs/access/people/people.api.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { refused } from '../support/refused.js';

onEachEngine('the people of the house', (open) => {
  let opened: TestDatabase;
  let city: City;
  let chief: Actor;
  let ofWater: Actor;

  const settle = async (id: string, organId: string, role: Role): Promise<Actor> => {
    const { people } = city.cases;
    const { queries } = opened.database;
    await people.save(queries, { id, username: id, name: id, email: '', passwordHash: '', disabled: false });
    await people.grant(queries, { personId: id, organId, role });
    const actor = await people.actor(queries, id);
    if (actor === null) throw new Error(id);
    return actor;
  };

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    chief = await settle('chief', 'office', 'administrator');
    ofWater = await settle('water-admin', 'water', 'administrator');
  });
  afterAll(() => opened.drop());

  const keep = () => city.cases.keepPeople;
  const add = (changes: object = {}, by = chief) =>
    keep().add.perform(
      addPersonSchema.parse({
        ...{ username: 'jianglan', name: '江澜', grants: [{ role: 'drafter', organId: 'water' }] },
        ...changes,
      }),
      by,
    );
  const find = async (username: string, by = chief) => {
    const { items } = await keep().show.page(peopleQuerySchema.parse({ q: username, state: 'all' }), by);
    const person = items.find((each) => each.username === username);
    if (person === undefined) throw new Error(`${username} is not shown`);
    return person;
  };
  const revise = async (username: string, changes: object, by = chief) => {
    const { id, name, email, phone, roles, revision } = await find(username, chief);
    const grants = roles.map(({ role, organId }) => ({ role, organId }));
    const input = { name, email, phone, grants, expectedRevision: revision, reason: '工作调动', ...changes };
    return keep().revise.perform(id, revisePersonSchema.parse(input), by);
  };
  const signIn = (password: string, username = 'jianglan') =>
    city.cases.signIn.perform({ username, password }, { address: '10.1.1.1', agent: '' });
  const codes = (act: Promise<unknown>) => refused(act);

  test('a new person gets a password that is shown once and must be changed before anything else', async () => {
    const { password, until } = await add();
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/u);
    expect(until).toContain('2026-11-30');
    const { token } = await signIn(password);
    const signedIn = await city.cases.readSession.signedIn(token);
    expect(signedIn).toMatchObject({ mustChangePassword: true, actor: { grants: [{ role: 'drafter' }] } });
    const change = (newPassword: string, present = password) =>
      city.cases.changePassword.perform(signedIn, { password: present, newPassword }, '10.1.1.1');
    expect(await codes(change('aaaaaaaaaaaa'))).toEqual(['plainPassword']);
    expect(await codes(change('Passw0rd!2026'))).toEqual(['plainPassword']);
    expect(await codes(change('jianglan-2026'))).toEqual(['passwordHasName']);
    expect(await codes(change(password))).toEqual(['samePassword']);
    expect(await codes(change('滨海供水2026年', '错'))).toEqual(['wrongPassword']);
    await change('滨海供水2026年');
    expect(await city.cases.readSession.signedIn(token)).toMatchObject({ mustChangePassword: false });
    await expect(signIn(password)).rejects.toThrow('不正确');
    await expect(signIn('滨海供水2026年')).resolves.toBeDefined();
  });

  test('a reset ends every session at once, and its password opens none after a week', async () => {
    const { token } = await signIn('滨海供水2026年');
    const { id } = await find('jianglan');
    const { password } = await keep().reset.perform(id, '忘记密码', chief);
    await expect(city.cases.readSession.signedIn(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn('滨海供水2026年')).rejects.toThrow('不正确');
    await expect(signIn(password)).resolves.toBeDefined();
    city.clock.travel(7 * 86_400_000);
    await expect(signIn(password)).rejects.toThrow('初始密码已过期');
    const entries = await city.cases.audit.of(opened.database.queries, 'person', id);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.add', 'person.changePassword', 'person.resetPassword']),
    );
    expect(JSON.stringify(entries)).not.toContain(password);
  });

  test('roles are changed with a reason, never one’s own, and one main leader each (Art.5(6))', async () => {
    await revise('jianglan', { grants: [{ role: 'reviewer', organId: 'water' }], phone: '0000-1' });
    const person = await find('jianglan');
    expect(person).toMatchObject({ phone: '0000-1', roles: [{ role: 'reviewer', organId: 'water' }] });
    const entries = await city.cases.audit.of(opened.database.queries, 'person', person.id);
    expect(entries.at(-1)?.detail).toMatchObject({
      ...{ reason: '工作调动', granted: [{ role: 'reviewer', organId: 'water' }] },
      revoked: [{ role: 'drafter', organId: 'water' }],
    });
    expect(await codes(revise('chief', { grants: [{ role: 'auditor', organId: 'office' }] }))).toEqual([
      'ownRoles',
    ]);
    await revise('chief', { phone: '0000-2' });
    const leader = { grants: [{ role: 'principalLeader', organId: 'water' }] };
    expect(await codes(revise('jianglan', leader))).toEqual(['leaderTaken']);
    expect(await codes(revise('jianglan', { expectedRevision: 1 }))).toEqual(['stale']);
    expect(await codes(add())).toEqual(['usernameTaken']);
    expect(await codes(add({ username: 'nowhere', grants: [{ role: 'drafter', organId: 'x' }] }))).toEqual([
      'unknownOrgan',
    ]);
  });

  test('an organ’s administrator keeps those who serve in that organ alone, and makes no coordinator', async () => {
    const shown = await keep().show.page(peopleQuerySchema.parse({ pageSize: 200 }), ofWater);
    expect(shown.items.every(({ roles }) => roles.some(({ organId }) => organId === 'water'))).toBe(true);
    expect(shown).toMatchObject({ organs: [{ id: 'water' }] });
    expect(shown.roles).not.toContain('coordinator');
    const other = { username: 'stranger', grants: [{ role: 'drafter', organId: 'transport' }] };
    expect(await codes(add(other, ofWater))).toEqual(['lacksRole']);
    const coordinator = { username: 'stranger', grants: [{ role: 'coordinator', organId: 'water' }] };
    expect(await codes(add(coordinator, ofWater))).toEqual(['roleOfOffice']);
    await revise('jianglan', {
      grants: [
        { role: 'reviewer', organId: 'water' },
        { role: 'drafter', organId: 'transport' },
      ],
    });
    const { id } = await find('jianglan');
    expect(await codes(keep().reset.perform(id, '忘记', ofWater))).toEqual(['servesElsewhere']);
    const leader = await find('office-coordinator');
    expect(await codes(keep().reset.perform(leader.id, '忘记', ofWater))).toEqual(['servesElsewhere']);
    expect(
      await codes(keep().show.page(peopleQuerySchema.parse({}), await city.actor('water', 'drafter'))),
    ).toEqual(['lacksRole']);
  });

  test('whoever left is retired, not deleted: no session opens, and the entry can be restored', async () => {
    const { id } = await find('jianglan');
    const { password } = await keep().reset.perform(id, '忘记', chief);
    const { token } = await signIn(password);
    await keep().retire.retire(id, '调离', chief);
    await expect(city.cases.readSession.signedIn(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn(password)).rejects.toThrow('不正确');
    const retired = await find('jianglan');
    expect(retired).toMatchObject({ retired: true, actions: { restore: { reasons: [] } } });
    expect(retired.actions.revise.reasons[0]?.code).toBe('isRetired');
    expect(await codes(keep().retire.retire('chief', '误点', chief))).toEqual(['notYourself']);
    await keep().retire.restore(id, '调回', chief);
    await expect(signIn(password)).resolves.toBeDefined();
  });

  test('two administrators who retire each other at once do not both succeed', async () => {
    const second = await settle('second-chief', 'office', 'administrator');
    const both = await Promise.allSettled([
      keep().retire.retire('second-chief', '甲', chief),
      keep().retire.retire('chief', '乙', second),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
