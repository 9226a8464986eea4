import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import { draftOf } from '@koujing/release';
import type { Declaration } from '../release/declaration.api.js';
import { releaseDraftSchema, type ReleaseDraftInput } from '../release/release.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease, releaseNow } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const refusals = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.reasons;
    throw error;
  }
  return [];
};

const urgency = '现场仍有风险，须立即提醒绕行。';
const silent = '11月20日5时40分许，东港区一处仓库起火，现场火势已控制，消防力量正在救援。';

onEachEngine('what a release must say', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const drafted = async (changes: Partial<ReleaseDraftInput>) => {
    const draft = releaseDraftSchema.parse({
      ...{ organId: 'transport', kind: 'routine', title: '关于夜间养护的通告', accountIds: ['portal'] },
      blocks: blocksFromText('12月5日23时至次日5时，滨河路半幅封闭养护，请绕行。'),
      ...changes,
    });
    const drafter = await city.actor(draft.organId, 'drafter');
    return { ...(await city.cases.create.perform(draft, drafter)), drafter };
  };
  const submitting = async (changes: Partial<ReleaseDraftInput>) => {
    const { id, digest, drafter } = await drafted(changes);
    return refusals(city.cases.submit.perform(id, digest, drafter));
  };

  test('a first emergency release without casualties cannot be submitted, and the refusal names the element and its article (Art.23)', async () => {
    const reasons = await submitting({
      kind: 'emergency',
      title: '仓库火情通报',
      declaration: { urgency },
      blocks: blocksFromText(silent),
    });
    expect(reasons).toMatchObject([{ code: 'elementMissing', field: 'declaration.elements.casualties' }]);
    expect(reasons[0]?.message).toContain('第二十三条');
  });

  test('what follows on the same matter is not asked for the elements of a first release again (Art.23)', async () => {
    const matter = await aMatter(city).titled('仓库火情').opened();
    const first = aRelease(city).with({ kind: 'emergency', matter });
    await first.saying('仓库火情通报', `${silent}目前无人员伤亡。`).released();
    const blocks = blocksFromText('仓库火情处置已结束，周边道路恢复通行。');
    const followUp = { kind: 'emergency', title: '仓库火情处置结束', declaration: { urgency } } as const;
    expect(await submitting({ ...followUp, blocks, matter })).toEqual([]);
  });

  test('what is not public is neither submitted nor released, and needs a reason (国办发〔2016〕80号)', async () => {
    const codes = async (declaration: ReleaseDraftInput['declaration']) =>
      (await submitting({ declaration })).map(({ code }) => code);
    expect(await codes({ disclosure: 'none' })).toEqual(['notPublic', 'disclosureReasonMissing']);
    expect(await codes({ disclosure: 'onRequest', disclosureReason: '涉及第三方' })).toEqual(['notPublic']);
    expect(await codes({ disclosure: 'proactive' })).toEqual([]);
  });

  test('an organ named in the text confirms or is dismissed with a reason before submission (Art.14(c))', async () => {
    const { content, submit, database } = city.cases;
    const blocks = blocksFromText('养护期间由市水务局同步检修管网，请绕行。');
    const { id, digest, drafter } = await drafted({ blocks });
    expect((await refusals(submit.perform(id, digest, drafter))).map(({ code }) => code)).toEqual([
      'concernedOrganOpen',
    ]);
    const dismissal = { releaseId: id, organId: 'water', reason: '管网检修另行公告。' };
    const stranger = await city.actor('water', 'drafter');
    expect((await refusals(content.dismiss.perform(dismissal, stranger))).map(({ code }) => code)).toEqual([
      'releaseNotFound',
    ]);
    const unnamed = { ...dismissal, organId: 'emergency' };
    expect((await refusals(content.dismiss.perform(unnamed, drafter))).map(({ code }) => code)).toEqual([
      'organNotConcerned',
    ]);
    await content.dismiss.perform(dismissal, drafter);
    expect(await refusals(submit.perform(id, digest, drafter))).toEqual([]);
    const release = await city.cases.releases.find(database.queries, id);
    const version = await city.cases.releases.version(database.queries, id, 1);
    if (release === null || version === null) throw new Error(id);
    const leader = await city.actor('transport', 'approver');
    const view = await content.show.view(database.queries, { release, version }, leader);
    expect(view.concerned).toMatchObject([
      { state: 'dismissed', dismissal: { reason: '管网检修另行公告。', by: { id: 'transport-drafter' } } },
    ]);
  });

  test('a dismissal speaks of the sentences that touched the organ: other edits leave it, other words about it ask again (Art.14(c))', async () => {
    const { content, submit, revise, releases, database } = city.cases;
    const touching = '养护期间由市水务局同步检修管网，请绕行。';
    const { id, drafter } = await drafted({ blocks: blocksFromText(touching) });
    const reason = '管网检修另行公告。';
    await content.dismiss.perform({ releaseId: id, organId: 'water', reason }, drafter);
    const open = async () => {
      const release = await releases.find(database.queries, id);
      const version = await releases.version(database.queries, id, release?.version ?? 1);
      if (release === null || version === null) throw new Error(id);
      const reasons = await refusals(submit.perform(id, version.digest, drafter));
      return { reasons: reasons.map(({ code }) => code), release };
    };
    const edited = async (text: string): Promise<void> => {
      const release = await releases.find(database.queries, id);
      const version = await releases.version(database.queries, id, release?.version ?? 1);
      if (release === null || version === null) throw new Error(id);
      const draft = releaseDraftSchema.parse({ ...draftOf(release, version), blocks: blocksFromText(text) });
      await revise.perform(id, { expectedRevision: release.revision, draft }, drafter);
    };
    await edited(`${touching}咨询电话另行公布。`);
    expect((await open()).reasons).toEqual([]);
    await edited(`${touching}市水务局将停水两天。`);
    expect((await open()).reasons).toEqual(['concernedOrganOpen']);
    await edited(touching);
    expect((await open()).reasons).toEqual([]);
  });

  test('a co-organ that the text names is asked to confirm instead of being dismissed (Art.14(c))', async () => {
    const blocks = blocksFromText('养护期间由市水务局同步检修管网，请绕行。');
    expect(await submitting({ blocks, jointOrganIds: ['water'] })).toEqual([]);
  });

  test('media scrutiny is two records: a response, and the result that names it (Art.19)', async () => {
    const scrutiny = { kind: 'mediaScrutiny', title: '关于媒体反映路灯问题的回应' } as const;
    const codes = async (declaration?: ReleaseDraftInput['declaration']) =>
      (await submitting({ ...scrutiny, ...(declaration === undefined ? {} : { declaration }) })).map(
        ({ code }) => code,
      );
    expect(await codes()).toEqual(['scrutinyPartMissing']);
    expect(await codes({ scrutiny: 'result' })).toEqual(['scrutinyResponseMissing']);
    const response = aRelease(city).with({ ...scrutiny, declaration: { scrutiny: 'response' } });
    const { release, version } = await response.released();
    const drafter = await city.actor('transport', 'drafter');
    const { queries } = city.cases.database;
    const owed = await city.cases.content.show.view(queries, { release, version }, drafter);
    expect(owed.advice.map(({ code }) => code)).toContain('scrutinyResultOwed');
    expect(await codes({ scrutiny: 'result', answers: release.id })).toEqual([]);
    const result = aRelease(city).with({
      ...{ kind: 'mediaScrutiny', title: '关于路灯问题处理结果的通报' },
      declaration: { scrutiny: 'result', answers: release.id },
    });
    await result.released();
    const done = await city.cases.content.show.view(queries, { release, version }, drafter);
    expect(done.result?.title).toBe('关于路灯问题处理结果的通报');
    expect(done.advice.map(({ code }) => code)).not.toContain('scrutinyResultOwed');
  });

  test('a changed declaration voids the signatures that were given for another (Art.14)', async () => {
    const builder = aRelease(city);
    const { release } = await builder.approved();
    const drafter = await city.actor('transport', 'drafter');
    const draft = releaseDraftSchema.parse({
      ...builder.draft(),
      declaration: { legalBasis: '公路法第三十二条' },
    });
    const standing = await city.cases.revise.perform(
      release.id,
      { expectedRevision: release.revision, draft },
      drafter,
    );
    expect([standing.state, standing.version]).toEqual(['draft', 2]);
    expect(await releaseNow(city, release.id)).toBe(false);
  });
});

