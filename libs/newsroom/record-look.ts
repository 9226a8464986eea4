import type { OutletLink } from './link/outlet-link.js';
import type { NewsroomParts } from './newsroom-parts.js';

interface Looked {
  readonly releaseId: string;
  readonly version: number;
  /** `list`, `page`, or the name of a file. */
  readonly place: string;
}

/** The same look again is recorded after this long: reloading a page is one look, and who has a leaked link cannot flood the record. */
const againMs = 10 * 60_000;

/** Keeps who looked at what before its hour. */
export class RecordLook {
  constructor(
    private readonly parts: Pick<NewsroomParts, 'database' | 'links' | 'releases' | 'audit' | 'clock'>,
  ) {}

  /** Before anything is shown: what cannot be recorded is not shown. */
  async perform(
    { link, outlet }: { readonly link: OutletLink; readonly outlet: { readonly name: string } },
    { releaseId, version, place }: Looked,
  ): Promise<void> {
    const { database, links, releases, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const at = clock.now();
      const look = { linkId: link.id, releaseId, version, place };
      if (!(await links.looked(queries, look, at, new Date(at.getTime() - againMs)))) return;
      const text = await releases.version(queries, releaseId, version);
      await audit.record(queries, {
        ...{ actor: 'system:newsroom', action: 'newsroom.openEmbargoed' },
        ...{ subjectKind: 'release', subjectId: releaseId },
        ...(text === null ? {} : { digest: text.digest }),
        detail: { outlet: outlet.name, outletId: link.outletId, link: link.id, version, place },
      });
    });
  }
}
