import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Role } from '@koujing/access';
import { SealEntries } from '@koujing/audit';
import { auditQuerySchema, type AuditPage } from '../../libs/audit/audit.api.js';
import { actWords, wordsOfAct } from '../../libs/audit/act-words.js';
import { aCity, type City } from '../support/a-city.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const who = (role: Role, organId: string | null, office = false): Actor => ({
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role, organId, office }],
});
const auditor = who('auditor', 'office', true);

onEachEngine('the record of who did what', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await aRelease(city).by('water').with({ title: '城区供水恢复' }).drafted();
    city.clock.travel(86_400_000);
    await aRelease(city).by('transport').with({ title: '地铁调整运营' }).drafted();
    await city.cases.audit.record(opened.database.queries, {
      ...{ actor: 'system:gate', action: 'release.held', subjectKind: 'release', subjectId: '=1+1' },
      detail: { reasons: ['=HYPERLINK("http://x")'] },
    });
    const seal = new SealEntries(opened.database);
    while ((await seal.perform()) > 0);
  });
  afterAll(() => opened.drop());

  const page = (query: Record<string, string> = {}, actor = auditor): Promise<AuditPage> =>
    city.cases.showRecord.page(auditQuerySchema.parse(query), actor);
  const told = ({ items }: AuditPage) => items.map(({ sentence }) => sentence.zh);

  test('every entry is a sentence in both languages, with its place in the chain', async () => {
    const { items } = await page({ act: 'release.create' });
    expect(items.map(({ sentence }) => sentence)).toEqual([
      {
        zh: expect.stringMatching(/^transport-drafter起草了发布稿“.*地铁调整运营”。$/u),
        en: expect.stringMatching(/^transport-drafter drafted the release “.*地铁调整运营”\.$/u),
      },
      expect.objectContaining({ zh: expect.stringContaining('城区供水恢复') }),
    ]);
    expect(items[0]).toMatchObject({
      seal: { sequence: expect.any(Number) },
      subject: { link: /releases/u },
    });
  });

  test('filters ask by person, organ, act, thing and day', async () => {
    expect(told(await page({ who: 'water-drafter' }))).toEqual([expect.stringContaining('城区供水')]);
    expect(told(await page({ organ: 'water' }))).toEqual([expect.stringContaining('城区供水')]);
    expect(told(await page({ thing: '供水恢复' }))).toEqual([expect.stringContaining('城区供水')]);
    expect(told(await page({ who: 'system' }))).toEqual([expect.stringContaining('系统（发布关口）')]);
    expect(told(await page({ act: 'release', to: '2026-11-23' }))).toHaveLength(1);
    expect(told(await page({ act: 'release', from: '2026-11-24' }))).toHaveLength(2);
    expect(told(await page({ thing: '100%' }))).toEqual([]);
  });

  test('pages go on where they stopped, whatever is written meanwhile, and back again', async () => {
    const first = await page({ pageSize: '2' });
    await city.cases.audit.record(opened.database.queries, {
      ...{ actor: 'system:gate', action: 'release.held', subjectKind: 'release', subjectId: 'later' },
    });
    const second = await page({ pageSize: '2', before: first.older ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(second.older).toBeNull();
    const back = await page({ pageSize: '2', after: second.newer ?? '' });
    expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
    expect(back.newer).not.toBeNull();
  });

  test("an organ's administrator reads what is that organ's, and does not verify the chain of the city", async () => {
    const own = await page({}, who('administrator', 'water'));
    expect(own).toMatchObject({ ownOnly: true, chain: { faultEntry: null } });
    expect(told(own)).toEqual([expect.stringContaining('城区供水')]);
    expect(own.actions.verify.reasons[0]?.code).toBe('recordOfOffice');
    await expect(city.cases.showRecord.verify(who('administrator', 'water'), false)).rejects.toThrow(
      '新闻办',
    );
    expect(told(await page({ organ: 'transport' }, who('administrator', 'water')))).toEqual([]);
    await expect(page({}, who('drafter', 'office', true))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a fault is told with the sentence of its entry', async () => {
    const { queries } = opened.database;
    const seal = queries.updateTable('audit_entry').where('seal_seq', '=', 1);
    await seal.set({ action: 'release.publish' }).execute();
    const broken = await city.cases.showRecord.verify(auditor, true);
    expect(broken).toMatchObject({ fault: { kind: 'altered', sequence: 1 }, verified: 0 });
    expect(broken.faultEntry?.sentence.zh).toContain('发布了');
    await seal.set({ action: 'release.create' }).execute();
    expect(await city.cases.showRecord.verify(auditor, true)).toMatchObject({ fault: null, done: true });
  });

  test('the exported table holds what the filters show, runs no formula, and ends with the hash of the last entry', async () => {
    const { items } = await page({ act: 'release' });
    const head = items.find(({ seal }) => seal !== null)?.seal;
    const lines = (await city.cases.exportRecord.perform({ act: 'release' }, auditor)).trim().split('\r\n');
    expect(lines).toHaveLength(1 + items.length + 3);
    expect(lines.at(-1)).toBe(`"最后一条已封存记录的哈希","${head?.hash ?? ''}"`);
    expect(lines.join('\n')).toContain(`"'=1+1"`);
    expect(told(await page({ act: 'audit.export' }))[0]).toContain('导出了审计记录');
  });
});

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

test('every act that the house records has words', () => {
  const named = [...sources('libs'), ...sources('apps')].flatMap((source) =>
    [...source.matchAll(/\baction: '([a-zA-Z]+(?:\.[a-zA-Z]+)+)'/gu)].map(([, action = '']) => action),
  );
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter((action) => actWords[action] === undefined)).toEqual([]);
  expect(wordsOfAct('signature.confirmation.return').zh).toBe('会签退回了');
});
