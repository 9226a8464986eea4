import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCity, type City } from '../../test/support/a-city.js';
import {
  aConference,
  conferenceInput,
  conferencesIn,
  signAll,
  type ConferenceCases,
} from '../../test/support/a-conference.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import type { MaterialKind } from './conference.api.js';
import type { ConferenceView } from './conference-view.api.js';

const place = '交通指挥中心一楼';
const usual = { kind: 'own', place, startsAt: '2026-12-10T10:00:00+08:00' } as const;

/** Everything that may be changed, each with whether Art.32 names it. */
const changes = [
  { names: true, change: { startsAt: '2026-12-10T11:00:00+08:00' } },
  { names: true, change: { place: '滨河路工地' } },
  { names: true, change: { content: '通报滨河路改造工程竣工时间。' } },
  { names: true, change: { theme: '滨河路改造工程竣工' } },
  {
    names: false,
    change: {
      speakers: [{ name: '发言人乙', post: '局长', organId: 'transport', capacity: 'principalLeader' }],
    },
  },
  { names: false, change: { totalMinutes: 50 } },
  { names: false, change: { rostrumPersons: 3 } },
  { names: false, change: { leadMinutes: 10 } },
  { names: false, change: { justification: '社会关注度高' } },
] as const;

onEachEngine('an approved press conference', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
  });
  afterAll(() => opened.drop());

  const revise = async ({ id, revision }: ConferenceView, change: object): Promise<ConferenceView> => {
    const drafter = await city.actor('transport', 'drafter');
    const conference = conferenceInput({ ...usual, ...change });
    await cases.revise.perform(id, { expectedRevision: revision, conference }, drafter);
    return cases.show.one(id, drafter);
  };

  test('loses its approval exactly when time, place or content is changed (Art.32)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(changes.map((_, index) => index)), async (chosen) => {
        const approved = await aConference(city, cases).with(usual).approved();
        const picked = chosen.flatMap((index) => changes[index] ?? []);
        const change = Object.assign({}, ...picked.map((each) => each.change)) as object;
        const after = await revise(approved, change);
        const isVoid = picked.some(({ names }) => names);
        expect(after.state).toBe(isVoid ? 'draft' : 'approved');
        expect(after.number).toBe(isVoid ? null : approved.number);
        expect(after.registration).toBe(isVoid ? 2 : 1);
        const open = after.chain.groups.flat().filter(({ state }) => state !== 'signed');
        expect(open.length > 0).toBe(isVoid);
      }),
      { numRuns: 12, examples: changes.map((_, index): [number[]] => [[index]]) },
    );
  });

  test('keeps what was changed, and the void number stays verifiable as void (Art.32, 40)', async () => {
    const approved = await aConference(city, cases).with(usual).approved();
    const number = approved.number ?? '';
    expect(await cases.showPublic.byNumber(number)).toMatchObject({ status: 'approved', place });
    const changed = await revise(approved, { place: '滨河路工地' });
    expect(changed.registrations).toMatchObject([
      {
        number,
        voidReason: '地点有变更。',
        changes: [{ fact: 'place', before: place, after: '滨河路工地' }],
      },
    ]);
    expect(await cases.showPublic.byNumber(number)).toMatchObject({ status: 'voided', place });
    const drafter = await city.actor('transport', 'drafter');
    await cases.apply.perform(changed.id, changed.digest, drafter);
    await signAll(city, cases, changed.id);
    const again = await cases.show.one(changed.id, drafter);
    expect([again.state, again.registration]).toEqual(['approved', 2]);
    expect(again.number).not.toBe(number);
    expect(await cases.showPublic.byNumber(again.number ?? '')).toMatchObject({ place: '滨河路工地' });
  });

  const put = async (id: string, kind: MaterialKind, text: string): Promise<ConferenceView> => {
    const drafter = await city.actor('transport', 'drafter');
    await cases.upload.perform(id, kind, { name: `${kind}.txt`, bytes: Buffer.from(text), actor: drafter });
    return cases.show.one(id, drafter);
  };
  const signed = ({ materials }: ConferenceView): readonly string[] =>
    materials.items.flatMap(({ kind, file }) => (file?.signed === true ? kind : []));

  test('loses its approval when a material is replaced that was signed with its content (Art.31(2), 32)', async () => {
    const drafter = await city.actor('transport', 'drafter');
    const planned = await aConference(city, cases).with(usual).planned();
    await put(planned.id, 'venueLayout', '座次');
    const { digest, revision } = await put(planned.id, 'statement', '通报进度');
    expect([digest === planned.digest, revision]).toEqual([false, planned.revision]);
    await expect(cases.apply.perform(planned.id, planned.digest, drafter)).rejects.toMatchObject({
      reasons: [{ code: 'stale' }],
    });
    await cases.apply.perform(planned.id, digest, drafter);
    await signAll(city, cases, planned.id);
    const approved = await cases.show.one(planned.id, drafter);
    expect([approved.digest, signed(approved)]).toEqual([digest, ['statement']]);
    // What was not there is filed and not signed; the seats are nobody's content; the same file is no change.
    for (const [kind, text] of [
      ['qaLine', '口径'],
      ['qaLine', '口径二'],
      ['venueLayout', '座次二'],
      ['statement', '通报进度'],
    ] as const)
      expect(await put(planned.id, kind, text)).toMatchObject({ number: approved.number, digest });
    const changed = await put(planned.id, 'statement', '通报竣工');
    expect(changed).toMatchObject({ state: 'draft', number: null, registration: 2 });
    expect(changed.registrations).toMatchObject([
      { number: approved.number, voidReason: '新闻发布词有变更。', changes: [{ fact: 'content' }] },
    ]);
    expect(changed.chain.groups.flat().filter(({ state }) => state === 'signed')).toEqual([]);
    expect(signed(changed)).toEqual(['statement', 'qaLine']);
    await cases.apply.perform(changed.id, changed.digest, drafter);
    await signAll(city, cases, changed.id);
    expect((await put(planned.id, 'qaLine', '口径三')).state).toBe('draft');
  });

  test('asks again whoever has signed when a signed material is replaced on its way', async () => {
    const planned = await aConference(city, cases).with(usual).planned();
    const { digest } = await put(planned.id, 'backgroundMaterial', '背景');
    await cases.apply.perform(planned.id, digest, await city.actor('transport', 'drafter'));
    const coordinator = await city.actor('office', 'coordinator');
    await cases.answer.perform(planned.id, { digest, decision: 'agreed', note: '' }, coordinator);
    expect(await put(planned.id, 'backgroundMaterial', '另一背景')).toMatchObject({ state: 'draft' });
  });

  test('moved to another hour has clocks towards that hour', async () => {
    const approved = await aConference(city, cases).with(usual).approved();
    const later = await revise(approved, { startsAt: '2026-12-20T10:00:00+08:00' });
    const due = later.clocks.find(({ rule }) => rule === 'conferenceApplication');
    // Seven working days before the 20th of December, a Sunday.
    expect([due?.state, due?.dueAt.slice(0, 10)]).toEqual(['running', '2026-12-10']);
    expect(later.clocks.filter(({ rule }) => rule === 'ownMaterials')).toEqual([]);
  });

  test('says of a number nobody was given that it stands for nothing (Art.40)', async () => {
    await expect(cases.showPublic.byNumber('滨新发会〔2026〕9999号')).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('cancelled says so to whoever looks its number up (Art.40)', async () => {
    const { id, number } = await aConference(city, cases).with(usual).approved();
    await cases.cancel.perform(id, '工程延期', await city.actor('transport', 'drafter'));
    expect(await cases.showPublic.byNumber(number ?? '')).toMatchObject({ status: 'cancelled' });
  });
});
