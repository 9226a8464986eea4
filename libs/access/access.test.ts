import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashPassword, may, sees, stepUpReasons, visibilityOf, type Actor } from '@koujing/access';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const HOUR = 3_600_000;

onEachEngine('signing in', (open) => {
  let opened: TestDatabase;
  let city: City;
  const password = '滨海-2026-密码';

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const passwordHash = await hashPassword(password);
    const person = { id: 'p1', username: 'linxiao', name: '林晓', email: '', passwordHash, disabled: false };
    await city.cases.people.save(opened.database.queries, person);
    await city.cases.people.grant(opened.database.queries, {
      personId: 'p1',
      organId: 'water',
      role: 'drafter',
    });
  });
  afterAll(() => opened.drop());

  const enter = (secret: string, address = '10.0.0.1') =>
    city.cases.signIn.perform({ username: 'linxiao', password: secret }, { address, agent: '' });

  test('the right password opens a session that knows the person and the roles', async () => {
    const { token } = await enter(password);
    const { actor } = await city.cases.readSession.signedIn(token);
    expect(actor).toMatchObject({ personId: 'p1', grants: [{ role: 'drafter', organId: 'water' }] });
  });

  test('a wrong password and an unknown name get the same words', async () => {
    const wrong = await enter('错').catch((error: Error) => error.message);
    const unknown = await city.cases.signIn
      .perform({ username: 'nobody', password: '错' }, { address: '10.0.0.1', agent: '' })
      .catch((error: Error) => error.message);
    expect(wrong).toBe(unknown);
  });

  test('guessing blocks the guesser’s address and leaves the person free elsewhere', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(enter('猜', '10.9.9.9')).rejects.toThrow('不正确');
    await expect(enter(password, '10.9.9.9')).rejects.toMatchObject({ code: 'tooManyRequests' });
    await expect(enter(password, '10.0.0.2')).resolves.toBeDefined();
    city.clock.travel(60_000);
    await expect(enter(password, '10.9.9.9')).resolves.toBeDefined();
  });

  test('an hour of silence ends a session, and twelve hours end it anyway', async () => {
    const idle = await enter(password);
    city.clock.travel(HOUR);
    await expect(city.cases.readSession.signedIn(idle.token)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const busy = await enter(password);
    for (let passed = 0; passed < 23; passed++) {
      city.clock.travel(HOUR / 2);
      await city.cases.readSession.signedIn(busy.token);
    }
    city.clock.travel(HOUR / 2);
    await expect(city.cases.readSession.signedIn(busy.token)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('the password once more renews the proof of an open session, and a wrong one counts as a guess', async () => {
    const { token } = await enter(password, '10.0.0.5');
    city.clock.travel(30 * 60_000);
    const before = await city.cases.readSession.signedIn(token);
    const reasons = (actor: Actor) => stepUpReasons(actor, city.clock.now(), 15).map(({ code }) => code);
    expect(reasons(before.actor)).toEqual(['stepUpRequired']);
    await expect(city.cases.stepUp.perform(before, { password: '错' }, '10.0.0.5')).rejects.toThrow(
      '密码不正确',
    );
    expect(reasons((await city.cases.readSession.signedIn(token)).actor)).toEqual(['stepUpRequired']);
    const anew = await city.cases.stepUp.perform(before, { password }, '10.0.0.5');
    expect(reasons((await city.cases.readSession.signedIn(anew)).actor)).toEqual([]);
    expect(reasons((await city.cases.readSession.signedIn(token)).actor)).toEqual(['stepUpRequired']);
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(city.cases.stepUp.perform(before, { password: '猜' }, '10.0.0.5')).rejects.toThrow(
        /密码不正确|尝试次数过多/u,
      );
    await expect(city.cases.stepUp.perform(before, { password }, '10.0.0.5')).rejects.toMatchObject({
      code: 'tooManyRequests',
    });
  });

  test('a revoked role ends at the next request', async () => {
    const { token } = await enter(password);
    const grant = { personId: 'p1', organId: 'water', role: 'drafter' } as const;
    await city.cases.people.revoke(opened.database.queries, grant);
    const { actor } = await city.cases.readSession.signedIn(token);
    expect(may(actor, 'drafter', 'water').map(({ code }) => code)).toEqual(['lacksRole']);
    await city.cases.people.grant(opened.database.queries, grant);
  });

  test('a list shows exactly what the rule of visibility shows', async () => {
    const { aRelease } = await import('../../test/support/a-release.js');
    await aRelease(city).by('water').drafted();
    await aRelease(city)
      .by('transport')
      .with({ jointOrganIds: ['water'] })
      .drafted();
    await aRelease(city).by('transport').drafted();
    const visibility = visibilityOf(await city.actor('water', 'drafter'));
    const { queries } = opened.database;
    const all = await city.cases.listing.page(queries, { all: true }, { page: 1, pageSize: 50 });
    const seen = await city.cases.listing.page(queries, visibility, { page: 1, pageSize: 50 });
    const ruled = all.items.filter(({ organ, jointOrgans, state }) =>
      sees(visibility, {
        organId: organ.id,
        jointOrganIds: jointOrgans.map(({ id }) => id),
        released: state === 'released',
      }),
    );
    expect(seen.items.map(({ id }) => id)).toEqual(ruled.map(({ id }) => id));
    expect(seen.total).toBe(2);
  });
});

const actor = (role: Actor['grants'][number]['role'], organId: string | null, office = false): Actor => ({
  personId: 'x',
  name: 'x',
  grants: [{ role, organId, office }],
});

test('the office’s coordinator reaches over every organ; its drafter writes for the office only', () => {
  expect(may(actor('coordinator', 'office', true), 'coordinator', 'water')).toEqual([]);
  expect(may(actor('drafter', 'office', true), 'drafter', 'water')).toHaveLength(1);
  expect(visibilityOf(actor('drafter', 'office', true)).all).toBe(true);
  expect(visibilityOf(actor('approver', 'water'))).toEqual({ all: false, organIds: ['water'] });
});
