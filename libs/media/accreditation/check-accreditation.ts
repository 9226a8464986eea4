import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { mayReceiveReporters } from '../may-edit-media.js';
import { mediaRefusal } from '../refusal.js';
import { holds } from './accreditation.js';
import type { AccreditationInput } from './accreditation.api.js';
import type { AccreditationParts } from './accreditation-parts.js';
import { accreditationRefusal } from './accreditation-refusal.js';

/** Records one look at one credential (Art.20). What was found stays; another look is another record. */
export class CheckAccreditation {
  constructor(private readonly parts: AccreditationParts) {}

  reasons = mayReceiveReporters;

  /** @returns the id of the record */
  perform(reporterId: string, input: AccreditationInput, actor: Actor): Promise<string> {
    const { database, accreditations, accreditationRules, audit, clock } = this.parts;
    refuseIfAny(this.reasons(actor));
    refuseIfAny(this.#formReasons(input));
    return database.transaction(async (queries) => {
      if ((await accreditations.standing(queries, reporterId)) === null)
        throw new Problem('notFound', [mediaRefusal.reporterNotFound]);
      refuseIfAny(await this.#linkReasons(queries, reporterId, input));
      const id = newId();
      const official = accreditationRules.registers[input.register]?.official ?? false;
      // Who is led has no card: it is their leader's number and last day that count.
      const led = input.ledById === null ? {} : { number: '', validTo: null };
      const stamp = { id, reporterId, official, checkedBy: actor.personId, checkedAt: clock.now() };
      await accreditations.add(queries, { ...input, ...led, ...stamp });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.checkAccreditation',
        subjectKind: 'reporter',
        subjectId: reporterId,
        detail: { ...input, official, article: accreditationRules.article },
      });
      return id;
    });
  }

  /** Against the city's rules file. */
  #formReasons({ credential, register, number, validTo, ledById }: AccreditationInput): readonly Reason[] {
    const { credentials, registers } = this.parts.accreditationRules;
    const kind = credentials[credential];
    if (kind === undefined)
      return [accreditationRefusal.unknownCredential(credential, Object.keys(credentials).join(', '))];
    if (registers[register] === undefined)
      return [accreditationRefusal.unknownRegister(register, Object.keys(registers).join(', '))];
    if (kind.led) return ledById === null ? [accreditationRefusal.leaderNeeded] : [];
    return [
      ...(ledById === null ? [] : [accreditationRefusal.leaderNotWanted]),
      ...(number === '' ? [accreditationRefusal.numberNeeded] : []),
      ...(validTo === null ? [accreditationRefusal.validToNeeded] : []),
    ];
  }

  async #linkReasons(
    queries: Queries,
    reporterId: string,
    { ledById, matterId }: AccreditationInput,
  ): Promise<readonly Reason[]> {
    const { accreditations, matterLines, clock } = this.parts;
    if (matterId !== null && !(await matterLines.titles(queries, [matterId])).has(matterId))
      return [accreditationRefusal.unknownMatter];
    if (ledById === null) return [];
    const leader = await accreditations.standing(queries, ledById);
    if (leader === null) return [mediaRefusal.reporterNotFound];
    // Who is led leads nobody: a chain of the led would rest on a card that nobody on the spot holds.
    const leads = ledById !== reporterId && leader.ledById === null && holds(leader, clock.now());
    return leads ? [] : [accreditationRefusal.leaderNotHolder(leader.name)];
  }
}
