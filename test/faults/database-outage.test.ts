import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgres, type Database } from '@koujing/database';
import { playLoad } from '../bench/api/load.js';
import { startCity, type City } from '../support/city.js';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import type { Refusal } from '../support/person.js';
import { aDraft, approved, untilAll, type Desk } from '../support/release-way.js';
import { until } from '../support/until.js';

const onOwnServer = postgresPrograms() === null ? describe.skip : describe;

onOwnServer('a database server that goes away and comes back', () => {
  let server: OwnPostgres;
  let database: Database;
  let city: City;
  let desk: Desk;
  beforeAll(async () => {
    server = await OwnPostgres.create();
    await server.start();
    database = await openPostgres(server.url);
    city = await startCity({ database, mostAtOnce: 6 });
    desk = await city.desk('water');
  });
  afterAll(async () => {
    await city?.close();
    await database?.close();
    await server?.remove();
  });

  test('more clients than it takes are sent away with when to come back; what it acknowledged is there, and it takes the next', async () => {
    const { id } = await approved(desk, aDraft({ organId: 'water', title: '关于朝阳路停水的通告' }));
    const order = { address: city.address, password: 'koujing-demo', ids: [id], seconds: 1.5 };
    const result = await playLoad({ ...order, clients: 30, kind: 'flood' });
    expect(result.errors).toEqual([]);
    expect(result.shed).toBeGreaterThan(0);
    for (const one of result.acknowledged)
      expect((await desk.drafter.get(`/releases/${one}`)).status).toBe(200);
    const calm = await playLoad({ ...order, clients: 2, kind: 'mixed' });
    expect([calm.errors, calm.shed]).toEqual([[], 0]);
    expect(calm.calls).toBeGreaterThan(0);
  });

  test('is told at the door in a sentence and when to come back; work goes on by itself, and what was clicked goes out once', async () => {
    const title = '关于解放路停水的通告';
    const { id, digest } = await approved(
      desk,
      aDraft({ organId: 'water', title, accountIds: ['portal', 'weibo'] }),
    );
    const accepted = await desk.publisher.post(`/releases/${id}/publish`, { digest });
    expect(accepted.status).toBe(200);
    await server.kill();

    const ready = await fetch(`${city.address}/api/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    const draft = aDraft({ organId: 'water', title: '关于新华路停水的通告' });
    const refused = await desk.drafter.post<Refusal>('/releases', draft);
    expect(refused.status).toBe(503);
    expect(refused.body.reasons[0]).toMatchObject({
      code: 'databaseAway',
      message: expect.stringContaining('数据库暂时连不上'),
    });
    // It lives without its database.
    expect((await fetch(`${city.address}/api/health`)).status).toBe(200);

    await server.start();
    await until(
      async () => (await fetch(`${city.address}/api/health/ready`)).status,
      (status) => status === 200,
    );
    expect((await desk.drafter.post('/releases', draft)).status).toBe(201);
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    expect(city.sandbox.posted.weibo().filter(({ text }) => text.includes(id))).toHaveLength(1);
    expect(city.sandbox.posted.doubles()).toEqual([]);
  }, 300_000);
});
