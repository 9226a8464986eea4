import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { AgreedLine } from './agreed-line.js';
import { lineReasons } from './line-reasons.js';
import type { LineInput } from './matter.api.js';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { mayAnswer } from './may-answer.js';
import { matterRefusal } from './refusal.js';
import { heldMatter } from './visible-matter.js';

/** A new agreed fact: from now on a release on this matter that says otherwise is flagged. */
export class StateLine {
  constructor(private readonly parts: MatterParts) {}

  /** Pure: what bars this person from stating a line that `ownerOrganId` answers for. */
  reasons(matter: Matter, ownerOrganId: string, actor: Actor): readonly Reason[] {
    return matter.state === 'closed' ? [matterRefusal.closed] : mayAnswer(actor, ownerOrganId);
  }

  async perform(matterId: string, input: LineInput, actor: Actor): Promise<void> {
    const { database, matters, organs } = this.parts;
    await database.transaction(async (queries) => {
      const matter = await heldMatter(matters, queries, actor, matterId);
      const ownerOrganId = input.ownerOrganId ?? matter.ownerOrganId;
      if ((await organs.find(queries, ownerOrganId)) === null)
        refuseIfAny([matterRefusal.unknownOrgan(ownerOrganId, 'ownerOrganId')]);
      refuseIfAny(this.reasons(matter, ownerOrganId, actor));
      await this.state(queries, { matter, ownerOrganId, input }, actor);
    });
  }

  /** The same in the caller's transaction, by whose verb it is allowed: a directive orders a line. Returns the line's id. */
  async state(
    queries: Queries,
    said: { readonly matter: Matter; readonly ownerOrganId: string; readonly input: LineInput },
    actor: Actor,
  ): Promise<string> {
    const { matters, reader, matterFollowers, audit } = this.parts;
    const { matter, ownerOrganId, input } = said;
    const line = this.lineOf(input, { matterId: matter.id, ownerOrganId, actor });
    refuseIfAny(lineReasons(line, reader));
    await matters.addLine(queries, line);
    for (const follower of matterFollowers)
      await follower.follow(queries, { kind: 'lineChanged', matter, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'line.state',
      subjectKind: 'matter',
      subjectId: matter.id,
      detail: { ...input, lineId: line.lineId },
    });
    return line.lineId;
  }

  private lineOf(
    input: LineInput,
    of: { readonly matterId: string; readonly ownerOrganId: string; readonly actor: Actor },
  ): AgreedLine {
    return {
      id: newId(),
      lineId: newId(),
      matterId: of.matterId,
      version: 1,
      attribute: input.attribute,
      about: input.about,
      value: input.value,
      unit: input.unit,
      asOf: input.asOf === null ? null : new Date(input.asOf),
      ownerOrganId: of.ownerOrganId,
      retired: false,
      reason: input.reason,
      changedBy: of.actor.personId,
      changedAt: this.parts.clock.now(),
    };
  }
}
