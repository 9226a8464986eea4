import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type OrganId, type Reason } from '@koujing/kernel';
import { establishEntry, newEntry } from './establish-entry.js';
import { mayRecord } from './may-record.js';
import { referenceReasons } from './reference-reasons.js';
import { registerRefusal } from './refusal.js';
import type { RecordEntryInput } from './register.api.js';
import type { RegisterEntry } from './register.js';
import type { RegisterParts } from './register-parts.js';
import { registers } from './registers.js';

/** Writes a line of a register; where one of the same thing stands already, it must be said that this one replaces it. */
export class RecordEntry {
  constructor(private readonly parts: RegisterParts) {}

  async reasons(queries: Queries, input: RecordEntryInput, actor: Actor): Promise<readonly Reason[]> {
    const { organs } = this.parts;
    if ((await organs.find(queries, input.organId)) === null)
      return [registerRefusal.unknownOrgan(input.organId)];
    const barred = mayRecord(input.register, input.organId, actor);
    return barred.length > 0 ? barred : referenceReasons(this.parts, queries, input, actor);
  }

  /** @returns the id of the new entry */
  async perform(wanted: RecordEntryInput, actor: Actor): Promise<string> {
    const { database, entries } = this.parts;
    return database.transaction(async (queries) => {
      const input = { ...wanted, organId: await this.#owner(queries, wanted) };
      await entries.lock(queries, input.register, input.organId);
      refuseIfAny(await this.reasons(queries, input, actor));
      const entry = newEntry(this.parts, input, { actor });
      await establishEntry(this.parts, queries, entry, await this.#replaced(queries, input, entry));
      return entry.id;
    });
  }

  /** What is the office's stands under the office, whoever was named. */
  async #owner(queries: Queries, { register, organId }: RecordEntryInput): Promise<OrganId> {
    if (registers[register].of === 'organ') return organId;
    const office = await this.parts.organs.office(queries);
    if (office === null) throw new Problem('refused', [registerRefusal.noOffice]);
    return office.id;
  }

  async #replaced(
    queries: Queries,
    { register, organId, replaces }: RecordEntryInput,
    entry: RegisterEntry,
  ): Promise<RegisterEntry | null> {
    const { entries } = this.parts;
    const standing = entry.key === '' ? null : await entries.inForce(queries, entry);
    // Unnamed, the former one gives way where the newest counts; where another is named, two of one key would stand.
    const givesWay = replaces === null && registers[register].newestCounts === true;
    if (standing !== null && standing.id !== replaces && !givesWay) refuseIfAny([registerRefusal.exists]);
    if (replaces === null) return standing;
    const named = await entries.find(queries, replaces);
    if (named?.register !== register || named.organId !== organId || named.retiredAt !== null)
      throw new Problem('refused', [registerRefusal.unknownEntry('replaces')]);
    return named;
  }
}
