import { refuseIfAny, visibilityOf, type Actor, type PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { escaped, Problem, type Reason } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import type { OrganStore } from '@koujing/organ';
import type {
  FindingGroupList,
  FindingGroupQuery,
  FindingGroupView,
  ForwardingInput,
} from './finding-group.api.js';
import type { FindingBoard } from './finding-board.sql.js';
import type { FindingGroupBoard } from './finding-group-board.sql.js';
import { groupFacts } from './group-facts.js';
import { coordinatorReasons } from './ruling-reasons.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

export interface GroupParts {
  readonly database: Database;
  readonly board: FindingBoard;
  readonly groupBoard: FindingGroupBoard;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  /** Base of the links in mails. */
  readonly consoleUrl: string;
}

/** What the board reads. */
export class ShowGroups {
  constructor(private readonly parts: GroupParts) {}

  page(query: FindingGroupQuery, actor: Actor): Promise<FindingGroupList> {
    return this.parts.groupBoard.page(this.parts.database.queries, visibilityOf(actor), query);
  }

  async one(id: string, actor: Actor): Promise<FindingGroupView> {
    const { database, board, groupBoard } = this.parts;
    const { queries } = database;
    const found = await groupBoard.one(queries, id, visibilityOf(actor));
    if (found === null) throw new Problem('notFound', [conflictRefusal.notFound]);
    const { summary, findings, stored } = found;
    const releases = [
      ...new Map(findings.flatMap((finding) => finding.releases.map((each) => [each.id, each]))).values(),
    ];
    const conflicts = stored.flatMap(({ facts }) => facts);
    return {
      ...summary,
      releases,
      facts: [
        ...groupFacts(
          conflicts,
          releases.map(({ id: releaseId }) => releaseId),
        ),
      ],
      findings: [...findings],
      duties: await board.dutiesOf(
        queries,
        releases.map(({ id: releaseId }) => releaseId),
      ),
      actions: {
        rule: { reasons: [...groupReasons(stored, actor)] },
        forward: { reasons: [...coordinatorReasons(actor)] },
      },
    };
  }
}

/** Why nothing of the group can be ruled on; what bars a single finding is told when it is ruled. */
export const groupReasons = (stored: readonly StoredFinding[], actor: Actor): readonly Reason[] => [
  ...coordinatorReasons(actor),
  ...(stored.some(({ state }) => state === 'open' || state === 'coordinating')
    ? []
    : [conflictRefusal.settled]),
];

/** 转办: what was found goes to the organs concerned, with the coordinator's note. */
export class ForwardGroup {
  constructor(private readonly parts: GroupParts) {}

  async perform(id: string, { organIds, note }: ForwardingInput, actor: Actor): Promise<void> {
    refuseIfAny(coordinatorReasons(actor));
    const { database, groupBoard, organs, people, notifier, audit, consoleUrl } = this.parts;
    await database.transaction(async (queries) => {
      const found = await groupBoard.one(queries, id, visibilityOf(actor));
      if (found === null) throw new Problem('notFound', [conflictRefusal.notFound]);
      const known = new Set((await organs.all(queries)).map((organ) => organ.id));
      refuseIfAny(organIds.filter((each) => !known.has(each)).map(conflictRefusal.unknownOrgan));
      const lines = found.findings.map(({ explanation }) => explanation);
      const link = `/conflicts/groups/${id}`;
      for (const organId of organIds) {
        const persons = await Promise.all(
          (['approver', 'spokesperson', 'drafter'] as const).map((role) =>
            people.withRole(queries, role, organId),
          ),
        );
        await notifier.notify(queries, {
          personIds: persons.flat().map((person) => person.id),
          kind: 'forwardedFinding',
          subject: `【转办】${found.summary.title}`,
          html: `<p>${escaped(note)}</p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul><p><a href="${consoleUrl}${link}">查看</a></p>`,
          text: [note, ...lines, `${consoleUrl}${link}`].join('\n'),
          link,
        });
      }
      await audit.record(queries, {
        actor: actor.personId,
        action: 'findingGroup.forward',
        subjectKind: 'findingGroup',
        subjectId: id,
        detail: { organIds, note },
      });
    });
  }
}
