import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import { anEventStream, type Heard } from '../support/an-event-stream.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey } from '../support/issued-key.js';
import { ok, Person } from '../support/person.js';
import { aDraft, paragraph, published, untilAll } from '../support/release-way.js';
import { until } from '../support/until.js';

describe('what changes is heard over HTTP', () => {
  let city: City;
  const open: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    for (const leave of open) await leave();
    await city.close();
  });

  const listening = async (headers: Readonly<Record<string, string>>) => {
    const stream = await anEventStream(city.address, headers);
    open.push(stream.leave);
    return stream;
  };
  const asPerson = async (username: string) => listening((await city.as(username)).credentials);
  const notice = (title: string) =>
    aDraft({ organId: 'water', title, blocks: [paragraph('12月5日23时起冲洗城区供水管网，请提前储水。')] });
  const drafted = async (title: string): Promise<string> =>
    ok(await (await city.as('water')).post<ReleaseStanding>('/releases', notice(title)), 'draft').id;
  const isOf =
    (id: string) =>
    ({ data }: Heard): boolean =>
      data['releaseId'] === id;
  const keyFor = (username: string, scopes: readonly string[]) => issuedKey(city, username, scopes);

  test('a snapshot first, then each change in its order, with an id', async () => {
    const stream = await asPerson('water');
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream']);
    await stream.untilHeard(({ type }) => type === 'snapshot');
    expect(stream.heard[0]).toMatchObject({ type: 'snapshot', data: { resumed: false } });
    const desk = await city.desk('water');
    const { id } = await published(desk, notice('关于冲洗城区供水管网的通告'));
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const states = () =>
      stream.heard.filter(isOf(id)).flatMap(({ type, data }) => (type === 'release' ? [data['state']] : []));
    await until(
      async () => states(),
      (seen) => seen.at(-1) === 'released',
    );
    const way = ['draft', 'inReview', 'approved', 'released'];
    const places = states()
      .map((state) => way.indexOf(String(state)))
      .filter((place) => place >= 0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await stream.untilHeard(({ type, data }) => type === 'delivery' && data['releaseId'] === id);
    expect(stream.heard[0]?.id).toBe('0');
    const ids = stream.heard.slice(1).map((event) => Number(event.id));
    expect(ids.length).toBeGreaterThan(1);
    for (const at of ids) expect(at === 0 || at > Date.parse('2000-01-01')).toBe(true);
  });

  test('what was missed follows for whoever names the last event that was heard', async () => {
    const before = await asPerson('water');
    await before.untilHeard(({ type }) => type === 'snapshot');
    const first = await drafted('关于供水管网检修的通告');
    const last = await before.untilHeard(isOf(first));
    await before.leave();
    const second = await drafted('关于水质检测结果的通告');
    const { credentials } = await city.as('water');
    const again = await listening({ ...credentials, 'last-event-id': last?.id ?? '' });
    await again.untilHeard(isOf(second));
    expect(again.heard[0]).toMatchObject({ type: 'snapshot', data: { resumed: true } });
    const odd = await listening({ ...credentials, 'last-event-id': 'yesterday' });
    await odd.untilHeard(({ type }) => type === 'snapshot');
    expect(odd.heard[0]).toMatchObject({ data: { resumed: false } });
  });

  test('each hears of what they may see, a program with a key for it too, and nobody else gets in', async () => {
    const { secret } = await keyFor('water', ['releases:read']);
    const { secret: other } = await keyFor('water', ['reports:read']);
    const program = await listening({ authorization: `Bearer ${secret}` });
    const stranger = await asPerson('traffic');
    for (const stream of [program, stranger]) await stream.untilHeard(({ type }) => type === 'snapshot');
    const id = await drafted('关于二次供水设施清洗的通告');
    await program.untilHeard(isOf(id));
    // Its next change has been looked through for everybody by the time one has heard of it.
    expect(stranger.heard.filter(isOf(id))).toEqual([]);
    expect((await listening({ authorization: `Bearer ${other}` })).status).toBe(403);
    expect((await listening({})).status).toBe(401);
  });

  test('it says so when there is nothing to say, and what was heard last stays known', async () => {
    const stream = await asPerson('water');
    await stream.untilHeard(({ type }) => type === 'snapshot');
    await stream.untilHeard(isOf(await drafted('关于水表检定的通告')));
    await stream.untilHeard(({ type }) => type === 'ping');
    const at = stream.heard.findIndex(({ type }) => type === 'ping');
    expect(stream.heard[at]?.id).toMatch(/^\d{13}$/);
    expect(stream.heard[at]?.id).toBe(stream.heard[at - 1]?.id);
  });

  test('it ends when its person signs out, and when its key is revoked', async () => {
    const person = await Person.signIn(city.address, 'water', 'koujing-demo');
    const { id, secret } = await keyFor('water', ['releases:read']);
    const streams = [
      await listening(person.credentials),
      await listening({ authorization: `Bearer ${secret}` }),
    ];
    const stays = await asPerson('water');
    for (const stream of [...streams, stays]) await stream.untilHeard(({ type }) => type === 'snapshot');
    expect((await person.delete('/session')).status).toBeLessThan(300);
    const administrator = await city.as('administrator');
    ok(await administrator.post(`/api-keys/${id}/revocation`, { reason: '系统下线' }), 'revoke');
    await until(
      async () => streams.map(({ isEnded }) => isEnded()),
      (ends) => ends.every((end) => end),
    );
    expect(stays.isEnded()).toBe(false);
  });
});
