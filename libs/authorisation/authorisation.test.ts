import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { authorisationInputSchema, delegationInputSchema } from './authorisation.api.js';

const codes = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code);
    throw error;
  }
  return [];
};

onEachEngine('who speaks for whom', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: City['authorisation'];

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = city.authorisation;
    await settle('deputy', 'approver');
    await settle('colleague', 'drafter');
    await settle('office-admin', 'administrator', 'office');
  });
  afterAll(() => opened.drop());

  const settle = async (id: string, role: Role, organId = 'transport'): Promise<void> => {
    const { people } = city.cases;
    const person = { id, username: id, name: id, email: '', passwordHash: '', disabled: false };
    await people.save(opened.database.queries, person);
    await people.grant(opened.database.queries, { personId: id, organId, role });
  };
  const actor = async (id: string): Promise<Actor> => {
    const found = await city.cases.people.actor(opened.database.queries, id);
    if (found === null) throw new Error(id);
    return { ...found, provedAt: city.clock.now() };
  };
  const term = (fromDays: number, toDays: number) => {
    const at = (days: number) => new Date(city.clock.now().getTime() + days * 86_400_000).toISOString();
    return { from: at(fromDays), to: at(toDays) };
  };
  const granting = (changes: object = {}) =>
    authorisationInputSchema.parse({
      ...{ organId: 'transport', granteeId: 'deputy', ...term(0, 30), ...changes },
    });
  const approving = async (changes: Parameters<ReturnType<typeof aRelease>['with']>[0] = {}) => {
    const { release, version } = await aRelease(city).with(changes).reviewed();
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    return codes(city.cases.approve.perform(approval, await actor('deputy')));
  };
  const leader = () => city.actor('transport', 'approver');

  test('a responsible person approves within the leader’s authorisation, and the signature names it (Art.14)', async () => {
    expect(await approving()).toEqual(['notAuthorised']);
    const id = await cases.grant.perform(granting({ kinds: ['routine'] }), await leader());
    const { release, version } = await aRelease(city).reviewed();
    const approval = { releaseId: release.id, digest: version.digest, note: '' };
    await city.cases.approve.perform(approval, await actor('deputy'));
    const signatures = await city.cases.signatures.of(opened.database.queries, release.id);
    expect(signatures.find(({ step }) => step === 'contentApproval')).toMatchObject({
      personId: 'deputy',
      authorisationId: id,
    });
    expect(await approving({ kind: 'hotTopic' })).toEqual(['authorisationTooNarrow']);
    await cases.revoke.perform(id, '分工调整', await leader());
  });

  test('an authorisation for a subject reaches the releases whose title is about it (Art.5(6))', async () => {
    const id = await cases.grant.perform(granting({ subjects: ['道路施工'] }), await leader());
    expect(await approving({ title: '滨河路道路施工期间绕行的通告' })).toEqual([]);
    expect(await approving({ title: '关于公交票价听证会的通告' })).toEqual(['authorisationTooNarrow']);
    await cases.revoke.perform(id, '分工调整', await leader());
    const other = await cases.grant.perform(granting({ subjects: ['疫苗接种'] }), await leader());
    expect(await approving()).toEqual(['authorisationTooNarrow']);
    await cases.revoke.perform(other, '分工调整', await leader());
  });

  test('a revoked, an expired and a future authorisation carry nothing at the instant of approval (Art.5(6))', async () => {
    const id = await cases.grant.perform(granting(), await leader());
    expect(await approving()).toEqual([]);
    await cases.revoke.perform(id, '到龄', await leader());
    expect(await approving()).toEqual(['authorisationNotInForce']);
    expect(await codes(cases.revoke.perform(id, '再撤', await leader()))).toEqual(['termOver']);
    await cases.grant.perform(granting(term(0, 1)), await leader());
    city.clock.travel(2 * 86_400_000);
    expect(await approving()).toEqual(['authorisationNotInForce']);
    await cases.grant.perform(granting(term(5, 10)), await leader());
    expect(await approving()).toEqual(['authorisationNotInForce']);
  });

  test('only the leader of the organ grants, or the office’s administrator in the leader’s name', async () => {
    expect(await codes(cases.grant.perform(granting(), await actor('colleague')))).toEqual(['lacksRole']);
    expect(await codes(cases.grant.perform(granting(), await city.actor('water', 'approver')))).toEqual([
      'lacksRole',
    ]);
    const admin = await actor('office-admin');
    expect(await codes(cases.grant.perform(granting(), admin))).toEqual(['grantorIsNoLeader']);
    const id = await cases.grant.perform(granting({ grantorId: 'transport-approver' }), admin);
    expect(await cases.show.authorisation(id, admin)).toMatchObject({
      grantor: { id: 'transport-approver' },
      recordedBy: { id: 'office-admin' },
      state: 'inForce',
    });
  });

  test('a grantee of another organ, the leader himself and a term too long are refused by field and limit', async () => {
    const stranger = granting({ granteeId: 'water-drafter' });
    expect(await codes(cases.grant.perform(stranger, await leader()))).toEqual(['notOfOrgan']);
    const himself = granting({ granteeId: 'transport-approver' });
    expect(await codes(cases.grant.perform(himself, await leader()))).toEqual(['granteeIsLeader']);
    expect(await codes(cases.grant.perform(granting(term(0, 400)), await leader()))).toEqual(['termTooLong']);
    expect(await codes(cases.grant.perform(granting(term(3, 2)), await leader()))).toEqual([
      'endsBeforeStart',
    ]);
  });

  test('the list keeps what ended, by state, and strangers see none of it', async () => {
    const query = { page: 1, pageSize: 200 };
    const all = await cases.show.authorisations(query, await leader());
    expect(new Set(all.items.map(({ state }) => state))).toEqual(
      new Set(['inForce', 'revoked', 'expired', 'pending']),
    );
    const revoked = await cases.show.authorisations({ ...query, state: 'revoked' }, await leader());
    expect(revoked.items.every(({ revokeReason }) => revokeReason !== null)).toBe(true);
    const strange = await cases.show.authorisations(query, await city.actor('water', 'approver'));
    expect(strange.total).toBe(0);
    const office = await cases.show.authorisations(query, await actor('office-admin'));
    expect(office.total).toBe(all.total);
  });

  test('a reviewer’s desk is held by a colleague for the term, and the signature says whose', async () => {
    const delegation = delegationInputSchema.parse({
      ...{ organId: 'transport', role: 'confidentialityReviewer', toPersonId: 'deputy', ...term(0, 5) },
      reason: '出差',
    });
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const id = await cases.delegate.perform(delegation, reviewer);
    const { release } = await aRelease(city).reviewedBy(await actor('deputy'));
    const signatures = await city.cases.signatures.of(opened.database.queries, release.id);
    expect(signatures).toMatchObject([
      { step: 'confidentialityReview', personId: 'deputy', onBehalfOf: 'transport-confidentialityReviewer' },
    ]);
    await cases.revokeDelegation.perform(id, '已返回', reviewer);
    expect(await codes(aRelease(city).reviewedBy(await actor('deputy')))).toEqual(['lacksRole']);
  });

  test('who lost the role has no desk to hand on', async () => {
    const { people } = city.cases;
    const { queries } = opened.database;
    const grant = { personId: 'colleague', organId: 'transport', role: 'confidentialityReviewer' } as const;
    await people.grant(queries, grant);
    const delegation = delegationInputSchema.parse({
      ...{ organId: 'transport', role: 'confidentialityReviewer', toPersonId: 'deputy', ...term(0, 5) },
      reason: '出差',
    });
    await cases.delegate.perform(delegation, await actor('colleague'));
    await people.revoke(queries, grant);
    expect(await codes(aRelease(city).reviewedBy(await actor('deputy')))).toEqual(['lacksRole']);
  });

  test('whoever authorises or delegates is shown who serves in the organ, and a stranger sees no organ’s desk', async () => {
    const leader = await city.actor('transport', 'approver');
    const own = await cases.desk.perform('transport', leader);
    expect(own.leads).toBe(true);
    expect(own.actions.grant.reasons).toEqual([]);
    expect(own.actions.delegate.reasons.map(({ code }) => code)).toEqual(['lacksRole']);
    expect(own.persons.find(({ id }) => id === 'transport-approver')?.roles).toContain('principalLeader');
    expect(own.persons.every(({ id }) => !id.startsWith('water'))).toBe(true);
    const reviewer = await city.actor('transport', 'confidentialityReviewer');
    const desk = await cases.desk.perform('transport', reviewer);
    expect(desk).toMatchObject({ leads: false, desks: ['confidentialityReviewer'] });
    expect(desk.actions.grant.reasons.map(({ code }) => code)).toEqual(['lacksRole']);
    const stranger = await city.actor('water', 'approver');
    expect(await codes(cases.desk.perform('transport', stranger))).toEqual(['unknownOrgan']);
  });

  test('the approval is not among the desks that can be handed on (Art.14)', () => {
    const approval = {
      organId: 'transport',
      role: 'approver',
      toPersonId: 'deputy',
      ...term(0, 5),
      reason: '出差',
    };
    expect(delegationInputSchema.safeParse(approval).success).toBe(false);
  });
});
