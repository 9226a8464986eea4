import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import { checklistOf } from './checklist.js';
import { inForce } from './signature.js';
import type { Role } from '@koujing/access';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

type Verb =
  'submit' | 'review' | 'confirm' | 'approve' | 'return' | 'edit' | 'editBack' | 'release' | 'withdraw';
interface Step {
  readonly verb: Verb;
  readonly organId: string;
  readonly role: Role;
  /** Acts on what it saw at the very beginning. */
  readonly onOldDigest: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom<Verb>(
    ...(['submit', 'submit', 'review', 'review', 'confirm', 'approve', 'approve', 'return', 'edit'] as const),
    ...(['editBack', 'release', 'release', 'withdraw'] as const),
  ),
  organId: fc.constantFrom('transport', 'transport', 'transport', 'water'),
  role: fc.constantFrom<Role>('drafter', 'drafter', 'coSigner', 'confidentialityReviewer', 'approver'),
  onOldDigest: fc.boolean(),
});

/** What is refused is refused; the walk goes on. */
const tried = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
};

onEachEngine('any sequence of actions', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    // One person holds every role: even they must not pass alone.
    for (const role of ['drafter', 'confidentialityReviewer', 'approver'] as const)
      await city.cases.people.grant(opened.database.queries, {
        personId: 'transport-drafter',
        organId: 'transport',
        role,
      });
  });
  afterAll(() => opened.drop());

  test('publishes nothing that others have not reviewed, confirmed and approved in this very content', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 8, maxLength: 20 }),
        fc.boolean(),
        async (steps, joint) => {
          const builder = aRelease(city).with(joint ? { jointOrganIds: ['water'] } : {});
          const { release, version } = await builder.drafted();
          for (const each of steps) await tried(act(city, release.id, version.digest, each));
          await wentOut(city, release.id);
        },
      ),
      { numRuns: 15 },
    );
    // Random walks seldom reach the end; the straight way must.
    const { release } = await aRelease(city).approved();
    expect(await releaseNow(city, release.id)).toBe(true);
    expect(await wentOut(city, release.id)).toBe(true);
  });
});

const act = async (
  city: City,
  id: string,
  firstDigest: string,
  { verb, organId, role, onOldDigest }: Step,
) => {
  const { cases } = city;
  const { queries } = cases.database;
  const actor = await city.actor(organId, role);
  const release = await cases.releases.find(queries, id);
  const version = await cases.releases.version(queries, id, release?.version ?? 1);
  const digest = onOldDigest ? firstDigest : (version?.digest ?? '');
  const signing = { releaseId: id, digest, note: '' };
  const items = Object.fromEntries(checklistOf('routine').map(({ item }) => [item, true]));
  const draft = { ...aRelease(city).draft(), jointOrganIds: [...(release?.jointOrganIds ?? [])] };
  const edited = { ...draft, blocks: blocksFromText('12月6日23时至次日5时，滨河路全幅封闭养护，请绕行。') };
  const expectedRevision = release?.revision ?? 0;
  switch (verb) {
    case 'submit':
      return cases.submit.perform(id, digest, actor);
    case 'review':
      return cases.review.perform({ ...signing, items }, actor);
    case 'confirm':
      return cases.confirm.perform(signing, actor);
    case 'approve':
      return cases.approve.perform(signing, actor);
    case 'return':
      return cases.return.perform({ ...signing, note: '请再核实' }, actor);
    case 'edit':
      return cases.revise.perform(id, { expectedRevision, draft: edited }, actor);
    case 'editBack':
      return cases.revise.perform(id, { expectedRevision, draft }, actor);
    case 'release':
      return releaseNow(city, id);
    case 'withdraw':
      return role === 'drafter' && onOldDigest ? cases.withdraw.perform(id, '不再需要', actor) : undefined;
  }
};

/** If it is out, it carries every signature that it needs, by others than its drafters, on its current digest. */
const wentOut = async (city: City, id: string): Promise<boolean> => {
  const { queries } = city.cases.database;
  const release = await city.cases.releases.find(queries, id);
  if (release?.state !== 'released') return false;
  const version = await city.cases.releases.version(queries, id, release.version);
  const drafters = await city.cases.releases.drafters(queries, id);
  const signatures = (await city.cases.signatures.of(queries, id)).filter((signature) =>
    inForce(signature, version?.digest ?? ''),
  );
  const steps = new Set(signatures.map(({ step: signed, organId }) => `${signed}:${organId}`));
  expect(steps.has('confidentialityReview:transport')).toBe(true);
  expect(steps.has('contentApproval:transport')).toBe(true);
  for (const organId of release.jointOrganIds) expect(steps.has(`confirmation:${organId}`)).toBe(true);
  for (const { personId } of signatures) expect(drafters.has(personId)).toBe(false);
  return true;
};
