import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AnswerStore } from '@koujing/media';
import { aConference, conferencesIn, type ConferenceCases } from '../../test/support/a-conference.js';
import { aKeptRoster } from '../../test/support/a-kept-roster.js';
import { aLedger, ledgerOfAllKinds } from '../../test/support/a-ledger.js';
import { aPress, type Press } from '../../test/support/a-press.js';
import { aRelease } from '../../test/support/a-release.js';
import { twoRulings } from '../../test/support/two-rulings.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { loadCityRules, reportCasesOf, violationCasesOf } from '../../test/support/violations.js';
import { conferenceQuerySchema } from '../conference/conference.api.js';
import { directiveInputSchema, directiveQuerySchema } from '../matter/directive/directive.api.js';
import { answerInputSchema, answerQuerySchema } from '../media/answer/answer.api.js';
import { golden } from '../../test/support/golden.js';
import { interviewQuerySchema } from '../media/interview/interview.api.js';
import { releaseQuerySchema } from '../release/release.api.js';
import { violationQuerySchema } from './violation.api.js';
import {
  reportNameSchema,
  rowQuerySchema,
  type FilterView,
  type ReportName,
  type ReportQuery,
} from './report.api.js';
import { ViolationStore } from './violation-store.sql.js';

const seen = { all: true } as const;
/** The last moment of the first half-year, and the first one of the second. */
const [lastMoment, firstMoment] = [
  new Date('2026-06-30T23:59:59.999+08:00'),
  new Date('2026-07-01T00:00:00+08:00'),
];
const halves = {
  'the first': ['2026-01-01', '2026-06-30'],
  'the second': ['2026-07-01', '2026-12-31'],
} as const;

