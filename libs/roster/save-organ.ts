import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { organReasons, organRefusal, type RegisteredOrgan } from '@koujing/organ';
import type { IssuerInput, OrganInput, ReviseOrganInput } from '../organ/organ.api.js';
import { mayKeepOrgans } from './may-keep-roster.js';
import type { RosterParts } from './roster-parts.js';

/** One revision at a time over the whole register: names must be told apart, and parents must not form a circle. */
const held = async (
  parts: Pick<RosterParts, 'organs'>,
  queries: Queries,
): Promise<readonly RegisteredOrgan[]> => {
  await parts.organs.lockRegister(queries);
  return parts.organs.all(queries);
};

/** Registers an organ, or changes one (Art.3, 5(7), 6). Here and not in its lib: who may do it needs a person. */
export class SaveOrgan {
  constructor(private readonly parts: Pick<RosterParts, 'database' | 'organs' | 'audit'>) {}

  /** Pure. An organ is the office or not from its registration on; nobody makes a second one. */
  reasons(actor: Actor): readonly Reason[] {
    return mayKeepOrgans(actor);
  }

  /** @returns the id of the new organ */
  async create(input: OrganInput, actor: Actor): Promise<string> {
    refuseIfAny(this.reasons(actor));
    const { database, organs, audit } = this.parts;
    return database.transaction(async (queries) => {
      const known = await held(this.parts, queries);
      refuseIfAny(organReasons(input, { id: null, isOffice: false }, known));
      const id = newId();
      await organs.save(queries, { ...input, id, isOffice: false });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'organ.create', subjectKind: 'organ', subjectId: id },
        detail: { ...input },
      });
      return id;
    });
  }

  async revise(
    id: string,
    { expectedRevision, organ, reason }: ReviseOrganInput,
    actor: Actor,
  ): Promise<void> {
    refuseIfAny(this.reasons(actor));
    const { database, organs, audit } = this.parts;
    return database.transaction(async (queries) => {
      const known = await held(this.parts, queries);
      const before = known.find((each) => each.id === id);
      if (before === undefined) throw new Problem('notFound', [organRefusal.notFound]);
      if (before.kind === 'imported') refuseIfAny([organRefusal.imported]);
      if (before.revision !== expectedRevision)
        throw new Problem('stale', [organRefusal.stale(before.revision)]);
      refuseIfAny(organReasons(organ, before, known));
      await organs.save(queries, { ...organ, id, isOffice: before.isOffice });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'organ.revise', subjectKind: 'organ', subjectId: id },
        detail: { reason, from: { ...before }, to: { ...organ } },
      });
    });
  }

  /** Which organs alone may release on a subject (Art.24); none: the subject is struck off. */
  async issuer({ subject, organIds, basis }: IssuerInput, actor: Actor): Promise<void> {
    refuseIfAny(this.reasons(actor));
    const { database, organs, audit } = this.parts;
    return database.transaction(async (queries) => {
      const known = new Set((await held(this.parts, queries)).map(({ id }) => id));
      refuseIfAny(organIds.filter((id) => !known.has(id)).map(organRefusal.unknownIssuer));
      if (organIds.length === 0) await organs.strikeStatutoryIssuer(queries, subject);
      else await organs.saveStatutoryIssuer(queries, { subject, organIds, basis });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'organ.statutoryIssuer', subjectKind: 'subject' },
        ...{ subjectId: subject, detail: { organIds, basis } },
      });
    });
  }
}
