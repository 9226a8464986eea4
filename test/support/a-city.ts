import { type Actor, type Role } from '@koujing/access';
import type { Database } from '@koujing/database';
import { secretBoxFrom } from '@koujing/dispatch';
import { TravellingClock } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import { PlainRenditions, type RenditionSource } from '@koujing/release';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { authorisationCasesOf, type AuthorisationCases } from '../../apps/dispatcher/authorisation-cases.js';
import { useCasesOf, type UseCases } from '../../apps/dispatcher/use-cases.js';

/** A small city on an empty database: organs, one person for each role in each, and every use case up to sign-off. */
export interface City {
  readonly cases: UseCases;
  readonly authorisation: AuthorisationCases;
  readonly clock: TravellingClock;
  /** `actor('water', 'drafter')` */
  actor(organId: string, role: Desk): Promise<Actor>;
}

export const organ = (id: string, name: string, changes: Partial<Organ> = {}): Organ => ({
  id,
  name,
  shortName: name,
  aliases: [],
  kind: 'governmentDepartment',
  level: 'city',
  area: '',
  parentId: null,
  remit: [],
  releaseUnit: '办公室',
  isOffice: false,
  ...changes,
});

const organs = [
  organ('office', '滨海市人民政府新闻办公室', { isOffice: true, remit: ['新闻发布'] }),
  organ('transport', '滨海市交通运输局', { aliases: ['市交通局'] }),
  organ('emergency', '滨海市应急管理局', { aliases: ['市应急局'] }),
  organ('water', '滨海市水务局', { aliases: ['市水务局'] }),
];

/** Whoever sits in an organ: one for each role, and two more where a chain asks for different persons. */
export type Desk = Role | 'secondReviewer' | 'deputy';

/** The one who approves is the organ's main leader, as in most small organs; `settle` says so. */
const roles: readonly Role[] = ['drafter', 'coSigner', 'reviewer', 'confidentialityReviewer', 'approver'];

export const aCity = async (
  database: Database,
  renditions: RenditionSource = new PlainRenditions(),
  rules = 'measures',
): Promise<City> => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  const cases = useCasesOf({
    database,
    clock,
    renditions,
    rules: loadCityRules(rules),
    numberPrefix: '滨新发',
    consoleUrl: 'http://127.0.0.1:3000',
    mailDomain: 'koujing.example',
    box: secretBoxFrom(Buffer.alloc(32, 7).toString('base64')),
  });
  for (const each of organs) await cases.organs.save(database.queries, each);
  for (const { id } of organs) for (const role of roles) await settle(cases, `${id}-${role}`, id, role);
  for (const { id } of organs) await settleMore(cases, id);
  await settle(cases, 'office-coordinator', 'office', 'coordinator');
  const actor = async (organId: string, role: Desk): Promise<Actor> => {
    const found = await cases.people.actor(database.queries, `${organId}-${role}`);
    if (found === null) throw new Error(`nobody is ${role} in ${organId}`);
    return { ...found, provedAt: clock.now() };
  };
  return { cases, authorisation: authorisationCasesOf(cases), clock, actor };
};

const settle = async (cases: UseCases, id: string, organId: string, role: Role): Promise<void> => {
  const { queries } = cases.database;
  const email = `${id}@binhai.example`;
  await cases.people.save(queries, { id, username: id, name: id, email, passwordHash: '', disabled: false });
  await cases.people.grant(queries, { personId: id, organId, role });
  if (role === 'approver')
    await cases.people.grant(queries, { personId: id, organId, role: 'principalLeader' });
};

/** A deputy reviews for the leader and approves only what he was authorised for. */
const settleMore = async ({ people, database }: UseCases, organId: string): Promise<void> => {
  const { queries } = database;
  for (const [desk, role] of [
    ['secondReviewer', 'reviewer'],
    ['deputy', 'approver'],
  ] as const) {
    const id = `${organId}-${desk}`;
    await people.save(queries, {
      ...{ id, username: id, name: id, email: '', passwordHash: '', disabled: false },
    });
    await people.grant(queries, { personId: id, organId, role });
  }
};
