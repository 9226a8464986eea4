import type { Actor } from '@koujing/access';
import { conferenceCasesOf, type ConferenceCases } from '../../apps/dispatcher/conference-cases.js';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { type ConferenceView } from '../../libs/conference/conference-view.api.js';
import {
  conferenceInputSchema,
  filingSchema,
  materialKindSchema,
} from '../../libs/conference/conference.api.js';
import { organ, type City } from './a-city.js';
import { anIncident } from './an-incident.js';

export type { ConferenceCases } from '../../apps/dispatcher/conference-cases.js';

/** The rules of a city by the name of their file. */
export const cityRules = loadCityRules;

type Changes = Readonly<Record<string, unknown>>;

/** The conference's verbs on a city; `east` is a county of it, with a drafter and a main leader. */
export const conferencesIn = async (
  city: City,
  options: { readonly rules?: string } = {},
): Promise<ConferenceCases> => {
  const { organs, people, database } = city.cases;
  const hats = { party: '中共滨海市委对外宣传办公室', government: '滨海市人民政府新闻办公室' };
  await organs.save(database.queries, organ('office', hats.government, { isOffice: true, hats }));
  await organs.save(
    database.queries,
    organ('east', '滨海市东港区人民政府', { kind: 'county', level: 'county', area: '东港区' }),
  );
  for (const role of ['drafter', 'approver'] as const) {
    const id = `east-${role}`;
    await people.save(database.queries, {
      ...{ id, username: id, name: id, email: '', passwordHash: '', disabled: false },
    });
    await people.grant(database.queries, { personId: id, organId: 'east', role });
  }
  await people.grant(database.queries, {
    ...{ personId: 'east-approver', organId: 'east', role: 'principalLeader' },
  });
  const rules = loadCityRules(options.rules ?? 'measures');
  const ground = { rules, numberPrefix: '滨新发', consoleUrl: 'http://127.0.0.1:3000' };
  return conferenceCasesOf(city.cases, ground);
};

export const conferenceInput = (changes: Changes = {}) =>
  conferenceInputSchema.parse({
    kind: 'government',
    organId: 'transport',
    theme: '滨河路改造工程进展',
    content: '通报滨河路改造工程进度和冬季通行安排。',
    justification: '关系市民冬季出行，媒体多次询问。',
    startsAt: '2026-12-10T10:00:00+08:00',
    speakers: [
      { name: '发言人甲', post: '副局长', organId: changes['organId'] ?? 'transport', capacity: 'official' },
    ],
    totalMinutes: 45,
    leadMinutes: 12,
    rostrumPersons: 4,
    questionSession: true,
    ...changes,
  });

/** `aConference(city, cases).with({ kind: 'own' }).approved()`: every default is valid. */
export const aConference = (city: City, cases: ConferenceCases): ConferenceBuilder =>
  new ConferenceBuilder(city, cases, {});

class ConferenceBuilder {
  constructor(
    private readonly city: City,
    private readonly cases: ConferenceCases,
    private readonly changes: Changes,
  ) {}

  with(changes: Changes): ConferenceBuilder {
    return new ConferenceBuilder(this.city, this.cases, { ...this.changes, ...changes });
  }

  private get organId(): string {
    return conferenceInput(this.changes).organId;
  }

  drafter(): Promise<Actor> {
    return this.city.actor(this.organId, 'drafter');
  }

  async planned(): Promise<ConferenceView> {
    const drafter = await this.drafter();
    const input = conferenceInput({ ...(await this.#incident()), ...this.changes });
    const id = await this.cases.plan.perform(input, drafter);
    return this.cases.show.one(id, drafter);
  }

  /** An emergency has an incident behind it. */
  async #incident(): Promise<Changes> {
    if (this.changes['emergency'] !== true) return {};
    const handled = this.organId === 'east' ? {} : { handlingOrganId: this.organId };
    return { incidentId: await anIncident(this.city).level('larger').with(handled).reported() };
  }

  async applied(): Promise<ConferenceView> {
    const { id, digest } = await this.planned();
    const drafter = await this.drafter();
    await this.cases.apply.perform(id, digest, drafter);
    return this.cases.show.one(id, drafter);
  }

  async approved(): Promise<ConferenceView> {
    const { id } = await this.applied();
    await signAll(this.city, this.cases, id);
    return this.cases.show.one(id, await this.drafter());
  }

  async filed(): Promise<ConferenceView> {
    const { id } = await this.approved();
    const drafter = await this.drafter();
    await furnish(this.cases, id, drafter);
    await signMaterials(this.cases, id, await this.city.actor(this.organId, 'approver'));
    await this.cases.file.perform(
      id,
      filingSchema.parse({ headcount: 30, reason: '随发布会一并报备' }),
      drafter,
    );
    return this.cases.show.one(id, drafter);
  }
}

/** Every step of the chain by whom it is for, in its order. */
export const signAll = async (city: City, cases: ConferenceCases, id: string): Promise<void> => {
  const coordinator = await city.actor('office', 'coordinator');
  for (;;) {
    const { chain, organ: own, digest } = await cases.show.one(id, coordinator);
    const step = chain.groups.flat().find(({ state }) => state === 'current');
    if (step === undefined) return;
    const input = { step: step.step, digest, note: '', signer: null };
    const signer = { name: '签批人', post: '负责同志', document: `签批件${step.step}` };
    if (step.by === 'office')
      await cases.answer.perform(id, { digest, decision: 'agreed', note: '' }, coordinator);
    else if (step.by === 'cityLeader') await cases.sign.perform(id, { ...input, signer }, coordinator);
    else await cases.sign.perform(id, input, await city.actor(own.id, 'approver'));
  }
};

/** All five materials (Art.34). */
export const furnish = async (cases: ConferenceCases, id: string, actor: Actor): Promise<void> => {
  for (const kind of materialKindSchema.options)
    await cases.upload.perform(id, kind, { name: `${kind}.txt`, bytes: Buffer.from(`${kind} 材料`), actor });
};

/** The main leader signs what came after the application and is part of the content (Art.31(2)). */
export const signMaterials = async (cases: ConferenceCases, id: string, leader: Actor): Promise<void> => {
  for (const { kind, file } of (await cases.show.one(id, leader)).materials.items)
    if (file?.awaitsSignature === true)
      await cases.signMaterial.perform(id, { kind, sha256: file.sha256 }, leader);
};
