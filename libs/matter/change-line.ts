import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { newestOf, type AgreedLine } from './agreed-line.js';
import { lineReasons } from './line-reasons.js';
import type { ChangeLineInput, RetireLineInput } from './matter.api.js';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';
import { mayAnswer } from './may-answer.js';
import { matterRefusal } from './refusal.js';
import { heldMatter } from './visible-matter.js';

type Patch = Partial<Pick<AgreedLine, 'about' | 'value' | 'unit' | 'asOf' | 'retired'>> & {
  readonly reason: string;
};

/** The organ that answers for a line changes it: the next version, while the former one stays in the history. */
export class ChangeLine {
  constructor(private readonly parts: MatterParts) {}

  /** Pure: what bars this person from changing the line. */
  reasons(matter: Matter, line: AgreedLine, actor: Actor): readonly Reason[] {
    if (matter.state === 'closed') return [matterRefusal.closed];
    return line.retired ? [matterRefusal.lineNotFound] : mayAnswer(actor, line.ownerOrganId);
  }

  perform(at: LineAddress, { expectedVersion, asOf, ...rest }: ChangeLineInput, actor: Actor): Promise<void> {
    const patch = { ...rest, asOf: asOf === null ? null : new Date(asOf) };
    return this.write(at, { expectedVersion, patch, action: 'line.change' }, actor);
  }

  /** It binds nobody any more; what it was stays readable. */
  retire(at: LineAddress, { expectedVersion, reason }: RetireLineInput, actor: Actor): Promise<void> {
    return this.write(
      at,
      { expectedVersion, patch: { reason, retired: true }, action: 'line.retire' },
      actor,
    );
  }

  private async write(
    { matterId, lineId }: LineAddress,
    change: { readonly expectedVersion: number; readonly patch: Patch; readonly action: string },
    actor: Actor,
  ): Promise<void> {
    const { database, matters, reader, matterFollowers, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const matter = await heldMatter(matters, queries, actor, matterId);
      const before = await this.newest(queries, matterId, lineId);
      refuseIfAny(this.reasons(matter, before, actor));
      if (before.version !== change.expectedVersion)
        throw new Problem('stale', [matterRefusal.staleLine(before.version)]);
      const stamp = {
        id: newId(),
        version: before.version + 1,
        changedBy: actor.personId,
        changedAt: clock.now(),
      };
      const line = { ...before, ...change.patch, ...stamp };
      if (!line.retired) refuseIfAny([...unchanged(before, line), ...lineReasons(line, reader)]);
      await matters.addLine(queries, line);
      for (const follower of matterFollowers)
        await follower.follow(queries, { kind: 'lineChanged', matter, actor });
      await audit.record(queries, {
        actor: actor.personId,
        action: change.action,
        subjectKind: 'matter',
        subjectId: matterId,
        detail: { lineId, from: before.value, to: line.value, reason: line.reason },
      });
    });
  }

  private async newest(queries: Queries, matterId: string, lineId: string): Promise<AgreedLine> {
    const lines = newestOf(await this.parts.matters.lines(queries, [matterId]));
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) throw new Problem('notFound', [matterRefusal.lineNotFound]);
    return line;
  }
}

export interface LineAddress {
  readonly matterId: string;
  readonly lineId: string;
}

const unchanged = (before: AgreedLine, after: AgreedLine): readonly Reason[] =>
  before.value === after.value &&
  before.unit === after.unit &&
  before.about === after.about &&
  before.asOf?.getTime() === after.asOf?.getTime()
    ? [matterRefusal.nothingChanged]
    : [];
