import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { json } from '@koujing/database';
import { aCity } from '../../../test/support/a-city.js';
import { aLedger } from '../../../test/support/a-ledger.js';
import { aRelease } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { StoredPublishedIndex } from './published-index.sql.js';

onEachEngine('pictures in the portal’s folder', (open) => {
  let opened: TestDatabase;
  let index: StoredPublishedIndex;
  let releaseId: string;
  const [live, sent, foreign] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [
    string,
    string,
    string,
  ];
  const at = new Date('2026-11-23T08:00:00Z');

  beforeAll(async () => {
    opened = await open();
    const { release } = await aRelease(await aCity(opened.database)).drafted();
    releaseId = release.id;
    const { queries } = opened.database;
    await aLedger(queries, releaseId, [
      { account: 'portal', channel: 'portal', operation: 'send', state: 'sending' },
    ]);
    await queries
      .updateTable('rendition')
      .set({ body: json({ assets: [sent] }) })
      .execute();
    index = new StoredPublishedIndex(opened.database, 'portal');
    const entry = {
      ...{
        releaseId: 'shown',
        version: 1,
        path: 'r/shown.html',
        title: '通告',
        summary: '',
        organ: '水务局',
      },
      ...{ organs: ['水务局'], column: '通知公告', publishedAt: at, updatedAt: at },
    };
    const rendition = { channel: 'portal', template: 't', parts: {}, slots: [], assets: [live] };
    await index.record({ entry, rendition }, () => []);
  });
  afterAll(() => opened.drop());

  const known = async () => [...(await index.knownAssets([live, sent, foreign]))].toSorted();

  test('are ours while a live page shows them, or a release with them is on its way or was given up', async () => {
    const inState = async (state: string) => {
      await opened.database.queries.updateTable('delivery').set({ state }).execute();
      return known();
    };
    expect(await inState('sending')).toEqual([live, sent]);
    expect(await inState('rejected')).toEqual([live, sent]);
    // Out, and not among what its page shows; taken down, and put back by hand.
    expect(await inState('verified')).toEqual([live]);
    expect(await inState('withdrawn')).toEqual([live]);
    // Still to be taken away: it stands there, and nobody put it back.
    const owed = await index.owe([{ kind: 'asset', sha256: sent }]);
    expect(await known()).toEqual([live, sent]);
    await index.settle(owed);
    expect(await known()).toEqual([live]);
  });
});
