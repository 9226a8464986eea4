import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import {
  aConference,
  conferencesIn,
  furnish,
  signMaterials,
  type ConferenceCases,
} from '../../test/support/a-conference.js';
import { golden } from '../../test/support/golden.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import { makeSheet } from '@koujing/template';
import { briefSheet } from './brief-sheet.js';
import type { ConferenceView } from './conference-view.api.js';

const minuteMs = 60_000;

onEachEngine('an approved press conference on its way to its brief', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
  });
  afterAll(() => opened.drop());

  const a = () => aConference(city, cases);
  const seen = async (id: string): Promise<ConferenceView> =>
    cases.show.one(id, await city.actor('office', 'coordinator'));

  test('counts as filed only with all five materials (Art.34)', async () => {
    const { id } = await a().approved();
    const drafter = await city.actor('transport', 'drafter');
    const filing = { headcount: 30, reason: '' };
    const file = { name: '发布词.txt', bytes: Buffer.from('各位记者'), actor: drafter };
    await cases.upload.perform(id, 'statement', file);
    expect(await refused(cases.file.perform(id, filing, drafter))).toEqual([
      'materialsMissing',
      'materialsUnsigned',
    ]);
    await furnish(cases, id, drafter);
    await signMaterials(cases, id, await city.actor('transport', 'approver'));
    await cases.file.perform(id, filing, drafter);
    const filed = await seen(id);
    expect([filed.state, filed.materials.filing?.headcount]).toEqual(['filed', 30]);
    expect(
      filed.clocks
        .filter(({ state }) => state === 'met')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['conferenceAnswer', 'conferenceApplication', 'conferenceMaterials', 'governmentMaterials']);
    const shown = await cases.upload.show(id, 'statement', drafter);
    expect(Buffer.from(shown.bytes).toString()).toBe('statement 材料');
    await cases.upload.perform(id, 'statement', file);
    const again = await seen(id);
    expect([again.state, again.materials.filing]).toEqual(['approved', null]);
    expect(again.clocks.find(({ rule }) => rule === 'governmentMaterials')?.state).toBe('running');
  });

  test('takes no file that could be a program or a page in disguise', async () => {
    const { id } = await a().planned();
    const drafter = await city.actor('transport', 'drafter');
    const program = { name: '发布词.docx', bytes: new Uint8Array([0x4d, 0x5a, 0, 1]), actor: drafter };
    expect(await refused(cases.upload.perform(id, 'statement', program))).toEqual(['materialUnreadable']);
  });

  test('is held not before its approved time, evaluated, and its brief sent to the office (Art.32, 35)', async () => {
    const startsAt = '2026-12-11T10:00:00+08:00';
    const { id } = await a().with({ startsAt }).filed();
    const drafter = await city.actor('transport', 'drafter');
    const holding = { heldAt: startsAt, minutes: 50, journalists: 12, questions: 6 };
    expect(await refused(cases.hold.perform(id, holding, drafter))).toEqual(['notYetHeld']);
    city.clock.travel(Date.parse(startsAt) - city.clock.now().getTime() + 60 * minuteMs);
    await cases.hold.perform(id, holding, drafter);
    const coverage = [
      { outlet: '滨海日报', title: '滨河路明年通车', url: 'https://news.example/1', reach: 12_000 },
      { outlet: '滨海广播', title: '滨河路绕行怎么走', url: 'https://radio.example/2', reach: null },
    ];
    await expect(cases.showBrief.file(id, 'docx', drafter)).rejects.toMatchObject({ code: 'notFound' });
    await cases.evaluate.perform(id, { coverage, evaluation: '报道准确，关注集中在绕行安排。' }, drafter);
    const { bytes, name } = await cases.showBrief.file(id, 'docx', drafter);
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(
      /<[^>]+>/gu,
      ' ',
    );
    for (const part of ['滨海日报', '12000', '报道准确', '到会记者 12 人', '2026-12-11 10:00'])
      expect(text).toContain(part);
    expect(name).toMatch(/^新闻发布会简报 .*\.docx$/u);
    expect((await cases.showBrief.file(id, 'pdf', drafter)).bytes.length).toBeGreaterThan(1_000);
    const done = await seen(id);
    expect(done).toMatchObject({ state: 'evaluated', brief: { coverage } });
    const paper = briefSheet(
      { ...done, id: 'one' },
      { madeBy: '张三', madeAt: new Date('2026-12-12T01:00:00Z') },
    );
    if (paper === null) throw new Error('no brief');
    const file = Buffer.from(await makeSheet(paper, 'csv')).toString('utf8');
    expect(file).toBe(golden('conference-brief.csv', file));
    const told = await opened.database.queries
      .selectFrom('notification')
      .select(['person_id', 'subject'])
      .where('kind', '=', 'conference')
      .where('subject', 'like', '%简报%')
      .execute();
    expect(told.map(({ person_id }) => person_id)).toEqual(['office-coordinator']);
  });
});
