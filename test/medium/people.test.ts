import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FactorStore, type Actor, type Role } from '@koujing/access';
import {
  addPersonSchema,
  peopleQuerySchema,
  revisePersonSchema,
} from '../../libs/access/people/people.api.js';
import { secretBoxFrom } from '@koujing/dispatch';
import { accessCasesOf } from '../../apps/dispatcher/access-cases.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { refused } from '../support/refused.js';

const box = secretBoxFrom(Buffer.alloc(32, 7).toString('base64'));

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
    return keep().revise.perform(id, revisePersonSchema.parse(input), { provedAt: city.clock.now(), ...by });
  };
  const signIn = (password: string, username = 'jianglan') =>
    city.cases.signIn.perform({ username, password }, { address: '10.1.1.1', agent: '' });
  const reset = async (id: string, reason: string): Promise<string> => {
    const { password } = await keep().reset.perform(id, reason, chief);
    return password?.password ?? '';
  };
  const codes = (act: Promise<unknown>) => refused(act);

  test('a new person gets a password that is shown once and must be changed before anything else', async () => {
    const { password, until } = await add();
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){6}$/u);
    expect(until).toContain('2026-11-30');
    const { token } = await signIn(password);
    const signedIn = await city.cases.readSession.signedIn(token);
    expect(signedIn).toMatchObject({ mustChangePassword: true, actor: { grants: [{ role: 'drafter' }] } });
    const change = (newPassword: string, present = password) =>
      city.cases.changePassword.perform(signedIn, { password: present, newPassword }, '10.1.1.1');
    expect(await codes(change('aaaaaaaaaaaa'))).toEqual(['plainPassword']);
    expect(await codes(change('滨海市水务局2026'))).toEqual(['plainPassword']);
    expect(await codes(change('jianglan-2026'))).toEqual(['passwordHasName']);
    expect(await codes(change(password))).toEqual(['samePassword']);
    expect(await codes(change('三条鱼在船上看报', '错'))).toEqual(['wrongPassword']);
    const anew = await change('三条鱼在船上看报');
    expect(await city.cases.readSession.signedIn(anew)).toMatchObject({ mustChangePassword: false });
    await expect(city.cases.readSession.signedIn(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn(password)).rejects.toThrow('不正确');
    await expect(signIn('三条鱼在船上看报')).resolves.toBeDefined();
  });

  test('a reset ends every session at once, and its password opens none after a week', async () => {
    const { token } = await signIn('三条鱼在船上看报');
    const { id } = await find('jianglan');
    const password = await reset(id, '忘记密码');
    await expect(city.cases.readSession.signedIn(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn('三条鱼在船上看报')).rejects.toThrow('不正确');
    await expect(signIn(password)).resolves.toBeDefined();
    city.clock.travel(7 * 86_400_000);
    await expect(signIn(password)).rejects.toThrow('初始密码已过期');
    const entries = await city.cases.audit.of(opened.database.queries, 'person', id);
    const acts = ['person.add', 'person.changePassword', 'person.resetPassword'];
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(acts));
    expect(JSON.stringify(entries)).not.toContain(password);
  });

  test('roles are changed with a reason, contacts after the password (ASVS 7.5.1), never one’s own, and one main leader each (Art.5(6))', async () => {
    await revise('jianglan', { grants: [{ role: 'reviewer', organId: 'water' }], phone: '0000-1' });
    const stale = { ...chief, provedAt: new Date(0) };
    for (const change of [{ phone: '0000-9' }, { email: 'x@b.example' }])
      expect(await codes(revise('jianglan', change, stale))).toEqual(['stepUpRequired']);
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
    const grants = [{ role: 'principalLeader', organId: 'water' }];
    expect(await codes(revise('jianglan', { grants }))).toEqual(['leaderTaken']);
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
    const password = await reset(id, '忘记');
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

  describe('where two administrators keep the people', () => {
    let second: Actor;
    const two = () =>
      accessCasesOf({
        ...{ ...city.cases, box },
        access: { secondFactor: [], singleAdministrator: false },
      });
    const grant = (id: string, grants: readonly object[], by: Actor) => {
      const input = { name: id, grants, reason: '任命', expectedRevision: revisions.get(id) ?? 1 };
      revisions.set(id, (revisions.get(id) ?? 1) + 1);
      return two().keepPeople.revise.perform(id, revisePersonSchema.parse(input), by);
    };
    const revisions = new Map<string, number>();
    const rolesOf = async (id: string): Promise<readonly string[]> =>
      (await city.cases.people.grants(opened.database.queries, id)).map(({ role }) => role).toSorted();
    const waitingFor = async (id: string, by: Actor) =>
      (await two().showChanges.list(by)).items.filter(({ person }) => person.id === id);

    beforeAll(async () => {
      second = await settle('eyes-second', 'office', 'administrator');
      await settle('eyes-person', 'water', 'drafter');
    });

    test('a powerful role waits for the other administrator, a harmless one does not', async () => {
      const grants = [
        ...[{ role: 'drafter', organId: 'water' }],
        ...[
          { role: 'coSigner', organId: 'water' },
          { role: 'approver', organId: 'water' },
        ],
      ];
      expect(await grant('eyes-person', grants, chief)).toEqual({ waiting: true });
      expect(await rolesOf('eyes-person')).toEqual(['coSigner', 'drafter']);
      expect(
        await codes(grant('eyes-person', [...grants, { role: 'reviewer', organId: 'water' }], chief)),
      ).toEqual(['changeWaits']);
      revisions.set('eyes-person', 2);
      const [mine] = await waitingFor('eyes-person', chief);
      const id = mine?.id ?? '';
      expect(mine).toMatchObject({ grants: [{ role: 'approver' }], proposedBy: { id: 'chief' } });
      expect(mine?.actions.confirm.reasons.map(({ code }) => code)).toEqual(['ownProposal']);
      expect(await codes(two().decideChange.confirm(id, chief))).toEqual(['ownProposal']);
      const told = await opened.database.queries
        .selectFrom('notification')
        .select('person_id')
        .where('kind', '=', 'roleChange')
        .execute();
      expect(told.map(({ person_id: person }) => person)).toContain('eyes-second');
      expect(told.map(({ person_id: person }) => person)).not.toContain('chief');
      await two().decideChange.confirm(id, second);
      expect(await rolesOf('eyes-person')).toEqual(['approver', 'coSigner', 'drafter']);
      expect(await codes(two().decideChange.confirm(id, second))).toEqual(['changeNotFound']);
      const entries = await city.cases.audit.of(opened.database.queries, 'person', 'eyes-person');
      expect(entries.at(-1)).toMatchObject({
        ...{ action: 'person.confirmChange', actor: 'eyes-second' },
        detail: { proposedBy: 'chief', granted: [{ role: 'approver', organId: 'water' }] },
      });
    });

    test('what is taken from somebody is taken at once', async () => {
      expect(await grant('eyes-person', [{ role: 'drafter', organId: 'water' }], chief)).toEqual({
        waiting: false,
      });
      expect(await rolesOf('eyes-person')).toEqual(['drafter']);
    });

    test('nobody confirms their own roles, an organ’s administrator none of another organ, and nobody after two weeks', async () => {
      await grant('eyes-person', [{ role: 'administrator', organId: 'water' }], chief);
      const [change] = await waitingFor('eyes-person', second);
      const id = change?.id ?? '';
      const transport = await settle('eyes-transport', 'transport', 'administrator');
      expect(await codes(two().decideChange.confirm(id, transport))).toEqual(['servesElsewhere']);
      expect(await waitingFor('eyes-person', transport)).toEqual([]);
      await settle('eyes-person', 'water', 'administrator');
      const herself = await city.cases.people.actor(opened.database.queries, 'eyes-person');
      if (herself === null) throw new Error('eyes-person');
      expect(await codes(two().decideChange.confirm(id, herself))).toEqual(['ownRoles']);
      city.clock.travel(14 * 86_400_000);
      expect(await codes(two().decideChange.confirm(id, second))).toEqual(['changeOver']);
      await two().decideChange.decline(id, '已过期', second);
      expect(await waitingFor('eyes-person', second)).toEqual([]);
    });

    test('a new person may sign in, and holds the powerful roles when another administrator confirms them', async () => {
      const input = addPersonSchema.parse({
        ...{ username: 'eyes-new', name: '新来的' },
        grants: [
          { role: 'drafter', organId: 'water' },
          { role: 'reviewer', organId: 'water' },
        ],
      });
      expect(await two().keepPeople.add.perform(input, chief)).toMatchObject({ waiting: true });
      const { id } = await find('eyes-new');
      expect(await rolesOf(id)).toEqual(['drafter']);
      const [change] = await waitingFor(id, second);
      await two().decideChange.confirm(change?.id ?? '', second);
      expect(await rolesOf(id)).toEqual(['drafter', 'reviewer']);
    });

    test('a lost authenticator is forgotten when two administrators say so', async () => {
      const factors = new FactorStore(box);
      const { queries } = opened.database;
      const reset = () => two().keepPeople.resetFactor.perform('eyes-person', '手机丢失', chief);
      expect(await codes(reset())).toEqual(['hasNoFactor']);
      await factors.begin(queries, 'eyes-person', { secret: Buffer.alloc(20), at: city.clock.now() });
      await factors.confirm(queries, 'eyes-person', city.clock.now());
      expect(await reset()).toEqual({ waiting: true });
      expect(await factors.isActive(queries, 'eyes-person')).toBe(true);
      const [change] = await waitingFor('eyes-person', second);
      expect(change).toMatchObject({ kind: 'resetFactor' });
      await two().decideChange.confirm(change?.id ?? '', second);
      expect(await factors.isActive(queries, 'eyes-person')).toBe(false);
    });

    test('the password of whoever holds a powerful role is reset by two, and shown to the one who confirms', async () => {
      await settle('eyes-leader', 'water', 'approver');
      const resetting = (id: string) => two().keepPeople.reset.perform(id, '忘记密码', chief);
      expect(await resetting('eyes-leader')).toEqual({ password: null });
      expect(await codes(resetting('eyes-leader'))).toEqual(['changeWaits']);
      expect(await find('eyes-leader')).toMatchObject({ firstPasswordUntil: null });
      const [change] = await waitingFor('eyes-leader', second);
      const id = change?.id ?? '';
      expect(change).toMatchObject({ kind: 'resetPassword', proposedBy: { id: 'chief' } });
      expect(await codes(two().decideChange.confirm(id, chief))).toEqual(['ownProposal']);
      const { password: first } = await two().decideChange.confirm(id, second);
      await expect(signIn(first?.password ?? '', 'eyes-leader')).resolves.toBeDefined();
      const entries = await city.cases.audit.of(opened.database.queries, 'person', 'eyes-leader');
      expect(entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['person.proposeChange', 'person.confirmChange']),
      );
      expect(JSON.stringify(entries)).not.toContain(first?.password);
      await settle('eyes-clerk', 'water', 'drafter');
      expect(await resetting('eyes-clerk')).toMatchObject({ password: { username: 'eyes-clerk' } });
    });

    test('where the city says that it has one administrator, the role is given at once and the record says so', async () => {
      await add({ username: 'eyes-alone', grants: [{ role: 'reviewer', organId: 'water' }] });
      const { id } = await find('eyes-alone');
      const entries = await city.cases.audit.of(opened.database.queries, 'person', id);
      expect(entries.at(-1)?.detail).toMatchObject({ alone: true });
    });
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
