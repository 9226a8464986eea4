import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { answerInputSchema, type AnswerInput } from '../../libs/media/answer/answer.api.js';
import { lineInputSchema } from '../../libs/matter/matter.api.js';
import { aMatter } from '../support/a-matter.js';
import { aPress, type Press } from '../support/a-press.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const collapse = '11月23日5时40分许，东港区海滨路一厂房发生坍塌。截至11月23日8时，事故造成2人死亡、6人受伤。';

onEachEngine('answers to reporters', (open) => {
  let own: TestDatabase;
  let press: Press;
  let drafter: Actor;
  beforeAll(async () => {
    own = await open();
    press = await aPress(own.database, 'measures');
    drafter = await press.city.actor('water', 'drafter');
  });
  afterAll(() => own.drop());

  const said = (changes: Partial<AnswerInput> = {}): AnswerInput =>
    answerInputSchema.parse({
      ...{ organId: 'water', form: 'telephone', outletId: press.outletId, answeredBy: '发言人' },
      ...{ subject: '城区管网冲洗', question: '什么时候冲洗？', answer: '冲洗安排以公告为准。' },
      ...{ answeredAt: '2026-11-23T08:30:00+08:00' },
      ...changes,
    });
  const log = (changes: Partial<AnswerInput> = {}) =>
    press.interviews.logAnswer.perform(said(changes), drafter);
  const listed = async (actor: Actor = drafter) =>
    (await press.interviews.showAnswers.page({ page: 1, pageSize: 50 }, actor)).items;
  /** A matter of the water organ on which one line is agreed. */
  const agreed = async (title: string): Promise<string> => {
    const matterId = await aMatter(press.city).titled(title).ownedBy('water').opened();
    const line = lineInputSchema.parse({
      attribute: 'phone',
      about: '供水热线',
      value: '0000-8990110',
      reason: '已核实',
    });
    await press.city.cases.matter.state.perform(matterId, line, await press.city.actor('water', 'approver'));
    return matterId;
  };
  const lineOf = async (matterId: string) => {
    const { items } = await press.interviews.showAnswers.lines({ organ: 'water', matter: matterId }, drafter);
    const [line] = items;
    if (line === undefined) throw new Error('nothing is agreed');
    return line;
  };

  test('a telephone answer is kept with question, answer, who answered, to whom, when and the line used, in its version (Art.16)', async () => {
    const matterId = await agreed('供水热线开通');
    const { lineId, version, words } = await lineOf(matterId);
    const reporterId = await press.reporter('记者甲');
    const answer = '供水热线：0000-8990110，二十四小时有人接听。';
    const id = await log({ matterId, reporterId, answer, lines: [{ lineId, version }] });
    const [kept] = await listed();
    expect(kept).toMatchObject({
      ...{ id, form: 'telephone', question: '什么时候冲洗？', answer, answeredBy: '发言人', departures: [] },
      ...{ reporter: { id: reporterId, name: '记者甲' }, matter: { id: matterId } },
      lines: [{ lineId, version: 1, words }],
    });
    expect(words).toContain('0000-8990110');
    const [entry] = await press.city.cases.audit.of(own.database.queries, 'mediaAnswer', id);
    expect(entry).toMatchObject({ action: 'answer.log', digest: expect.stringMatching(/^[0-9a-f]{64}$/u) });
  });

  test('figures in the reporter’s question are nobody’s answer and depart from nothing (Art.16)', async () => {
    const matterId = await agreed('供水热线答疑');
    const question = '供水热线是不是改成了 0000-1234567？';
    await log({ matterId, question, answer: '供水热线：0000-8990110，没有更改。' });
    expect((await listed()).find((one) => one.question === question)?.departures).toEqual([]);
  });

  test('an answer that departs from the agreed line is shown before it is saved, and kept only with a reason (Art.16)', async () => {
    const matterId = await agreed('供水热线更换');
    const wrong = { matterId, subject: '供水热线更换', answer: '供水热线：0000-1234567，欢迎拨打。' };
    const { organId, subject, answer } = said(wrong);
    const before = (await listed()).length;
    const found = await press.interviews.logAnswer.check({ organId, matterId, subject, answer }, drafter);
    // From the line, and from what the organ itself answered before.
    expect(found.map(({ kind }) => kind)).toEqual(['inconsistent', 'inconsistent']);
    await expect(log(wrong)).rejects.toMatchObject({
      reasons: found.map(() => ({ code: 'departureReasonNeeded', field: 'departureReason' })),
    });
    expect((await listed()).length).toBe(before);
    await log({ ...wrong, departureReason: '旧号码在月底前仍可拨通。' });
    expect(await listed()).toContainEqual(
      expect.objectContaining({
        departureReason: '旧号码在月底前仍可拨通。',
        departures: found.map(() => expect.objectContaining({ kind: 'inconsistent' })),
      }),
    );
  });

  test('an answer that contradicts what another organ released names that release (Art.16)', async () => {
    const title = '海滨路厂房坍塌事故情况通报';
    await aRelease(press.city).by('emergency').with({ kind: 'emergency' }).saying(title, collapse).released();
    const answer = collapse.replace('2人死亡', '5人死亡');
    const found = await press.interviews.logAnswer.check(
      { organId: 'transport', matterId: null, subject: '海滨路厂房坍塌事故', answer },
      await press.city.actor('transport', 'drafter'),
    );
    const inconsistent = found.find(({ kind }) => kind === 'inconsistent');
    expect(inconsistent?.releases).toMatchObject([{ title, organName: '滨海市应急管理局' }]);
  });

  test('a line that was changed meanwhile must be chosen anew (Art.16)', async () => {
    const matterId = await agreed('供水热线升级');
    const { lineId, version } = await lineOf(matterId);
    const change = {
      expectedVersion: 1,
      about: '供水热线',
      value: '0000-8990120',
      unit: '',
      asOf: null,
      reason: '升级',
    };
    const leader = await press.city.actor('water', 'approver');
    await press.city.cases.matter.change.perform({ matterId, lineId }, change, leader);
    await expect(log({ matterId, lines: [{ lineId, version }] })).rejects.toMatchObject({
      reasons: [{ code: 'lineNotInForce' }],
    });
  });

  test('another organ neither reads the answer nor uses the line of a matter that is not its business', async () => {
    const stranger = await press.city.actor('emergency', 'drafter');
    expect(await listed(stranger)).toEqual([]);
    const matterId = await agreed('水价听证');
    await expect(
      press.interviews.showAnswers.lines({ organ: 'emergency', matter: matterId }, stranger),
    ).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      press.interviews.logAnswer.perform(said({ organId: 'water' }), stranger),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('an answer from the future, or to an interview of another outlet, is refused and names its field', async () => {
    const interviewId = await press.asked({ organId: 'transport' });
    await expect(log({ interviewId, answeredAt: '2026-11-24T08:30:00+08:00' })).rejects.toMatchObject({
      reasons: [
        { code: 'otherInterview', field: 'interviewId' },
        { code: 'fromTheFuture', field: 'answeredAt' },
      ],
    });
  });
});
