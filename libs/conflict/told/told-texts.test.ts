import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPostgres, type Database } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { AnswerStore } from '@koujing/media';
import { aCity, type City } from '../../../test/support/a-city.js';
import { aRelease, releaseNow, type Built } from '../../../test/support/a-release.js';
import { onEachEngine, onPostgres, type TestDatabase } from '../../../test/support/engines.js';

const DAY = 86_400_000;
const subject = '滨河路供水管道抢修';
const answer = '滨河路供水管道11月23日6时爆裂，影响约1.2万户，预计11月23日18时恢复供水。';

/** What `LogAnswer` keeps, in its transaction. */
const tell = async (city: City, database: Database): Promise<void> => {
  const at = city.clock.now();
  const { personId } = await city.actor('water', 'drafter');
  await database.transaction(async (queries) => {
    const outlet = {
      id: 'times',
      name: '海滨时报',
      kind: 'newspaper',
      note: '',
      created_at: at,
      updated_at: at,
    };
    await queries.insertInto('media_outlet').values(outlet).execute();
    const lines = [{ lineId: 'l', version: 1, words: '恢复供水时间：11月23日18时' }];
    const record = {
      ...{ id: newId(), organId: 'water', form: 'telephone' as const, outletId: 'times', subject, answer },
      ...{
        reporterId: null,
        interviewId: null,
        matterId: null,
        question: '何时恢复？',
        answeredBy: '发言人',
      },
      ...{ answeredAt: at, lines, departures: [], departureReason: '', loggedBy: personId, loggedAt: at },
    };
    await new AnswerStore().add(queries, record, await city.cases.gate.takePlace(queries));
  });
};

const release = (city: City, organId: string, hour: number): Promise<Built> =>
  aRelease(city)
    .by(organId)
    .saying(
      '滨河路供水管道抢修有关情况',
      `11月23日6时，滨河路供水管道爆裂，影响约1.2万户，预计11月23日${hour}时恢复供水。`,
    )
    .approved();

onEachEngine('what an organ told the press', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await city.cases.index.keepLevel(opened.database.queries);
    await tell(city, opened.database);
  });
  afterAll(() => opened.drop());

  const findingsOf = (id: string) => city.cases.findings.ofRelease(opened.database.queries, id);

  test('holds back another organ’s release that says otherwise, with both sentences and the line that was used', async () => {
    const { release: coming } = await release(city, 'transport', 22);
    expect(await releaseNow(city, coming.id)).toBe(false);
    const [finding] = (await findingsOf(coming.id)).filter(({ kind }) => kind === 'inconsistent');
    expect(finding).toMatchObject({ severity: 'block', releases: [coming.id] });
    expect(finding?.facts).toMatchObject([
      {
        attribute: 'time',
        a: {
          text: '预计11月23日18时恢复供水',
          value: '18:00',
          source: '滨海市水务局2026年11月23日答复海滨时报',
        },
        b: { text: '预计11月23日22时恢复供水', value: '22:00' },
      },
    ]);
    expect(finding?.explanation).toContain('所用口径：恢复供水时间：11月23日18时');
  });

  test('warns of the organ’s own release that says otherwise, and lets it out', async () => {
    const { release: coming } = await release(city, 'water', 23);
    const found = (await findingsOf(coming.id)).map(({ kind, severity }) => [kind, severity]);
    expect(found).toContainEqual(['inconsistent', 'warn']);
  });

  test('is nothing against a release that says the same in other words', async () => {
    const { release: coming } = await aRelease(city)
      .by('emergency')
      .saying(
        '滨河路爆管停水提醒',
        '今晨6时许，滨河路供水管道爆裂，一万二千户左右居民停水，水务部门预计下午6点恢复供水。',
      )
      .drafted();
    expect(await findingsOf(coming.id)).toEqual([]);
  });

  test('is gone when the text is corrected to say the same', async () => {
    const { release: coming, version } = await release(city, 'transport', 21);
    const drafter = await city.actor('transport', 'drafter');
    const draft = aRelease(city)
      .by('transport')
      .saying('滨河路供水管道抢修有关情况', version.plain.replace('21时', '18时'))
      .draft();
    await city.cases.revise.perform(coming.id, { draft, expectedRevision: coming.revision }, drafter);
    expect((await findingsOf(coming.id)).filter(({ kind }) => kind === 'inconsistent')).toEqual([]);
  });

  test('is let go of when it has grown too old for anything that goes out now', async () => {
    const { index } = (await aCity(opened.database)).cases;
    const { told } = await index.heldAgainst(opened.database.queries, city.clock.now().getTime());
    expect(told.size).toBe(1);
    const later = await aCity(opened.database);
    later.clock.travel(60 * DAY);
    expect((await later.cases.index.heldAgainst(opened.database.queries)).told.size).toBe(0);
  });
});

onPostgres('two processes, one of which keeps an answer to the press', (open) => {
  test('the other holds releases against it at its next look', async () => {
    const opened = await open();
    const elsewhere = await openPostgres(opened.url ?? '');
    try {
      const here = await aCity(opened.database);
      const there = (await aCity(elsewhere)).cases.index;
      await there.keepLevel(elsewhere.queries);
      expect((await there.heldAgainst(elsewhere.queries)).told.size).toBe(0);
      await tell(here, opened.database);
      expect((await there.heldAgainst(elsewhere.queries)).told.size).toBe(1);
    } finally {
      await elsewhere.close();
      await opened.drop();
    }
  });
});
