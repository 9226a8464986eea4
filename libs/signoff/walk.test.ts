import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksFromText } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import type { Actor, Role } from '@koujing/access';
import type { ReleaseDraft } from '../release/release.api.js';
import { authorisationInputSchema } from '../authorisation/authorisation.api.js';
import { checklistFor } from './checklist.js';
import { inForce, type Signature, type SignatureStep } from './signature.js';
import { reviewStepSchema } from './signoff.api.js';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const verbs = [
  ...([
    'submit',
    'submit',
    'review',
    'review',
    'firstReview',
    'secondReview',
    'finalReview',
    'confirm',
  ] as const),
  ...(['approve', 'approve', 'superior', 'sendUp', 'takeBack', 'return', 'edit', 'editBack'] as const),
  ...(['release', 'release', 'withdraw', 'authorise', 'revoke'] as const),
] as const;

interface Step {
  readonly verb: (typeof verbs)[number];
  readonly person: string;
  /** Acts on what it saw at the very beginning. */
  readonly onOldDigest: boolean;
}

/** Whoever is around, also the one who holds every role and the deputy whom the leader may authorise. */
const persons = [
  ...(['drafter', 'coSigner', 'reviewer', 'confidentialityReviewer', 'approver'] as const).map(
    (role) => `transport-${role}`,
  ),
  ...['transport-deputy', 'transport-second', 'water-coSigner', 'water-approver', 'office-approver'],
];

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...verbs),
  person: fc.constantFrom(...persons),
  onOldDigest: fc.boolean(),
});

/** The straight way through every chain; what a chain does not ask for is refused. */
const straight = [
  ['submit', 'transport-drafter'],
  ['firstReview', 'transport-reviewer'],
  ['secondReview', 'transport-second'],
  ['finalReview', 'transport-deputy'],
  ['review', 'transport-confidentialityReviewer'],
  ['sendUp', 'transport-approver'],
  ['approve', 'transport-approver'],
  ['superior', 'office-approver'],
  ['release', 'transport-approver'],
] as const;

/** Pure chance seldom reaches the end; these walks go the straight way with something thrown in between. */
const disturbed: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.option(step, { freq: 2 }), { minLength: 9, maxLength: 9 })
  .map((noise) =>
    straight.flatMap(([verb, person], index) => [
      ...(noise[index] ? [noise[index]] : []),
      { verb, person, onOldDigest: false },
    ]),
  );

/** What is refused is refused; the walk goes on. */
const tried = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
};

/** The steps that each rules file asks of an ordinary release; the tests must not ask the code under test. */
const asked: Readonly<Record<'measures' | 'guizhou', readonly SignatureStep[]>> = {
  measures: ['confidentialityReview', 'contentApproval'],
  guizhou: ['firstReview', 'secondReview', 'finalReview', 'confidentialityReview', 'contentApproval'],
};

for (const rules of ['measures', 'guizhou'] as const)
  onEachEngine(`any sequence of actions under the ${rules} file`, (open) => {
    let opened: TestDatabase;
    let city: City;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, rules);
      // One person holds every role: even they must not pass alone.
      for (const role of ['confidentialityReviewer', 'reviewer', 'approver', 'principalLeader'] as const)
        await settle('transport-drafter', role);
      await settle('transport-deputy', 'approver');
      await settle('transport-second', 'reviewer');
    });
    afterAll(() => opened.drop());

    const settle = async (id: string, role: Role): Promise<void> => {
      const { people } = city.cases;
      if ((await people.find(opened.database.queries, id)) === null)
        await people.save(opened.database.queries, {
          ...{ id, username: id, name: id, email: '', passwordHash: '', disabled: false },
        });
      await people.grant(opened.database.queries, { personId: id, organId: 'transport', role });
    };

    test('publishes nothing that others have not reviewed, confirmed and approved in this very content (Art.14, 39(6))', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.array(step, { minLength: 8, maxLength: 24 }), disturbed),
          fc.boolean(),
          async (steps, joint) => {
            const builder = aRelease(city).with(joint ? { jointOrganIds: ['water'] } : {});
            const { release, version } = await builder.drafted();
            const walk = new Walk(city, release.id, version.digest);
            for (const each of steps) {
              await walk.step(each);
              await walk.expectVoidedExactly();
            }
            await wentOut(city, release.id, rules);
          },
        ),
        { numRuns: 12 },
      );
    });

    test('the straight way through the chain ends before the public', async () => {
      const { release, version } = await aRelease(city).drafted();
      const walk = new Walk(city, release.id, version.digest);
      for (const [verb, person] of straight) await walk.step({ verb, person, onOldDigest: false });
      expect(await wentOut(city, release.id, rules)).toBe(true);
    });
  });

/** One release and what was done to it. */
class Walk {
  #digest: string;

  constructor(
    private readonly city: City,
    private readonly id: string,
    private readonly firstDigest: string,
  ) {
    this.#digest = firstDigest;
  }

  /** A signature is void exactly when what it was given for is no longer the content, or the release was sent back. */
  async expectVoidedExactly(): Promise<void> {
    const { cases } = this.city;
    const { queries } = cases.database;
    const release = await cases.releases.find(queries, this.id);
    if (release === null || release.releasedVersion !== null) return;
    const version = await cases.releases.version(queries, this.id, release.version);
    for (const signature of await cases.signatures.of(queries, this.id)) {
      if (signature.decision === 'return') continue;
      if (signature.digest !== version?.digest) expect(signature.voidedAt).not.toBeNull();
      else if (signature.voidedAt !== null)
        expect(signature.voidReason).toMatch(/^(?:内容已修改|退回|稿件已撤下)/u);
    }
  }

