import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { isOut, type AskedRelease, type ReleaseBar } from '@koujing/release';
import { stepsBack, toldSoFar, type ChainEntry } from './chain.js';
import { sheetReasons } from './fact-sheet.js';
import type { ReadFigures } from './figures-reader.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';

/** What keeps a release on an incident in: the headquarters (Art.22), the permission (Art.23), figures that go back. */
export class IncidentBar implements ReleaseBar {
  constructor(private readonly desk: IncidentDesk) {}

  async reasons(queries: Queries, asked: AskedRelease): Promise<readonly Reason[]> {
    const { incidents } = this.desk.parts;
    const { matter } = asked.release;
    if (matter === null) return [];
    const incident =
      asked.at === 'release'
        ? await incidents.lockOfMatter(queries, matter)
        : await incidents.ofMatter(queries, matter);
    if (incident === null) return [];
    return [
      ...(await this.#organ(queries, incident, asked)),
      ...(await this.#figures(queries, incident, asked)),
    ];
  }

  async #organ(
    queries: Queries,
    incident: Incident,
    { at, release }: AskedRelease,
  ): Promise<readonly Reason[]> {
    const responsibility = await this.desk.responsibility(queries, incident);
    const speaks = [release.organId, ...release.jointOrganIds].includes(responsibility.organId);
    const name = async (): Promise<string> =>
      (await this.desk.parts.organs.find(queries, responsibility.organId))?.name ?? responsibility.organId;
    const permitted = incident.permission !== null || incident.override !== null;
    return [
      // What is out already can be put right by whose it is: a wrong figure must not stand for want of a signature.
      ...(responsibility.alone && !speaks && !isOut(release)
        ? [incidentRefusal.headquartersAlone(await name(), responsibility.article)]
        : []),
      // A draft may be made ready while the province is still being asked.
      ...(at === 'release' && responsibility.needsPermission && !permitted
        ? [incidentRefusal.permissionMissing]
        : []),
    ];
  }

  async #figures(
    queries: Queries,
    incident: Incident,
    { release, version }: AskedRelease,
  ): Promise<readonly Reason[]> {
    const { chain, incidents, reader, organs, clock } = this.desk.parts;
    const organ = (await organs.find(queries, release.organId))?.name ?? '';
    const read = reader.read({ organ, title: version.title, body: version.plain, at: clock.now() });
    const sheet = sheetReasons(await incidents.figures(queries, incident.id), read);
    const reductions = await chain.reductions(queries, incident.id);
    if (reductions.some(({ releaseId, digest }) => releaseId === release.id && digest === version.digest))
      return sheet;
    const before = beforeIt(await chain.of(queries, incident.id), release.id);
    return [...sheet, ...backwards(before, read)];
  }
}

/** What the public was told before this release: for a correction, what came before its place in the chain. */
export const beforeIt = (chain: readonly ChainEntry[], releaseId: string): readonly ChainEntry[] => {
  const place = chain.findIndex((entry) => entry.releaseId === releaseId);
  return place < 0 ? chain : chain.slice(0, place);
};

/** Figures never silently go backwards, nor does the moment they hold for. */
export const backwards = (before: readonly ChainEntry[], read: ReadFigures): readonly Reason[] => {
  const told = before.filter(({ figures }) => Object.keys(figures).length > 0).at(-1);
  const older = told !== undefined && read.asOf !== null && read.asOf.getTime() < told.asOf.getTime();
  return [
    ...stepsBack(toldSoFar(before), read.figures).map(incidentRefusal.chainStepsBack),
    ...(older ? [incidentRefusal.asOfStepsBack(told.asOf)] : []),
  ];
};
