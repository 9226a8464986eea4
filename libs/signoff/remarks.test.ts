import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow } from '../../test/support/a-release.js';
import { approvalsOf } from '../../test/support/an-approver.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { remarkInputSchema, REMARK_MAX } from './remark.api.js';

onEachEngine('what is said beside a text', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const page = async (id: string, organId: string, desk: Parameters<City['actor']>[1]) =>
    approvalsOf(city).page.show(id, await city.actor(organId, desk));
  const linksOf = async (personId: string, id: string) =>
    (await city.cases.notifications.page(opened.database.queries, personId, { page: 1, pageSize: 50 })).items
      .filter(({ kind, link }) => kind === 'remark' && link.endsWith(id))
      .map(({ link, subject }) => [link, subject]);

  test('it is kept with author, hour and version, stands in the trail once, and changes neither text nor signatures', async () => {
    const { release, version } = await aRelease(city).reviewed();
    const said = { releaseId: release.id, digest: version.digest, text: '封闭时段请与交警支队核对' };
    await city.cases.addRemark.perform(said, await city.actor('transport', 'approver'));
    const shown = await page(release.id, 'transport', 'drafter');
    expect(shown.remarks).toMatchObject([
      { by: { id: 'transport-approver' }, version: 1, text: '封闭时段请与交警支队核对' },
    ]);
    expect(shown.timeline.map(({ action }) => action)).not.toContain('release.remark');
    expect(shown.release.digest).toBe(version.digest);
    expect(shown.content.plain).not.toContain('核对');
    expect(shown.signatures.filter(({ voidedAt }) => voidedAt !== null)).toEqual([]);
    const trail = await city.cases.audit.of(opened.database.queries, 'release', release.id);
    expect(trail.filter(({ action }) => action === 'release.remark')).toMatchObject([
      { actor: 'transport-approver', digest: version.digest, detail: { note: said.text, version: 1 } },
    ]);
  });

  test('the drafter, who signed, who is to sign and who is called by name are told, each once', async () => {
    const { release, version } = await aRelease(city).reviewed();
    const text = '@transport-reviewer 请看第二句；@transport-nobody 不在此列';
    const said = { releaseId: release.id, digest: version.digest, text };
    await city.cases.addRemark.perform(said, await city.actor('transport', 'coSigner'));
    const { id, title } = release;
    for (const person of ['transport-drafter', 'transport-confidentialityReviewer'])
      expect([person, await linksOf(person, id)]).toEqual([
        person,
        [[`/releases/${id}`, `【批注】${title}`]],
      ]);
    expect(await linksOf('transport-approver', id)).toEqual([[`/approvals/${id}`, `【批注】${title}`]]);
    expect(await linksOf('transport-reviewer', id)).toEqual([[`/releases/${id}`, `【批注提到您】${title}`]]);
    for (const person of ['transport-coSigner', 'transport-deputy', 'water-approver'])
      expect([person, await linksOf(person, id)]).toEqual([person, []]);
  });

  test('who reads a release only because it is out reads what was said since, and nothing from before', async () => {
    const { release, version } = await aRelease(city).approved();
    const said = { releaseId: release.id, digest: version.digest };
    const leader = await city.actor('transport', 'approver');
    await city.cases.addRemark.perform({ ...said, text: '内部意见' }, leader);
    await releaseNow(city, release.id);
    const onlooker = await city.actor('water', 'drafter');
    await city.cases.addRemark.perform({ ...said, text: '与我局的通告时段一致' }, onlooker);
    expect((await page(release.id, 'water', 'drafter')).remarks.map(({ text }) => text)).toEqual([
      '与我局的通告时段一致',
    ]);
    expect((await page(release.id, 'transport', 'drafter')).remarks).toHaveLength(2);
  });

  test('who may not read it may not remark on it, and no text that was never shown is remarked on', async () => {
    const { release, version } = await aRelease(city).submitted();
    const refusal = async (digest: string, organId: string): Promise<string> => {
      const actor = await city.actor(organId, 'drafter');
      try {
        await city.cases.addRemark.perform({ releaseId: release.id, digest, text: '看过' }, actor);
      } catch (error) {
        if (error instanceof Problem) return error.reasons[0]?.code ?? '';
        throw error;
      }
      return 'taken';
    };
    expect(await refusal(version.digest, 'water')).toBe('releaseNotFound');
    expect(await refusal('0'.repeat(64), 'transport')).toBe('digestChanged');
  });
});

test('a remark is a few plain sentences: neither empty nor longer than a note', () => {
  const digest = '0'.repeat(64);
  const issues = (text: string) =>
    remarkInputSchema.safeParse({ digest, text }).error?.issues.map(({ message }) => message) ?? [];
  expect(issues('  ')[0]).toContain('批注的内容');
  expect(issues('长'.repeat(REMARK_MAX + 1))[0]).toContain(`${REMARK_MAX}`);
  expect(issues('  请核对日期。 ')).toEqual([]);
});