onEachEngine('the rows behind the numbers of the reports', (open) => {
  let opened: TestDatabase;
  let press: Press;
  let conferences: ConferenceCases;
  let reports: ReturnType<typeof reportCasesOf>;

  const set = (
    table: 'release' | 'directive' | 'interview' | 'violation',
    ids: readonly string[],
    to: object,
  ) =>
    opened.database.queries
      .updateTable(table)
      .set(to)
      .where('id', 'in', [...ids])
      .execute();

  const issued = async () => {
    const input = directiveInputSchema.parse({
      ...{ fromOrganId: 'office', toOrganId: 'transport', title: '请就隧道养护发布', text: '请发布。' },
      dueAt: new Date(press.city.clock.now().getTime() + 3_600_000).toISOString(),
    });
    const { directive } = press.city.cases;
    return directive.issue.perform(input, press.coordinator);
  };
  const answered = async (answeredAt: Date, form: 'telephone' | 'fax') =>
    press.interviews.logAnswer.perform(
      answerInputSchema.parse({
        ...{ organId: 'water', form, outletId: press.outletId, subject: '管网冲洗', question: '停水吗？' },
        ...{ answer: '不停水。', answeredBy: '陈科长', answeredAt: answeredAt.toISOString() },
      }),
      await press.city.actor('water', 'drafter'),
    );

  beforeAll(async () => {
    opened = await open();
    press = await aPress(opened.database, 'measures');
    const { city } = press;
    conferences = await conferencesIn(city);
    const rules = loadCityRules('measures');
    reports = reportCasesOf(city.cases, conferences.showRoutineDuties, rules);
    const needs = { triggers: ['needsExplanation' as const] };
    const first = await aRelease(city).with({ title: '滨河路养护解读', declaration: needs }).released();
    const edge = await aRelease(city).with({ title: '滨河路养护进展' }).released();
    await aRelease(city).with({ kind: 'other', title: '滨河路养护收尾' }).released();
    const foreign = await aRelease(city).with({ title: '别处发布的旧稿' }).released();
    await aLedger(opened.database.queries, edge.release.id, ledgerOfAllKinds);
    await set('release', [first.release.id], { released_at: lastMoment });
    await set('release', [edge.release.id], { released_at: firstMoment });
    await set('release', [foreign.release.id], { imported_from: 'archive' });
    const orders = [await issued(), await issued(), await issued()];
    await set('directive', orders.slice(0, 1), { issued_at: lastMoment });
    await set('directive', orders.slice(1, 2), { state: 'withdrawn' });
    const requests = [await press.asked(), await press.asked({ organId: 'transport' }), await press.asked()];
    await set('interview', requests.slice(0, 1), { received_at: lastMoment });
    const held = { by: 'x', at: firstMoment.toISOString(), note: '' };
    await set('interview', requests.slice(2), { state: 'closed', held: JSON.stringify(held) as never });
    await answered(lastMoment, 'telephone');
    await answered(firstMoment, 'fax');
    const { id, startsAt } = await aConference(city, conferences).with({ kind: 'own' }).filed();
    await aRelease(city).with({ title: '久拖未发的通告' }).approved();
    city.clock.travel(18 * 24 * 3_600_000);
    const holding = { heldAt: startsAt, minutes: 40, journalists: 12, questions: 6 };
    await conferences.hold.perform(id, holding, await city.actor('transport', 'drafter'));
    await violationCasesOf(city.cases, rules).watch.tick();
    const every = violationQuerySchema.parse({});
    const acts = await new ViolationStore().page(opened.database.queries, seen, every);
    const ids = acts.items.map((act) => act.id);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    await set('violation', ids.slice(0, 1), { occurred_at: lastMoment });
    await set('violation', ids.slice(1, 2), { state: 'dismissed' });
    await twoRulings(city, press.coordinator);
    await aKeptRoster(opened.database.queries, { press, conferences });
  });
  afterAll(() => opened.drop());

  for (const [half, [from, to]] of Object.entries(halves)) {
    test(`of ${half} half-year are as many, organ by organ, as the bulletin counts (Art.42)`, async () => {
      const { queries } = opened.database;
      const { cases } = press.city;
      const { items } = await reports.bulletin.show({ day: to }, press.coordinator);
      const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((all, one) => all + one, 0);
      for (const line of items) {
        const asked = { organ: line.organ.id, from, to, pageSize: 1 };
        const releases = await cases.listing.page(queries, seen, releaseQuerySchema.parse(asked));
        const violations = { ...asked, state: 'standing' };
        const acts = await new ViolationStore().page(queries, seen, violationQuerySchema.parse(violations));
        const held = await conferences.show.page(conferenceQuerySchema.parse(asked), press.coordinator);
        const orders = { ...asked, state: 'standing' };
        const directives = await cases.directive.show.page(
          directiveQuerySchema.parse(orders),
          press.coordinator,
        );
        const requests = await press.interviews.show.page(
          interviewQuerySchema.parse(asked),
          press.coordinator,
        );
        expect({
          releases: releases.total,
          violations: acts.total,
          conferences: held.total,
          directives: directives.total,
          interviews: requests.total,
        }).toEqual({
          releases: sum(line.releases),
          violations: sum(line.violations),
          conferences: line.conferences,
          directives: line.directives.received,
          interviews: line.interviews.received,
        });
      }
      expect(items.some(({ releases }) => sum(releases) > 0)).toBe(true);
      expect(items.some(({ violations }) => sum(violations) > 0)).toBe(true);
      expect(items.some(({ directives }) => directives.received > 0)).toBe(true);
    });
  }

  test('of a year are as many, kind by kind, as the annual section counts (Art.38)', async () => {
    const { queries } = opened.database;
    const asked = { from: '2026-01-01', to: '2026-12-31', pageSize: 1 };
    const { publicity, interpretation } = await reports.annual.show({ year: 2026 }, press.coordinator);
    const releases = async (more: object): Promise<number> =>
      (await press.city.cases.listing.page(queries, seen, releaseQuerySchema.parse({ ...asked, ...more })))
        .total;
    expect(publicity.releases).toEqual({
      routine: await releases({ kind: 'routine' }),
      other: await releases({ kind: 'other' }),
    });
    expect(interpretation.releases).toBe(1);
    expect(await releases({ trigger: 'needsExplanation' })).toBe(1);
    const answers = async (more: object): Promise<number> =>
      (await new AnswerStore().list(queries, seen, answerQuerySchema.parse({ ...asked, ...more }))).total;
    expect(publicity.answers).toEqual({
      telephone: await answers({ form: 'telephone' }),
      fax: await answers({ form: 'fax' }),
    });
    const given = interviewQuerySchema.parse({ ...asked, held: 'yes' });
    expect((await press.interviews.show.page(given, press.coordinator)).total).toBe(publicity.interviews);
    expect(publicity.interviews).toBe(1);
  });

  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  const days = { from: '2026-01-01', to: '2026-12-31' };
  const rowsOf = async (filter: FilterView, more: object = {}): Promise<number> => {
    const { measure = '', ...rest } = filter;
    const asked = { ...days, pageSize: 200, ...rest, measure, ...more };
    const { items, total } = await reports.show.rows(rowQuerySchema.parse(asked), press.coordinator);
    expect(items.length).toBe(total);
    return total;
  };

  for (const name of reportNameSchema.options)
    test(`each number of the report ${name} opens as many rows as it says, and the numbers add up`, async () => {
      const { content, digest } = await reports.show.show(name, days, press.coordinator);
      expect(digest).toMatch(/^[0-9a-f]{64}$/u);
      for (const { filter, columns, rows, totals, total } of content.tables) {
        for (const row of rows) {
          for (const [at, column] of columns.entries()) {
            const value = row.values[at] ?? 0;
            // A number of nothing has nothing to open; one in each row is looked at all the same.
            if (value > 0 || at === 0)
              expect(await rowsOf({ ...filter, ...row.filter, ...column.filter })).toBe(value);
          }
          if (row.total !== null) expect(await rowsOf({ ...filter, ...row.filter })).toBe(row.total);
        }
        for (const at of columns.keys())
          expect(totals?.[at]).toBe(sumOf(rows.map(({ values }) => values[at] ?? 0)));
        if (total !== null) expect(total).toBe(await rowsOf(filter));
      }
    });

  test('what reached its channel counts once a place, as the last act there left it', async () => {
    const reached = async (more: object): Promise<Readonly<Record<string, number>>> => {
      const asked = rowQuerySchema.parse({ ...days, pageSize: 200, measure: 'delivery', ...more });
      const { items } = await reports.show.rows(asked, press.coordinator);
      return Object.fromEntries(
        [...Map.groupBy(items, ({ outcome }) => outcome.zh)].map(([outcome, rows]) => [outcome, rows.length]),
      );
    };
    expect(await reached({ kind: 'portal' })).toEqual({ 已到达: 1 });
    expect(await reached({ kind: 'wechat' })).toEqual({ 已到达: 1 });
    expect(await reached({ kind: 'weibo' })).toEqual({ 已撤回: 1, 失败: 1 });
    const mails = { 已撤回: 1, 失败: 1, 结果待核实: 1, 进行中: 1, 已取消: 1 };
    expect(await reached({ kind: 'email' })).toEqual(mails);
  });

  for (const name of reportNameSchema.options)
    test(`the report ${name} is the agreed paper, the same on both engines`, async () => {
      for (const language of ['zh', 'en'] as const) {
        const asked = { ...days, format: 'csv', language } as const;
        const { bytes } = await reports.files.live(name, asked, press.coordinator);
        const text = Buffer.from(bytes).toString('utf8');
        expect(text).toBe(golden(`report-${name}.${language}.csv`, text));
      }
    });

  test('the whole report of an organ is for the organ and the office, the city’s for the office (Art.42)', async () => {
    const own = await press.city.actor('transport', 'drafter');
    const { content } = await reports.show.show('workload', { ...days, organ: 'transport' }, own);
    const releases = content.tables.find(({ id }) => id === 'releasesByOrgan');
    expect(releases?.rows.map(({ key }) => key)).toEqual(['transport']);
    expect(releases?.total).toBe(3);
    for (const organ of [undefined, 'water'])
      await expect(
        reports.show.show('workload', { ...days, ...(organ === undefined ? {} : { organ }) }, own),
      ).rejects.toMatchObject({ code: 'notFound' });
  });

  test('a closed report stays as it was with its rows; what differs later is told beside it (Art.38, 42)', async () => {
    const { queries } = opened.database;
    const past = { from: '2026-01-01', to: '2026-06-30' };
    const drafter = await press.city.actor('transport', 'drafter');
    const seen_ = await reports.show.show('bulletin', past, press.coordinator);
    expect(seen_.actions.freeze.reasons).toEqual([]);
    const closing = { name: 'bulletin', ...past, digest: seen_.digest } as const;
    await expect(
      reports.freeze.perform({ ...closing, digest: '0'.repeat(64) }, press.coordinator),
    ).rejects.toMatchObject({ code: 'stale' });
    await expect(reports.freeze.perform(closing, drafter)).rejects.toMatchObject({ code: 'notFound' });
    const id = await reports.freeze.perform(closing, press.coordinator);
    await expect(reports.freeze.perform(closing, press.coordinator)).rejects.toMatchObject({
      code: 'refused',
    });
    const closed = await reports.showFrozen.one(id, press.coordinator);
    expect(closed).toMatchObject({ intact: true, differences: [], content: seen_.content });
    expect(closed.rows).toBeGreaterThan(0);

    await queries
      .updateTable('release')
      .set({ released_at: firstMoment })
      .where('released_at', '=', lastMoment)
      .execute();
    const later = await reports.showFrozen.one(id, press.coordinator);
    expect(later).toMatchObject({ intact: true, content: seen_.content, digest: closed.digest });
    expect(later.differences).toMatchObject([{ row: { zh: '滨海市交通运输局' }, was: 1, now: 0 }]);
    expect(await rowsOf({ measure: 'release', organ: 'transport' }, { ...past, frozen: id })).toBe(1);
    expect(await rowsOf({ measure: 'release', organ: 'transport' }, past)).toBe(0);
    const entries = await press.city.cases.audit.of(queries, 'report', id);
    expect(entries).toMatchObject([{ action: 'report.freeze', digest: closed.digest }]);

    await queries
      .deleteFrom('frozen_report_row')
      .where('report_id', '=', id)
      .where('measure', '=', 'release')
      .execute();
    expect((await reports.showFrozen.one(id, press.coordinator)).intact).toBe(false);
    await expect(reports.showFrozen.one(id, drafter)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('a report is closed for a whole period that is over, and by whom it is for (Art.38, 42)', async () => {
    const codes = async (name: ReportName, query: ReportQuery, actor = press.coordinator) =>
      (await reports.show.show(name, query, actor)).actions.freeze.reasons.map(({ code }) => code);
    expect(await codes('bulletin', days)).toEqual(['noPeriod', 'periodNotOver']);
    expect(await codes('reach', { from: '2026-01-01', to: '2026-06-30' })).toEqual(['neverClosed']);
    expect(await codes('consistency', { from: '2026-10-01', to: '2026-10-31' })).toEqual([]);
    const year = { from: '2025-01-01', to: '2025-12-31', organ: 'water' };
    expect(await codes('annual', year, await press.city.actor('water', 'drafter'))).toEqual(['lacksRole']);
    expect(await codes('annual', year, await press.city.actor('water', 'approver'))).toEqual([]);
  });

  test('experts’ interpretations are counted, and readings of the measures are none (Art.11, 46)', async () => {
    const entry = (id: string, register: string) => ({
      ...{ id, register, organ_id: 'transport', key: id, release_id: null },
      detail: JSON.stringify({}) as never,
      ...{ recorded_by: 'transport-drafter', recorded_at: firstMoment },
      ...{ retired_by: null, retired_at: null, retired_reason: null },
    });
    await opened.database.queries
      .insertInto('register_entry')
      .values([
        entry('e1', 'expertInterpretation'),
        entry('e2', 'expertInterpretation'),
        entry('r1', 'interpretation'),
      ])
      .execute();
    const { interpretation } = await reports.annual.show({ year: 2026 }, press.coordinator);
    expect(interpretation.experts).toBe(2);
  });
});
