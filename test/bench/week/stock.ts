import type { Fleet } from '../crash/fleet.js';
import type { Outside } from '../crash/outside.js';
import type { OwnPostgres } from '../../support/own-postgres.js';
import type { Commands } from './commands.js';
import type { MovedTime } from './moved-time.js';
import type { Notes } from './notes.js';
import { seeHouse, seePlatforms, unsettled } from './seeing.js';
import type { Staff } from './staff.js';
import { judge, type Grievance } from './verdict.js';

interface Stage {
  readonly fleet: Fleet;
  readonly server: OwnPostgres | null;
  readonly staff: Staff;
  readonly notes: Notes;
  readonly time: MovedTime;
  readonly outside: Outside;
  readonly commands: Commands;
}

/** Minutes of the house until a lease, a settle time and the slowest back-off are over, a few seconds each. */
const mostLooks = 60;
const minuteMs = 60_000;
/**
 * A move ends every lease: whoever has not got through by then begins anew, behind those who wait in vain. So each move leaves
 * twice the time of the one before, or a busy machine would never come to an end.
 */
const untilNextLookMs = (look: number): number => Math.min(16_000, 2_000 * 2 ** look);
/** Lists of the portal are written within seconds of what they list; the page of conferences is looked at every five. */
const mostRebuilds = 6;
const untilListedMs = 12_000;

/** Waits until what is under way has arrived, then compares everything that was promised with everything that is there. */
export const takeStock = async (stage: Stage): Promise<readonly Grievance[]> => {
  const { staff, notes, time, outside, commands } = stage;
  const { model, journal } = notes;
  await stage.fleet.untilUp(['web', 'all']);
  for (let look = 0; look < mostLooks; look += 1) {
    const open = await unsettled(model, staff);
    journal.write('settling', { open });
    if (open === 0) break;
    notes.note({ event: 'moved', ms: time.moved + 2 * minuteMs });
    await time.moveTo(model.moved);
    await new Promise((resolve) => setTimeout(resolve, untilNextLookMs(look)));
  }
  const house = await seeHouse(model, staff);
  const taken = await seePlatforms(model, outside);
  const { chain, unlikeRebuilt } = await atRest(stage, async () => ({
    chain: await commands.verifyAudit(model.sealed),
    unlikeRebuilt: await commands.unlikeRebuilt(),
  }));
  const grievances = judge(model, { ...house, taken, unlikeRebuilt, chainFault: chain.fault });
  for (const grievance of grievances) journal.write('grievance', { ...grievance });
  if (chain.place !== null) notes.note({ event: 'sealed', place: chain.place });
  for (const { rows } of house.releases.values())
    for (const { id, remoteId } of rows)
      if (remoteId !== null && model.receipts.get(id) === undefined)
        notes.note({ event: 'receipt', delivery: id, remoteId });
  model.flagged = [...house.releases.values()]
    .flatMap(({ rows }) => rows)
    .filter(({ state }) => state === 'needsPerson').length;
  return grievances;
};

interface Proofs {
  readonly chain: Awaited<ReturnType<Commands['verifyAudit']>>;
  readonly unlikeRebuilt: readonly string[];
}

/** An embedded database is its process's alone: the operator's commands wait until it is gone. */
const atRest = async (
  { fleet, server, notes: { journal } }: Stage,
  prove: () => Promise<Proofs>,
): Promise<Proofs> => {
  for (let tries = 1; ; tries += 1) {
    if (server === null) await fleet.close();
    const proofs = await prove();
    journal.write('proved', { unlikeRebuilt: proofs.unlikeRebuilt.length });
    if (server === null) await fleet.start();
    if (proofs.unlikeRebuilt.length === 0 || tries === mostRebuilds) return proofs;
    await new Promise((resolve) => setTimeout(resolve, untilListedMs));
  }
};
