import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import type { ActOnMany } from './act-on-many.js';
import { bulkActionSchema, type BulkInput, type BulkResult } from './bulk.api.js';

onEachEngine('many releases at once', (open) => {
  let opened: TestDatabase;
  let city: City;
  let drafter: Actor;
  let many: ActOnMany;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    drafter = await city.actor('water', 'drafter');
    many = city.cases.releaseList.many({ info: () => undefined, warn: () => undefined });
  });
  afterAll(() => opened.drop());

  const about = (what: string) =>
    aRelease(city).by('water').saying(`关于${what}的通告`, `${what}于12月9日进行，请提前储水。`);
  const stateOf = async (id: string) => (await city.cases.releases.find(opened.database.queries, id))?.state;
  const told = ({ items }: BulkResult) =>
    items.map(({ done, reasons }) => [done, reasons.map(({ code }) => code)]);
  const itemsOf = async (action: BulkInput['action'], ids: readonly string[], matter?: string | null) => {
    const { items } = await many.plan(
      { action, ids: [...ids], ...(matter === undefined ? {} : { matter }) },
      drafter,
    );
    return items;
  };
  const inputOf = (items: Awaited<ReturnType<typeof itemsOf>>) =>
    items.map(({ id, digest }) => ({ id, digest }));

  test('nothing that signs a text, lets it out or ends it is among what may be done', () => {
    expect(bulkActionSchema.options).toEqual(['submit', 'takeBack', 'assignMatter', 'mark', 'unmark']);
  });

  test('the plan tells of each what the act would be refused for, and the act does the rest and says so', async () => {
    const good = await about('管网冲洗').drafted();
    const without = await about('水表更换').with({ accountIds: [] }).drafted();
    const strangers = await aRelease(city).by('transport').drafted();
    const ids = [good.release.id, without.release.id, strangers.release.id];
    const planned = await itemsOf('submit', ids);
    expect(planned.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      expect.arrayContaining(['noChannel']) as unknown,
      ['releaseNotFound'],
    ]);
    expect(planned[2]).toMatchObject({ number: '', title: '', digest: '', state: null });
    expect(await stateOf(good.release.id)).toBe('draft');

    const items = [
      ...inputOf(planned.slice(0, 2)),
      { id: strangers.release.id, digest: strangers.version.digest },
    ];
    const result = await many.perform({ action: 'submit', items }, drafter);
    expect(told(result)).toEqual([
      [true, []],
      [false, expect.arrayContaining(['noChannel']) as unknown],
      [false, ['releaseNotFound']],
    ]);
    expect([await stateOf(ids[0] ?? ''), await stateOf(ids[1] ?? ''), await stateOf(ids[2] ?? '')]).toEqual([
      'submitted',
      'draft',
      'draft',
    ]);
    const trail = await city.cases.audit.of(opened.database.queries, 'release', good.release.id);
    expect(trail.at(-1)).toMatchObject({
      action: 'release.submit',
      actor: drafter.personId,
      digest: good.version.digest,
    });

    // Nothing has left the house: what was done is taken back, by the same words that were answered.
    expect(result.undo?.items.map(({ id }) => id)).toEqual([good.release.id]);
    if (result.undo === null) throw new Error('there is no way back');
    expect(told(await many.perform(result.undo, drafter))).toEqual([[true, []]]);
    expect(await stateOf(good.release.id)).toBe('draft');
  });

  test('a text that was edited after the plan is not handed in unseen', async () => {
    const { release, version } = await about('水厂检修').drafted();
    const items = inputOf(await itemsOf('submit', [release.id]));
    const draft = about('水厂检修').with({ summary: '又改过。' }).draft();
    await city.cases.revise.perform(release.id, { expectedRevision: release.revision, draft }, drafter);
    expect(told(await many.perform({ action: 'submit', items }, drafter))).toEqual([
      [false, ['digestChanged']],
    ]);
    expect(items[0]?.digest).toBe(version.digest);
  });

  test('what is taken back is a draft again, what was signed on it falls, and there is no way back to that', async () => {
    const { release } = await about('闸门调试').reviewed();
    const items = inputOf(await itemsOf('takeBack', [release.id]));
    const result = await many.perform({ action: 'takeBack', items }, drafter);
    expect([told(result), result.undo]).toEqual([[[true, []]], null]);
    const signed = await city.cases.signatures.of(opened.database.queries, release.id);
    expect(signed.map(({ voidReason }) => voidReason)).toEqual(['送审已由起草人收回。']);
    expect(told(await many.perform({ action: 'takeBack', items }, drafter))).toEqual([
      [false, ['notHandedIn']],
    ]);
  });

  test('a matter is assigned without touching a signature, and its undo puts each back on what it was on', async () => {
    const matter = aMatter(city).ownedBy('water');
    const first = await matter.titled('冬季保供水').opened();
    const second = await matter.titled('管网改造').opened();
    const draft = await about('保供值守').with({ matter: first }).drafted();
    const handedIn = await about('改造进度').reviewed();
    const ids = [draft.release.id, handedIn.release.id];
    const planned = await itemsOf('assignMatter', ids, second);
    expect(planned.flatMap(({ reasons }) => reasons)).toEqual([]);
    const items = inputOf(planned).map((item) => ({ ...item, matter: second }));
    const result = await many.perform({ action: 'assignMatter', items }, drafter);
    expect(told(result)).toEqual([
      [true, []],
      [true, []],
    ]);
    const signed = await city.cases.signatures.of(opened.database.queries, handedIn.release.id);
    expect(signed.every(({ voidedAt }) => voidedAt === null)).toBe(true);
    // The agreed line of a matter binds a text that was handed in: only the draft can leave it again.
    expect(result.undo).toEqual({
      action: 'assignMatter',
      items: [{ id: draft.release.id, digest: draft.version.digest, matter: first }],
    });
    expect((await itemsOf('assignMatter', [handedIn.release.id], null))[0]?.reasons).toMatchObject([
      { code: 'matterBound' },
    ]);
  });

  test('the table of what was chosen holds what the person may see, as text for a spreadsheet', async () => {
    const { release } = await about('水价听证').with({ title: '=关于水价听证的通告' }).drafted();
    const strangers = await aRelease(city).by('transport').drafted();
    const csv = await city.cases.releaseList.table.csv([strangers.release.id, release.id], drafter);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`"${release.number}","'=关于水价听证的通告"`);
  });
});
