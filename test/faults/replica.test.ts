import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkReplica } from '../../apps/cli/doctor/replica-check.sql.js';
import { openPostgres, type Database } from '@koujing/database';
import type { OutletList } from '../../libs/media/media.api.js';
import type { IssuedLink } from '../../libs/newsroom/link/outlet-link.api.js';
import type { ReleaseList } from '../../libs/release/release.api.js';
import type { RowList } from '../../libs/report/report.api.js';
import type { Bulletin } from '../../libs/report/tally.api.js';
import { startCity, type City } from '../support/city.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { issuedKey } from '../support/issued-key.js';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { ok, type Person } from '../support/person.js';
import { administer } from '../support/postgres.js';
import { aDraft, published, untilAll, type Desk } from '../support/release-way.js';
import { ShiftedClock } from '../support/travelling-database.js';
import { until } from '../support/until.js';

const onOwnServers = postgresPrograms() === null ? describe.skip : describe;

const mostLagMs = 60_000;
const clock = new ShiftedClock();
const told: string[] = [];

onOwnServers('a read-only replica', () => {
  let primary: OwnPostgres;
  let standby: OwnPostgres;
  let line: CuttableLine;
  let database: Database;
  let city: City;
  let desk: Desk;
  let coordinator: Person;
  let feed: string;
  let program: (path: string) => Promise<unknown>;

  const replica = (url: string) => ({
    url,
    mostLagMs,
    told: (_: string, fields: object) => told.push(JSON.stringify(fields)),
  });
  const health = async (): Promise<unknown> =>
    ((await (await fetch(`${city.address}/api/health`)).json()) as { replica: unknown }).replica;
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${city.address}/metrics`)).text();
    return Number(new RegExp(`^koujing_replica_${name} (.+)$`, 'mu').exec(text)?.[1]);
  };
  const standing = (kind: string) => until(health, (found) => found === kind);
  const search = async () => {
    const answer = await fetch(`${city.address}/api/portal/search?q=${encodeURIComponent('停水')}`);
    return [answer.status, ((await answer.json()) as { total: number }).total];
  };

  /** How many releases each reader sees. */
  const seen = async () => {
    const span = 'from=2020-01-01&to=2099-12-31';
    const rows = ok(await coordinator.get<RowList>(`/report-rows?measure=release&${span}`));
    const bulletin = ok(await coordinator.get<Bulletin>('/bulletin'));
    const water = bulletin.items.find(({ organ }) => organ.id === 'water');
    return {
      search: (await search())[1],
      feed: (await (await fetch(feed)).text()).split('<item>').length - 1,
      words: ((await program(`/releases?q=${encodeURIComponent('停水')}`)) as ReleaseList).total,
      rows: rows.total,
      bulletin: Object.values(water?.releases ?? {}).reduce((sum, count) => sum + count, 0),
      program: ((await program('/releases')) as ReleaseList).total,
      person: ok(await desk.drafter.get<ReleaseList>('/releases')).total,
    };
  };
  const all = (count: number) => ({
    ...{
      search: count,
      feed: count,
      words: count,
      rows: count,
      bulletin: count,
      program: count,
      person: count,
    },
  });

  const publishing = async (street: string): Promise<void> => {
    const { items } = ok(await coordinator.get<{ items: { id: string }[] }>('/media/lists?pageSize=200'));
    const mailingListIds = items.map(({ id }) => id);
    const draft = { organId: 'water', title: `关于${street}停水的通告`, accountIds: ['portal', 'email'] };
    const { id } = await published(desk, aDraft({ ...draft, mailingListIds }));
    await untilAll(desk.drafter, id, ['delivered', 'verified', 'rejected']);
  };

  beforeAll(async () => {
    primary = await OwnPostgres.create();
    await primary.start();
    standby = await primary.standby();
    await standby.start();
    line = await CuttableLine.to(standby.url);
    database = await openPostgres(primary.url, { replica: { ...replica(line.url), clock } });
    city = await startCity({ database });
    desk = await city.desk('water');
    coordinator = await city.as('coordinator');
    const reporter = {
      outlet: '甲报（虚构）',
      name: 'jia',
      address: 'jia@newsroom.example',
      phone: '',
      beat: '',
    };
    const lists = ['供水消息'];
    ok(await coordinator.post('/media/import', { accreditedLists: [], reporters: [{ ...reporter, lists }] }));
    const outlets = ok(await coordinator.get<OutletList>('/media/outlets'));
    const link = `/media/outlets/${outlets.items[0]?.id ?? ''}/link`;
    const { url } = ok(await coordinator.post<IssuedLink>(link, { days: 30 }));
    const own = ok(await coordinator.get<{ items: { id: string }[] }>('/media/lists')).items[0]?.id ?? '';
    feed = `${city.address}/api/newsroom/${url.split('/').at(-1) ?? ''}/feeds/${own}`;
    const { secret } = await issuedKey(city, 'water', ['releases:read']);
    const headers = { authorization: `Bearer ${secret}` };
    program = async (path) => (await fetch(`${city.address}/api${path}`, { headers })).json();
    await publishing('朝阳路');
    await until(seen, (found) => found.search === 1 && found.rows === 1);
  }, 300_000);

  afterAll(async () => {
    await city?.close();
    await database?.close();
    await line?.close();
    await standby?.remove();
    await primary?.remove();
  });

  test('answers the public, programs and reports and nobody’s own work; too far behind, it answers nothing', async () => {
    await standing('used');
    await until(seen, (found) => found.feed === 1 && found.words === 1 && found.bulletin === 1);
    await administer('select pg_wal_replay_pause()', standby.url);
    await publishing('解放路');
    expect(await seen()).toEqual({ ...all(1), program: 2, person: 2 });
    clock.travel(mostLagMs + 1_000);
    expect(await seen()).toEqual(all(2));
    await standing('behind');
    expect(await metric('used')).toBe(0);
    expect(await metric('lag_seconds')).toBeGreaterThan(mostLagMs / 1_000);
    expect(await checkReplica(primary.url, { url: standby.url, mostLagMs: 2_000 })).toMatchObject({
      verdict: 'warning',
      zh: expect.stringContaining('2 秒之内没有跟上'),
    });
    await administer('select pg_wal_replay_resume()', standby.url);
    await standing('used');
    expect(await metric('used')).toBe(1);
    expect(await seen()).toEqual(all(2));
    expect(await checkReplica(primary.url, replica(standby.url))).toMatchObject({ verdict: 'well' });
  }, 120_000);

  /** Stays on a standby until that is gone. */
  const pending = () =>
    database.late('portalSearch', async (queries) => {
      const { rows } = await sql<{ standby: boolean }>`
        select pg_is_in_recovery() as standby, pg_sleep(case when pg_is_in_recovery() then 600 else 0 end)`.execute(
        queries,
      );
      return rows[0]?.standby;
    });
  const reading = () =>
    until(
      async () => {
        const { rows } = await sql<{ waits: number }>`
          select count(*)::int as waits from pg_stat_activity where query like '%pg_sleep(case%' and pid <> pg_backend_pid()`.execute(
          looking.queries,
        );
        return rows[0]?.waits;
      },
      (waits) => waits === 1,
    );
  let looking: Database;

  test('that is killed, or hangs, lets nobody down, and is asked again once it is back', async () => {
    looking = await openPostgres(standby.url, { migrate: 'none' });
    const killed = pending();
    await reading();
    await looking.close();
    await standby.kill();
    expect(await killed).toBe(false);
    expect(await search()).toEqual([200, 2]);
    await standing('away');
    await standby.start();
    await standing('used');

    looking = await openPostgres(standby.url, { migrate: 'none' });
    const hanging = pending();
    await reading();
    await looking.close();
    line.hold();
    expect(await hanging).toBe(false);
    expect(await search()).toEqual([200, 2]);
    line.cut();
    line.mend();
    // Its server process has not noticed that nobody waits any more; replaying would wait for it.
    await administer(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(case%' and pid <> pg_backend_pid()",
      standby.url,
    );
    await standing('used');
    expect(told.filter((fields) => fields.includes('portalSearch')).length).toBeGreaterThanOrEqual(2);
  }, 120_000);

  test('is refused at the start where it is none of this database, and is not read any more once it goes on by itself', async () => {
    const opened = (url: string) => openPostgres(primary.url, { replica: replica(url) });
    await expect(opened(primary.url.replace('postgres@', 'reader@'))).rejects.toThrow('就是主库的地址');
    await expect(opened(standby.url.replace(/postgres$/u, 'template1'))).rejects.toThrow(
      '数据库名与 DATABASE_URL 不同',
    );
    await expect(opened(standby.url.replace('postgres@', 'nobody@'))).rejects.toThrow('拒绝连接');
    await administer('select pg_promote(false)', standby.url);
    await standing('foreign');
    expect(await search()).toEqual([200, 2]);
    expect(told.at(-1)).toContain('不是流复制的备库');
    await expect(opened(standby.url)).rejects.toThrow('不是流复制的备库');
    expect(await checkReplica(primary.url, replica(standby.url))).toMatchObject({ verdict: 'ill' });
    await standby.stop();
    const without = await opened(standby.url);
    expect(without.replica?.standing).toEqual({ kind: 'away' });
    await without.close();
  }, 120_000);
});
