import type { Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { incidentInputSchema, recordFiguresSchema } from '../../../libs/incident/incident.api.js';
import type { UseCases } from '../use-cases.js';
import { demoInstant } from './demo-date.js';
import { importedAs } from './seeding.js';

const title = '城东化工园区车间爆燃事故';
const reduced = '失联人员确认遇难；受伤人数经核对有1人重复登记，核减。';
/** Past releases of the demo that belong to it, in their order. */
const chain = ['chem-1', 'chem-2', 'chem-3'] as const;

/** The demo's incident, with its figures and the releases that went out on it. */
export const seedIncident = async (cases: UseCases, coordinator: Actor, now: Date): Promise<void> => {
  const at = (when: string): string => civilTime(demoInstant(now, when));
  const known = await cases.incident.show.page({ page: 1, pageSize: 1, q: title }, coordinator);
  const id = known.items[0]?.id ?? (await reported(cases, coordinator, at));
  await link(cases, id, coordinator);
};

const reported = async (
  cases: UseCases,
  coordinator: Actor,
  at: (when: string) => string,
): Promise<string> => {
  const { report, figures, level, opinion, leader } = cases.incident;
  const source = '市应急指挥中心';
  const input = incidentInputSchema.parse({
    ...{ title, kind: 'accident', occurredAt: at('-3 05:40'), learnedAt: at('-3 05:55') },
    ...{ place: '东港区城东化工园区', countyOrganIds: ['east'], handlingOrganId: 'emergency' },
    parties: ['宏远精细化工车间'],
    figures: { asOf: at('-3 08:00'), source, figures: { deaths: 2, injured: 6, missing: 1 } },
  });
  const id = await report.perform(input, coordinator);
  const later = recordFiguresSchema.parse({
    ...{ asOf: at('-3 14:00'), source, reason: reduced },
    figures: { deaths: 3, injured: 5, seriouslyInjured: 1, missing: 0 },
  });
  await figures.perform(id, later, coordinator);
  await level.perform(id, { level: 'larger', reason: '死亡3人，会商认定为较大事故。' }, coordinator);
  await opinion.perform(id, { formedAt: at('-3 10:00'), reason: '现场视频在网上大量转发。' }, coordinator);
  const spoke = { post: '市应急管理局局长', occasion: '事故现场接受采访', at: at('-3 09:00') };
  await leader.perform(id, spoke, coordinator);
  return id;
};

const link = async (cases: UseCases, incidentId: string, coordinator: Actor): Promise<void> => {
  const { releases, database, incident } = cases;
  const { matterId } = await incident.show.one(incidentId, coordinator);
  for (const demoId of chain) {
    const id = await importedAs(database, demoId);
    if (id === null) throw new Error(`the demo city has no release ${demoId}`);
    await database.transaction(async (queries) => {
      const release = await releases.find(queries, id);
      if (release === null || release.matter === matterId) return;
      const change = { state: release.state, matter: matterId, at: release.updatedAt };
      await incident.follow.released(queries, await releases.write(queries, id, change), 'system:demo');
      const version = await releases.version(queries, id, release.version);
      if (demoId === 'chem-2' && version !== null)
        await incident.chain.addReduction(queries, {
          ...{ incidentId, releaseId: id, digest: version.digest, reason: reduced },
          statedBy: coordinator.personId,
        });
    });
  }
};
