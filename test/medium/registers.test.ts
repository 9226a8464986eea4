import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { civilTime, type TravellingClock } from '@koujing/kernel';
import {
  recordEntrySchema,
  registerQuerySchema,
  type RegisterName,
} from '../../libs/register/register.api.js';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { registerCasesOf, type RegisterCases } from '../../apps/dispatcher/register-cases.js';
import { aCity, organ, type City } from '../support/a-city.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const day = 86_400_000;

const actorIn = (role: Role, organId: string, office = false): Actor => ({
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role, organId, office }],
});
const coordinator = actorIn('coordinator', 'office', true);
const leader = actorIn('approver', 'water');
const drafter = actorIn('drafter', 'water');
const stranger = actorIn('drafter', 'transport');

const refusal = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    return (error as { readonly reasons: readonly { readonly code: string }[] }).reasons[0]?.code ?? '';
  }
};

onEachEngine('the small registers', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: RegisterCases;
  let clock: TravellingClock;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    clock = city.clock;
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    await opened.database.queries.deleteFrom('register_entry').execute();
    cases = registerCasesOf({ ...city.cases, clock, rules: loadCityRules('measures') });
  });

  const record = (
    register: RegisterName,
    detail: Record<string, unknown>,
    {
      organId = 'water',
      as = leader,
      replaces = null,
    }: {
      organId?: string;
      as?: Actor;
      replaces?: string | null;
    } = {},
  ): Promise<string> =>
    cases.record.perform(recordEntrySchema.parse({ register, organId, detail, replaces }), as);
  const list = (register: RegisterName, as: Actor, query: Record<string, unknown> = {}) =>
    cases.show.page(register, registerQuerySchema.parse(query), as);
  const expert = { name: '水质专家', field: '给水处理', contact: '0000-1' };

  test('an expert is known to all, but reached only by the organ and the office (Art.11)', async () => {
    const id = await record('expert', expert, { as: drafter });
    const contact = async (as: Actor) => (await list('expert', as)).items[0]?.detail['contact'];
    expect([await contact(drafter), await contact(coordinator), await contact(stranger)]).toEqual([
      ...['0000-1', '0000-1', ''],
    ]);
    expect(await refusal(record('expert', expert))).toBe('entryExists');
    expect(await refusal(record('expert', { ...expert, field: '管网' }, { replaces: id }))).toBe('done');
    const found = async (q: string) => (await list('expert', stranger, { q })).total;
    // A telephone is not found by its figures: who may not read it would guess it one by one.
    expect([await found('水质'), await found('管网'), await found('0000'), await found('%')]).toEqual([
      1, 1, 0, 0,
    ]);
    const all = await list('expert', leader, { all: 'true' });
    expect(all.items.map(({ detail, retiredReason }) => [detail['field'], retiredReason])).toEqual([
      ['管网', null],
      ['给水处理', '由新的登记替换'],
    ]);
  });

  test('an interpretation is linked to a release of the expert’s side, and a draft’s is no stranger’s (Art.11)', async () => {
    const expertId = await record('expert', expert);
    const { release } = await aRelease(city).by('water').drafted();
    const detail = { releaseId: release.id, expertId, note: '解释水质指标' };
    expect(
      await refusal(record('expertInterpretation', detail, { organId: 'transport', as: coordinator })),
    ).toBe('notTheOrgans');
    expect(
      await refusal(record('expertInterpretation', { ...detail, expertId: 'nobody' }, { as: drafter })),
    ).toBe('unknownEntry');
    await record('expertInterpretation', detail, { as: drafter });
    const linked = async (as: Actor) =>
      (await list('expertInterpretation', as, { release: release.id })).items;
    expect((await linked(drafter))[0]?.release?.title).toBe(release.title);
    // Named also to who lists no experts, and by the name that stands there although the expert has left.
    expect((await linked(drafter))[0]?.expert).toEqual({ name: expert.name, field: expert.field });
    expect(await linked(stranger)).toEqual([]);
  });

  test('only the organ’s own leader attests that no news was supplied for payment, once a year (Art.20)', async () => {
    const attestation = { year: 2026, attested: true };
    expect(await refusal(record('noPayment', attestation, { as: coordinator }))).toBe('lacksRole');
    expect(await refusal(record('noPayment', attestation, { as: drafter }))).toBe('lacksRole');
    expect(await refusal(record('noPayment', { ...attestation, year: 2027 }))).toBe('yearAhead');
    await record('noPayment', attestation);
    expect(await refusal(record('noPayment', attestation))).toBe('entryExists');
    const missing = await cases.show.missing('noPayment', {});
    expect(missing.items.map(({ id }) => id)).not.toContain('water');
    expect(missing.items.map(({ id }) => id)).toContain('transport');
    expect((await cases.show.missing('noPayment', { year: 2025 })).items.map(({ id }) => id)).toContain(
      'water',
    );
    const unattested = { register: 'noPayment', organId: 'water', detail: { year: 2026, attested: false } };
    expect(recordEntrySchema.safeParse(unattested).success).toBe(false);
  });

  for (const file of ['measures', 'guizhou'] as const)
    test(`the bulletin on a half-year is owed from its end on, once, and its sending ends the clock on its own day, ${file} file (Art.42)`, async () => {
      const { queries } = opened.database;
      const own = await aCity(opened.database, undefined, file);
      cases = registerCasesOf({ ...own.cases, rules: loadCityRules(file) });
      await queries.deleteFrom('deadline_event').execute();
      await queries.deleteFrom('deadline').execute();
      const states = async () => {
        const rows = queries.selectFrom('deadline').select(['subject_id', 'state', 'due_at']);
        return (await rows.where('rule', '=', 'halfYearBulletin').orderBy('id').execute()).map(
          ({ subject_id: half, state, due_at: due }) => [half, state, civilTime(due).slice(0, 10)],
        );
      };
      await Promise.all([cases.beginBulletin.tick(), cases.beginBulletin.tick()]);
      await cases.beginBulletin.tick();
      expect(await states()).toEqual([['2026-H1', 'running', '2026-12-31']]);
      expect((await list('bulletin', leader)).owed.map(({ title }) => title)).toEqual([
        '2026年上半年全市新闻发布工作通报',
      ]);
      const sent = { period: '2026-H1', sentOn: '2026-11-20', documentNumber: '滨新办〔2026〕9号' };
      expect(await refusal(record('bulletin', sent))).toBe('lacksRole');
      const ahead = { ...sent, period: '2027-H1' };
      expect(await refusal(record('bulletin', ahead, { as: coordinator }))).toBe('halfYearAhead');
      const tomorrow = { ...sent, sentOn: '2031-01-01' };
      expect(await refusal(record('bulletin', tomorrow, { as: coordinator }))).toBe('dateInFuture');
      const id = await record('bulletin', sent, { as: coordinator });
      await cases.beginBulletin.tick();
      expect(await states()).toEqual([['2026-H1', 'met', '2026-12-31']]);
      expect((await list('bulletin', leader)).owed).toEqual([]);
      await cases.retire.perform(id, { reason: '误登' }, coordinator);
      expect((await states()).map(([, state]) => state)).toEqual(['met', 'running']);
    });

  test('a workflow is a stored file by its digest, and who filed none is listed (Art.27)', async () => {
    const pdf = Buffer.from('%PDF-1.7 发布流程');
    const workflow = { title: '信息发布工作流程', fileName: '流程.pdf', sha256: '0'.repeat(64) };
    expect(await refusal(record('workflow', workflow))).toBe('fileMissing');
    expect(await refusal(cases.storeFile.perform({ name: '流程.docx', bytes: pdf }))).toBe('unsupportedFile');
    const { sha256 } = await cases.storeFile.perform({ name: '流程.pdf', bytes: pdf });
    expect(await refusal(cases.storeFile.show(sha256))).toBe('entryNotFound');
    const before = await cases.show.missing('workflow', {});
    await record('workflow', { ...workflow, sha256 });
    const after = await cases.show.missing('workflow', {});
    expect(before.items.filter(({ id }) => !after.items.some((left) => left.id === id))).toEqual([
      expect.objectContaining({ id: 'water' }),
    ]);
    expect(Buffer.from((await cases.storeFile.show(sha256)).bytes)).toEqual(pdf);
  });

  test('a press area is kept with place, hours, contact and accreditation desk until it closes (Art.26)', async () => {
    const area = {
      ...{ name: '城东新闻中心', place: '城东体育馆', hours: '8:00–22:00', contact: '0000-2' },
      accreditationDesk: '东门登记处',
    };
    const id = await record('pressArea', area, { as: drafter });
    expect((await list('pressArea', stranger)).items[0]?.detail).toEqual(area);
    expect(await refusal(cases.retire.perform(id, { reason: '处置结束' }, stranger))).toBe('lacksRole');
    await cases.retire.perform(id, { reason: '处置结束' }, drafter);
    expect((await list('pressArea', stranger)).items).toEqual([]);
    expect(await refusal(cases.retire.perform(id, { reason: '处置结束' }, drafter))).toBe('entryNotFound');
  });

  test('what is not public is looked at again within a year of its decision or last review, and no more once it was opened (Art.5, 信息公开条例 Art.18)', async () => {
    const { queries } = opened.database;
    const clocks = async () =>
      (
        await queries
          .selectFrom('deadline')
          .select(['state', 'due_at'])
          .where('rule', '=', 'nonPublicationReview')
          .orderBy('started_at')
          .orderBy('id')
          .execute()
      ).map((row) => [row.state, civilTime(row.due_at).slice(0, 10)]);
    const decided = {
      ...{ title: '水源地应急图', disclosure: 'none', reason: '公开后可能危及公共安全' },
      ...{ reviewedOn: '2026-11-20', outcome: 'kept' },
    };
    expect(await refusal(record('nonPublication', decided, { as: drafter }))).toBe('lacksRole');
    const ahead = { ...decided, reviewedOn: '2026-11-24' };
    expect(await refusal(record('nonPublication', ahead))).toBe('dateInFuture');
    await record('nonPublication', decided);
    expect(await clocks()).toEqual([['running', '2027-11-22']]);
    expect((await list('nonPublication', stranger)).items).toEqual([]);
    expect((await list('nonPublication', drafter)).items[0]?.detail).toMatchObject(decided);
    clock.travel(300 * day);
    await record('nonPublication', { ...decided, reviewedOn: '2027-09-01' });
    expect(await clocks()).toEqual([
      ['met', '2027-11-22'],
      ['running', '2028-09-01'],
    ]);
    const opening = { ...decided, reviewedOn: '2027-09-10', outcome: 'opened' };
    const id = await record('nonPublication', opening);
    expect((await clocks()).map(([state]) => state)).toEqual(['met', 'met']);
    const all = await list('nonPublication', coordinator, { all: 'true' });
    expect(all.items.map(({ detail }) => detail['outcome'])).toEqual(['opened', 'kept', 'kept']);
    await cases.retire.perform(id, { reason: '误登' }, leader);
    clock.travel(-300 * day);
  });

  test('an entry that names another one to replace is refused where one of its own key stands', async () => {
    const decided = { disclosure: 'none', reason: '尚在调查', reviewedOn: '2026-11-20', outcome: 'kept' };
    await record('nonPublication', { ...decided, title: '闸门检测报告' });
    const other = await record('nonPublication', { ...decided, title: '泵站检测报告' });
    const again = record('nonPublication', { ...decided, title: '闸门检测报告' }, { replaces: other });
    expect(await refusal(again)).toBe('entryExists');
    const valid = (await list('nonPublication', leader)).items.map(({ detail }) => detail['title']);
    expect(valid).toEqual(['泵站检测报告', '闸门检测报告']);
  });

  test('of two that record the same at one moment, one is told that it stands already (Art.42)', async () => {
    const sent = { period: '2026-H1', sentOn: '2026-11-20', documentNumber: '滨新办〔2026〕9号' };
    const both = [1, 2].map(() => refusal(record('bulletin', sent, { as: coordinator })));
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'entryExists']);
  });

  test('training is recorded with who, when and what, and not before it was held (Art.43)', async () => {
    const training = { topic: '突发事件新闻发布', heldOn: '2026-11-20', attendees: '各单位发言人 32 人' };
    await record('training', training, { as: drafter });
    expect((await list('training', coordinator)).items[0]?.detail).toMatchObject(training);
    expect(await refusal(record('training', { ...training, heldOn: '2026-11-24' }))).toBe('dateInFuture');
  });

  describe.each(['measures', 'guizhou'])('the rules by %s', (rulesFile) => {
    beforeEach(() => {
      cases = registerCasesOf({ ...city.cases, clock, rules: loadCityRules(rulesFile) });
    });

    test('the office’s reading of a rule holds from its day on, and the former one stays (Art.46)', async () => {
      const rule = 'deadlines.rosterChange';
      const reading = (text: string, effectiveOn: string) =>
        record('interpretation', { rule, text, effectiveOn }, { as: coordinator });
      const inForce = async () =>
        (await cases.show.ruleBook()).items.find((named) => named.rule === rule)?.reading;
      expect(await inForce()).toBeNull();
      await reading('自任免文件印发之日起算。', '2026-11-01');
      await reading('自公布之日起算。', '2026-12-01');
      expect(await inForce()).toBe('自任免文件印发之日起算。');
      clock.travel(10 * day);
      expect(await inForce()).toBe('自公布之日起算。');
      clock.travel(-10 * day);
      const unknown = record(
        'interpretation',
        { rule: 'deadlines.none', text: '无', effectiveOn: '2026-11-01' },
        { as: coordinator },
      );
      expect(await refusal(unknown)).toBe('unknownRule');
      const byOrgan = record('interpretation', { rule, text: '无', effectiveOn: '2026-10-01' });
      expect(await refusal(byOrgan)).toBe('lacksRole');
    });

    test('who owes a workflow and an attestation follows from the kinds that the file names (Art.20, 27, 44)', async () => {
      const { queries } = opened.database;
      await city.cases.organs.save(queries, organ('court', '滨海市中级人民法院', { kind: 'judicial' }));
      const workflow = (await cases.show.missing('workflow', {})).items.map(({ id }) => id);
      const attested = (await cases.show.missing('noPayment', {})).items.map(({ id }) => id);
      expect([workflow.includes('water'), workflow.includes('court')]).toEqual([true, false]);
      expect([attested.includes('water'), attested.includes('court')]).toEqual([true, true]);
    });

    test('the rule book says each rule with the article that the city’s own file names', async () => {
      const { items } = await cases.show.ruleBook();
      const routine = items.find(({ rule }) => rule === 'deadlines.routineRelease');
      expect(routine?.article).toBe(
        rulesFile === 'measures' ? '第十九条第一项' : '贵州省办法（常规发布五个工作日）',
      );
    });
  });
});
