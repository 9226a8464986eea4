import type { Actor } from '@koujing/access';
import { incidentInputSchema, type IncidentView } from '../../libs/incident/incident.api.js';
import { organ, type City } from './a-city.js';

/** Two county governments with their people, beside the organs of `aCity`. */
export const withCounties = async (city: City): Promise<void> => {
  const { organs, people, database } = city.cases;
  for (const [id, name] of [
    ['east', '滨海市东港区人民政府'],
    ['south', '滨海市南湾区人民政府'],
  ] as const) {
    const area = name.slice(3, 6);
    await organs.save(database.queries, organ(id, name, { kind: 'county', level: 'county', area }));
    for (const role of ['drafter', 'coSigner', 'confidentialityReviewer', 'approver'] as const) {
      const personId = `${id}-${role}`;
      const account = { username: personId, name: personId, email: `${personId}@binhai.example` };
      await people.save(database.queries, { id: personId, ...account, passwordHash: '', disabled: false });
      await people.grant(database.queries, { personId, organId: id, role });
    }
  }
};

/** `anIncident(city).level('major').reported()`: every default is valid; it occurred an hour ago. */
export const anIncident = (city: City): IncidentBuilder => new IncidentBuilder(city, {});

class IncidentBuilder {
  constructor(
    private readonly city: City,
    private readonly changes: Readonly<Record<string, unknown>>,
  ) {}

  level(level: string): IncidentBuilder {
    return this.with({ level });
  }

  /** Known casualties, as of now. */
  counting(figures: Readonly<Record<string, number>>): IncidentBuilder {
    return this.with({
      figures: { asOf: this.city.clock.now().toISOString(), source: '市应急指挥中心', figures },
    });
  }

  hoursAgo(occurred: number, learned = occurred): IncidentBuilder {
    const before = (hours: number): string =>
      new Date(this.city.clock.now().getTime() - hours * 3_600_000).toISOString();
    return this.with({ occurredAt: before(occurred), learnedAt: before(learned) });
  }

  with(changes: Readonly<Record<string, unknown>>): IncidentBuilder {
    return new IncidentBuilder(this.city, { ...this.changes, ...changes });
  }

  /** @returns its id */
  async reported(): Promise<string> {
    const hourAgo = new Date(this.city.clock.now().getTime() - 3_600_000).toISOString();
    const input = incidentInputSchema.parse({
      title: '东港区临港路仓库爆燃事故',
      kind: 'accident',
      occurredAt: hourAgo,
      learnedAt: hourAgo,
      place: '东港区临港路',
      countyOrganIds: ['east'],
      handlingOrganId: 'emergency',
      ...this.changes,
    });
    return this.city.cases.incident.report.perform(input, await coordinator(this.city));
  }
}

export const coordinator = (city: City): Promise<Actor> => city.actor('office', 'coordinator');

export const incidentView = async (city: City, id: string): Promise<IncidentView> =>
  city.cases.incident.show.one(id, await coordinator(city));
