import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type OrganId, type Reason } from '@koujing/kernel';
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
    const { database, entries, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const input = { ...wanted, organId: await this.#owner(queries, wanted) };
      await entries.lock(queries, input.register, input.organId);
      refuseIfAny(await this.reasons(queries, input, actor));
      const entry = this.#entryOf(input, actor);
      const replaced = await this.#replaced(queries, input, entry);
      const how = { by: actor.personId, at: clock.now(), reason: '由新的登记替换' };
      if (replaced !== null) await entries.retire(queries, replaced.id, how);
      await entries.add(queries, entry);
      await audit.record(queries, {
        actor: actor.personId,
        action: `register.${input.register}`,
        subjectKind: entry.releaseId === null ? 'organ' : 'release',
        subjectId: entry.releaseId ?? input.organId,
        detail: { entryId: entry.id, replaces: replaced?.id ?? null, ...input.detail },
      });
      return entry.id;
    });
  }

  /** What is the office's stands under the office, whoever was named. */
  async #owner(queries: Queries, { register, organId }: RecordEntryInput): Promise<OrganId> {
    if (registers[register].of === 'organ') return organId;
    const office = (await this.parts.organs.all(queries)).find(({ isOffice }) => isOffice);
    if (office === undefined) throw new Problem('refused', [registerRefusal.noOffice]);
    return office.id;
  }

  #entryOf(input: RecordEntryInput, actor: Actor): RegisterEntry {
    return {
      id: newId(),
      register: input.register,
      organId: input.organId,
      key: keyOf(input),
      releaseId: 'releaseId' in input.detail ? input.detail.releaseId : null,
      detail: input.detail,
      recordedBy: actor.personId,
      recordedAt: this.parts.clock.now(),
      retiredBy: null,
      retiredAt: null,
      retiredReason: null,
    };
  }

  async #replaced(
    queries: Queries,
    { register, organId, replaces }: RecordEntryInput,
    entry: RegisterEntry,
  ): Promise<RegisterEntry | null> {
    const { entries } = this.parts;
    const standing = entry.key === '' ? null : await entries.inForce(queries, entry);
    if (standing !== null && standing.id !== replaces && registers[register].newestCounts !== true)
      refuseIfAny([registerRefusal.exists]);
    if (replaces === null) return standing;
    const named = await entries.find(queries, replaces);
    if (named?.register !== register || named.organId !== organId || named.retiredAt !== null)
      throw new Problem('refused', [registerRefusal.unknownEntry('replaces')]);
    return named;
  }
}

/** Each register has a key of its own kind; the switch on its name pairs the two again. */
const keyOf = (input: RecordEntryInput): string => {
  switch (input.register) {
    case 'expert':
      return registers.expert.keyOf(input.detail);
    case 'expertInterpretation':
      return registers.expertInterpretation.keyOf(input.detail);
    case 'relaySite':
      return registers.relaySite.keyOf(input.detail);
    case 'relay':
      return registers.relay.keyOf(input.detail);
    case 'noPayment':
      return registers.noPayment.keyOf(input.detail);
    case 'pressArea':
      return registers.pressArea.keyOf(input.detail);
    case 'workflow':
      return registers.workflow.keyOf(input.detail);
    case 'training':
      return registers.training.keyOf(input.detail);
    case 'interpretation':
      return registers.interpretation.keyOf(input.detail);
  }
};