onEachEngine('the clock of a result that the public is owed', (open) => {
  test('starts as the response goes out, ends with the result, and runs again when that is withdrawn (Art.19)', async () => {
    const opened = await open();
    const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
    writeFileSync(file, 'deadlines:\n  scrutinyResult: { limit: 5, article: 本市规定（五个工作日） }\n');
    const city = await aCity(opened.database, undefined, file);
    const scrutiny = (title: string, declaration: Partial<Declaration>) =>
      aRelease(city).with({ kind: 'mediaScrutiny', title, declaration });
    const { release: response } = await scrutiny('关于路灯问题的回应', { scrutiny: 'response' }).released();
    const clocks = async () =>
      (
        await city.cases.clocks.deadlines.ofSubject(city.cases.database.queries, {
          kind: 'release',
          id: response.id,
        })
      ).map(({ rule, state, dueAt }) => [rule, state, dueAt.toISOString()]);
    const owed = ['scrutinyResult', 'running', '2026-11-30T15:59:59.999Z'];
    expect(await clocks()).toEqual([owed]);
    const { release: result } = await scrutiny('关于路灯问题的处理结果', {
      scrutiny: 'result',
      answers: response.id,
    }).released();
    expect(await clocks()).toEqual([['scrutinyResult', 'met', '2026-11-30T15:59:59.999Z']]);
    const { releases, followers, database } = city.cases;
    const approver = await city.actor('transport', 'approver');
    const withdrawn = async (id: string): Promise<void> => {
      const release = await releases.write(database.queries, id, {
        state: 'withdrawn',
        at: city.clock.now(),
      });
      const version = await releases.version(database.queries, id, release.version);
      if (version === null) throw new Error(id);
      for (const follower of followers)
        await follower.follow(database.queries, { kind: 'withdrawn', release, version, actor: approver });
    };
    await withdrawn(result.id);
    expect(await clocks()).toContainEqual(owed);
    await withdrawn(response.id);
    expect((await clocks()).map(([, state]) => state).sort()).toEqual(['cancelled', 'met']);
    await opened.drop();
  });
});
