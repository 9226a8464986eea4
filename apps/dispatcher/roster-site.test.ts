import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DiskFiles, type AmissFile } from '@koujing/channel';
import { portalSettings } from '@koujing/channels/portal';
import { AccountStore, SecretBox } from '@koujing/dispatch';
import type { RosterPublication } from '@koujing/roster';
import { emptyHouse } from '../../test/support/empty-house.js';
import { PortalRosterSite } from './roster-site.js';

const list: RosterPublication = {
  ...{ id: 'list', year: 2026, digest: 'd', publishedBy: 'clerk', pageWrittenAt: null },
  publishedAt: new Date('2026-11-23T02:00:00Z'),
  organs: [
    {
      organ: '滨海市水务局',
      entries: [{ post: 'spokesperson', name: '市水务局发言人', title: '副局长' }],
    },
  ],
};

test('page and table show a list as they were written, and no longer once one of them was touched (Art.9)', async () => {
  const database = await emptyHouse();
  const root = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  const accounts = new AccountStore(new SecretBox(randomBytes(32)));
  const settings = portalSettings.parse({
    ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
  });
  const account = {
    id: 'portal',
    organId: null,
    channel: 'portal',
    name: '门户',
    secrets: {},
    enabled: true,
  };
  try {
    await accounts.save(database.queries, { ...account, settings });
    const told: string[] = [];
    const file = () => readFile(join(root, 'roster.csv'), 'utf8');
    const drifts = {
      touched: async (accountId: string, amiss: readonly AmissFile[]) => {
        for (const { path, shown } of amiss) told.push(`${accountId} ${path} ${shown?.text} ${await file()}`);
      },
    };
    const site = new PortalRosterSite({
      ...{ database, accounts, files: new DiskFiles(), drifts },
    });
    expect(await site.shows(list)).toBe(false);
    await site.write(list);
    expect(await site.shows(list)).toBe(true);
    expect(await site.shows({ ...list, year: 2027 })).toBe(false);
    await site.write({ ...list, year: 2027 });
    expect(told).toEqual([]);
    await writeFile(join(root, 'roster.csv'), '博彩');
    expect(await site.shows(list)).toBe(false);
    await site.write(list);
    // Told while it still stood there, and only then mended.
    expect(told).toEqual(['portal roster.csv 博彩 博彩']);
    expect(await file()).not.toContain('博彩');
    expect(await site.shows(list)).toBe(true);
  } finally {
    await database.close();
    await rm(root, { recursive: true });
  }
});
