import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { mailboxKey, newId } from '@koujing/kernel';
import type { MediaImport, MediaImported } from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';

type Row = MediaImport['reporters'][number];

/** Takes a whole register over: outlets and lists as they are named, known addresses brought up to date, nobody removed. */
export class ImportMedia {
  constructor(private readonly parts: MediaParts) {}

  reasons = mayEditMedia;

  perform(file: MediaImport, actor: Actor): Promise<MediaImported> {
    refuseIfAny(this.reasons(actor));
    return this.apply(file, actor.personId);
  }

  /** At a start, from the city's own file. */
  apply(file: MediaImport, by: string): Promise<MediaImported> {
    const { database, reporters, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const outlets = await this.#outlets(queries, file.reporters);
      const rows = file.reporters.map((row) => ({
        ...row,
        id: newId(),
        outletId: outlets.get(row.outlet) ?? '',
        active: true,
      }));
      await reporters.saveAll(queries, lastOfEach(rows), clock.now());
      const lists = await this.#lists(queries, file);
      const imported = { outlets: outlets.size, reporters: rows.length, lists };
      await audit.record(queries, {
        actor: by,
        action: 'media.import',
        subjectKind: 'media',
        subjectId: 'register',
        detail: imported,
      });
      return imported;
    });
  }

  async #outlets(queries: Queries, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const { outlet, outletKind } of rows) {
      if (ids.has(outlet)) continue;
      const known = await this.parts.outlets.named(queries, outlet);
      const id = known?.id ?? newId();
      if (known === null)
        await this.parts.outlets.save(
          queries,
          { id, name: outlet, kind: outletKind, note: '' },
          this.parts.clock.now(),
        );
      ids.set(outlet, id);
    }
    return ids;
  }

  async #lists(queries: Queries, { reporters, accreditedLists }: MediaImport): Promise<number> {
    const names = new Set([...reporters.flatMap(({ lists }) => lists), ...accreditedLists]);
    const idOf = await this.parts.reporters.idsOf(
      queries,
      reporters.filter(({ lists }) => lists.length > 0).map(({ address }) => address),
    );
    for (const name of names) {
      const known = await this.parts.lists.named(queries, name);
      const id = known?.id ?? newId();
      const accredited = accreditedLists.includes(name) || (known?.accredited ?? false);
      await this.parts.lists.save(
        queries,
        { id, name, accredited, rule: known?.rule ?? null },
        this.parts.clock.now(),
      );
      const members = reporters.filter(({ lists }) => lists.includes(name));
      await this.parts.lists.add(
        queries,
        id,
        members.flatMap(({ address }) => idOf.get(mailboxKey(address)) ?? []),
      );
    }
    return names.size;
  }
}

/** Two lines with one address are one reporter: the later line counts, as it would in two imports. */
const lastOfEach = <R extends { readonly address: string }>(rows: readonly R[]): readonly R[] => [
  ...new Map(rows.map((row) => [mailboxKey(row.address), row])).values(),
];
