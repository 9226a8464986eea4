import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { blocksFromText } from '@koujing/block';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import { keptDays, seenWithinMs } from './working-copy.js';

onEachEngine('what is typed and not saved', (open) => {
  let opened: TestDatabase;
  let city: City;
  let drafter: Actor;
  let deputy: Actor;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const { people, database } = city.cases;
    const id = 'transport-drafter-2';
    await people.save(database.queries, {
      ...{ id, username: id, name: '李四', email: '', passwordHash: '', disabled: false },
    });
    await people.grant(database.queries, { personId: id, organId: 'transport', role: 'drafter' });
    drafter = await city.actor('transport', 'drafter');
    deputy = (await people.actor(database.queries, id)) as Actor;
  });
  afterAll(() => opened.drop());

  const typed = (text: string) => ({ ...aRelease(city).draft(), blocks: blocksFromText(text) });
  const keep = (
    id: string | null,
    text: string,
    expectedSeq: number | null,
    baseRevision: number | null = 1,
  ) => city.cases.drafting.keep.perform(id, { expectedSeq, baseRevision, draft: typed(text) }, drafter);
  const kept = (id: string | null, who: Actor = drafter) => city.cases.drafting.keep.show(id, who);

  test('is kept without a version, a digest or a signature being touched, and read by nobody else', async () => {
    const { release } = await aRelease(city).approved();
    const { queries } = opened.database;
    const before = [
      await city.cases.releases.find(queries, release.id),
      await city.cases.releases.versions(queries, release.id),
      await city.cases.signatures.of(queries, release.id),
    ];
    for (const seq of [null, 1, 2]) await keep(release.id, `第${seq ?? 0}句。`, seq, release.revision);
    expect([
      await city.cases.releases.find(queries, release.id),
      await city.cases.releases.versions(queries, release.id),
      await city.cases.signatures.of(queries, release.id),
    ]).toEqual(before);
    expect((await kept(release.id)).copy).toMatchObject({
      seq: 3,
      draft: { blocks: blocksFromText('第2句。') },
    });
    expect(await kept(release.id, deputy)).toEqual({ copy: null });
  });

  test('is gone once it is saved, and a saving that is refused leaves it', async () => {
    const { release } = await aRelease(city).drafted();
    await keep(release.id, '改了一句。', null, release.revision);
    const saving = (expectedRevision: number) =>
      city.cases.revise.perform(release.id, { expectedRevision, draft: typed('改了一句。') }, drafter);
    expect(await refused(saving(release.revision + 1))).toEqual(['stale']);
    expect((await kept(release.id)).copy).not.toBeNull();
    await saving(release.revision);
    expect(await kept(release.id)).toEqual({ copy: null });
  });

  test('of a release that is not stored yet takes no number, and is gone once it is created', async () => {
    const numbers = async () =>
      (await city.cases.listing.page(opened.database.queries, { all: true }, { page: 1, pageSize: 1 })).total;
    const before = await numbers();
    await keep(null, '新写的。', null, null);
    expect(await numbers()).toBe(before);
    expect((await kept(null)).copy?.draft.blocks).toEqual(blocksFromText('新写的。'));
    await city.cases.create.perform(typed('新写的。'), drafter);
    expect(await kept(null)).toEqual({ copy: null });
  });

  test('is not overwritten by another window of the same person, who is told', async () => {
    const { release } = await aRelease(city).drafted();
    await keep(release.id, '左窗。', null);
    await keep(release.id, '左窗又一句。', 1);
    expect(await refused(keep(release.id, '右窗。', 1))).toEqual(['copyOvertaken']);
    expect(await refused(keep(release.id, '右窗。', null))).toEqual(['copyOvertaken']);
    expect((await kept(release.id)).copy?.draft.blocks).toEqual(blocksFromText('左窗又一句。'));
  });

  test('a colleague who saved meanwhile is named at the next keeping', async () => {
    const { release } = await aRelease(city).drafted();
    const { revision } = release;
    expect((await keep(release.id, '我写的。', null, revision)).stored).toMatchObject({ revision });
    await city.cases.revise.perform(
      release.id,
      { expectedRevision: revision, draft: typed('同事写的。') },
      deputy,
    );
    const { stored } = await keep(release.id, '我又写的。', 1, revision);
    expect(stored).toMatchObject({ by: '李四' });
    expect(stored?.revision).toBeGreaterThan(revision);
  });

  test('may be half an address and no title, and never becomes a version in that state', async () => {
    const { release } = await aRelease(city).drafted();
    const draft = { ...typed('一句。'), title: '', recipients: ['半个地址@'] };
    await city.cases.drafting.keep.perform(
      release.id,
      { expectedSeq: null, baseRevision: 1, draft },
      drafter,
    );
    expect((await kept(release.id)).copy?.draft).toMatchObject({ title: '', recipients: ['半个地址@'] });
  });

  test('is not kept by who may not save: another organ’s drafter, or after it was released or withdrawn', async () => {
    const { release } = await aRelease(city).drafted();
    const stranger = await city.actor('transport', 'reviewer');
    const keeping = { expectedSeq: null, baseRevision: 1, draft: typed('一句。') };
    expect(await refused(city.cases.drafting.keep.perform(release.id, keeping, stranger))).toEqual([
      'lacksRole',
    ]);
    await city.cases.withdraw.perform(release.id, '不发了', drafter);
    expect(await refused(keep(release.id, '一句。', null))).toEqual(['wrongState']);
  });

  test('is thrown away after a month', async () => {
    const { release } = await aRelease(city).drafted();
    await keep(release.id, '一句。', null);
    city.clock.travel(keptDays * 86_400_000 + 1);
    expect(await kept(release.id)).toEqual({ copy: null });
  });

  test('two drafters with one release open see each other until one leaves or falls silent', async () => {
    const { release } = await aRelease(city).drafted();
    const tell = async (who: Actor) =>
      (await city.cases.drafting.tell.perform(release.id, who)).others.map(({ name }) => name);
    expect(await tell(drafter)).toEqual([]);
    expect(await tell(deputy)).toEqual([drafter.name]);
    expect(await tell(drafter)).toEqual(['李四']);
    await city.cases.drafting.tell.leave(release.id, deputy);
    expect(await tell(drafter)).toEqual([]);
    await tell(deputy);
    city.clock.travel(seenWithinMs + 1);
    expect(await tell(drafter)).toEqual([]);
  });
});