  async step({ verb, person, onOldDigest }: Step): Promise<void> {
    const found = await this.city.cases.people.actor(this.city.cases.database.queries, person);
    if (found === null) throw new Error(person);
    const actor = { ...found, provedAt: this.city.clock.now() };
    const { releases, database } = this.city.cases;
    const release = await releases.find(database.queries, this.id);
    const version = await releases.version(database.queries, this.id, release?.version ?? 1);
    this.#digest = onOldDigest ? this.firstDigest : (version?.digest ?? '');
    const draft = { ...aRelease(this.city).draft(), jointOrganIds: [...(release?.jointOrganIds ?? [])] };
    const revision = { expectedRevision: release?.revision ?? 0, draft };
    await tried(
      this.#textual(verb, actor, revision) ?? this.#signed(verb, actor) ?? this.#ruled(verb, actor),
    );
  }

  #textual(
    verb: Step['verb'],
    actor: Actor,
    revision: { readonly expectedRevision: number; readonly draft: ReleaseDraft },
  ): Promise<unknown> | null {
    const { submit, revise, withdraw } = this.city.cases;
    const edited = blocksFromText('12月6日23时至次日5时，滨河路全幅封闭养护，请绕行。');
    switch (verb) {
      case 'submit':
        return submit.perform(this.id, this.#digest, actor);
      case 'edit':
        return revise.perform(this.id, { ...revision, draft: { ...revision.draft, blocks: edited } }, actor);
      case 'editBack':
        return revise.perform(this.id, revision, actor);
      case 'release':
        return releaseNow(this.city, this.id);
      case 'withdraw':
        return withdraw.perform(this.id, '不再需要', actor);
      default:
        return null;
    }
  }

  #signed(verb: Step['verb'], actor: Actor): Promise<unknown> | null {
    const { cases } = this.city;
    const signing = { releaseId: this.id, digest: this.#digest, note: '' };
    const checklist = checklistFor(cases.rules.signOff, 'routine', 'city');
    const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
    const reviewed = reviewStepSchema.safeParse(verb);
    if (reviewed.success) return cases.reviewText.perform({ ...signing, step: reviewed.data }, actor);
    switch (verb) {
      case 'review':
        return cases.review.perform({ ...signing, items }, actor);
      case 'confirm':
        return cases.confirm.perform(signing, actor);
      case 'approve':
        return cases.approve.perform(signing, actor);
      case 'superior':
        return cases.approveAsSuperior.perform(signing, actor);
      case 'return':
        return cases.return.perform({ ...signing, note: '请再核实' }, actor);
      default:
        return null;
    }
  }

  #ruled(verb: Step['verb'], actor: Actor): Promise<unknown> {
    const referral = { releaseId: this.id, organId: verb === 'sendUp' ? 'office' : null, note: '全局事项' };
    return verb === 'authorise' || verb === 'revoke'
      ? this.#authorised(verb, actor)
      : this.city.cases.sendUp.perform(referral, actor);
  }

  async #authorised(verb: 'authorise' | 'revoke', actor: Actor): Promise<void> {
    const now = this.city.clock.now();
    const term = { from: now.toISOString(), to: new Date(now.getTime() + 86_400_000).toISOString() };
    const input = { organId: 'transport', granteeId: 'transport-deputy', ...term };
    if (verb === 'authorise') {
      await this.city.authorisation.grant.perform(authorisationInputSchema.parse(input), actor);
      return;
    }
    const query = { page: 1, pageSize: 1, state: 'inForce' as const };
    const { items } = await this.city.authorisation.show.authorisations(query, actor);
    for (const { id } of items) await this.city.authorisation.revoke.perform(id, '收回', actor);
  }
}

/** If it is out, it carries every signature that its chain asks for, by others than its drafters, on its current digest. */
const wentOut = async (city: City, id: string, rules: 'measures' | 'guizhou'): Promise<boolean> => {
  const { queries } = city.cases.database;
  const release = await city.cases.releases.find(queries, id);
  if (release?.state !== 'released') return false;
  const version = await city.cases.releases.version(queries, id, release.version);
  const drafters = await city.cases.releases.drafters(queries, id);
  const signatures = (await city.cases.signatures.of(queries, id)).filter((signature) =>
    inForce(signature, version?.digest ?? ''),
  );
  const given = new Set(signatures.map(({ step: signed, organId }) => `${signed}:${organId}`));
  for (const each of asked[rules]) expect(given).toContain(`${each}:transport`);
  for (const organId of release.jointOrganIds) expect(given).toContain(`confirmation:${organId}`);
  if (release.superiorOrganId !== null)
    expect(given).toContain(`superiorApproval:${release.superiorOrganId}`);
  for (const { personId } of signatures) expect(drafters.has(personId)).toBe(false);
  if (rules === 'guizhou') expectDistinct(signatures);
  for (const approval of signatures.filter(({ step: signed }) => signed === 'contentApproval'))
    if (approval.personId === 'transport-deputy') expect(approval.authorisationId).not.toBeNull();
  return true;
};

/** Nobody signs two steps where the chain says so. */
const expectDistinct = (signatures: readonly Signature[]): void => {
  const steps = new Map<string, Set<string>>();
  for (const { personId, step: signed } of signatures)
    steps.set(personId, (steps.get(personId) ?? new Set()).add(signed));
  for (const each of steps.values()) expect(each.size).toBe(1);
};
