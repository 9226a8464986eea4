import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import type { RulingKind } from '../conflict.api.js';
import { ruledFindings } from './ruled-findings.sql.js';
import { tuningOf } from './tuning.js';

onEachEngine('rulings as evidence', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  /** A finding with its rulings, oldest first; `remembered` ones repeat the one before. */
  const seed = async (
    name: string,
    confidence: number,
    ...rulings: readonly (RulingKind | 'remembered')[]
  ): Promise<void> => {
    const { findings, groups, clock } = city.cases;
    const { queries } = opened.database;
    const at = clock.now();
    const question = { keys: [name], releaseIds: [], matter: null, title: name, at };
    const groupId = await groups.groupFor(queries, question);
    const finding = {
      ...({
        id: name,
        key: name,
        groupId,
        kind: 'inconsistent',
        releases: [],
        severity: 'block',
        confidence,
      } as const),
      ...({
        facts: [],
        explanation: '',
        explanationEn: '',
        state: 'ruled',
        factsDigest: name,
        raisedBy: null,
      } as const),
      ...{
        raisedAt: at,
        updatedAt: at,
        closedReason: null,
        closedReasonEn: '',
        notifiedAt: null,
        ruling: null,
      },
    };
    await findings.save(queries, finding, new Map());
    for (const [index, ruling] of rulings.entries())
      await findings.insertRuling(queries, {
        ...{ id: `${name}-${index}`, findingId: name, leadOrganId: null, reason: '', factsDigest: name },
        ruling: ruling === 'remembered' ? 'letStand' : ruling,
        ...{ ruledBy: 'office-coordinator', ruledAt: new Date(at.getTime() + index * 1_000) },
        ...{ basis: [], confidence, attributes: ['deaths'] as const, targetId: null },
        follows: ruling === 'remembered' ? `${name}-${index - 1}` : null,
      });
  };

  test('are counted by the last word of a person on each finding', async () => {
    for (let index = 0; index < 18; index += 1) await seed(`right-${index}`, 0.9, 'preferA');
    for (let index = 0; index < 5; index += 1) await seed(`wrong-${index}`, 0.55, 'notAConflict');
    await seed('reconsidered', 0.9, 'notAConflict', 'letStand');
    await seed('again', 0.9, 'letStand', 'remembered', 'remembered');
    const [all, deaths] = tuningOf(await ruledFindings(opened.database.queries));
    expect(all).toMatchObject({ kind: 'inconsistent', attribute: null, ruled: 25, wrong: 5, letStand: 2 });
    expect(all?.proposal).toMatchObject({ kind: 'raise', threshold: 0.9, spared: 5, lost: 0 });
    expect(deaths).toMatchObject({ attribute: 'deaths', ruled: 25 });
  });

  test('stay as they were after they were read', async () => {
    const before = await opened.database.queries.selectFrom('ruling').selectAll().orderBy('id').execute();
    tuningOf(await ruledFindings(opened.database.queries));
    const after = await opened.database.queries.selectFrom('ruling').selectAll().orderBy('id').execute();
    expect(after).toEqual(before);
  });
});
