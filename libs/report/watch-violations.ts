import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { canonicalJson, digestOf, newId, type Clock } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import { ruleOfKind, type KindRules, type OrganStore } from '@koujing/organ';
import type { Act, ActSource } from './act.js';
import { auditEvidence } from './audit-evidence.js';
import type { EvidenceView } from './violation.api.js';
import { noticedTogether, violationNotice } from './violation-notice.js';
import type { ViolationRules } from './violation-rules.js';
import type { ViolationStore } from './violation-store.sql.js';
import type { Violation } from './violation.js';

export interface WatchParts {
  readonly database: Database;
  readonly violations: ViolationStore;
  readonly sources: readonly ActSource[];
  readonly rules: ViolationRules;
  readonly kinds: KindRules;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

const actor = 'system:violations';

/** The minute tick: every act that stands and has no case opens one, with its evidence frozen (Art.39). */
export class WatchViolations {
  constructor(private readonly parts: WatchParts) {}

  /** How many cases were opened. One transaction: what does not commit has opened nothing. */
  tick(): Promise<number> {
    const { database, sources, clock } = this.parts;
    return database.transaction(async (queries) => {
      const opened: Violation[] = [];
      for (const source of sources)
        for (const act of await source.acts(queries, clock.now())) {
          const violation = await this.#open(queries, act);
          if (violation !== null) opened.push(violation);
        }
      for (const together of noticedTogether(opened)) await this.#tell(queries, together);
      return opened.length;
    });
  }

  async #open(queries: Queries, act: Act): Promise<Violation | null> {
    const { violations, organs, kinds, audit } = this.parts;
    const organ = await organs.find(queries, act.organId);
    const entries = await audit.of(queries, act.subject.kind, act.subject.id);
    const evidence = frozen([...act.evidence, ...entries.map(auditEvidence)]);
    const violation: Violation = {
      ...{ id: newId(), kind: act.kind, actKey: act.key, organId: act.organId },
      ...{ title: act.title, link: act.link, act: act.act, actEn: act.actEn },
      article: this.parts.rules[act.kind].article,
      ...{ occurredAt: act.occurredAt, establishedAt: this.parts.clock.now() },
      byReference: organ !== null && !ruleOfKind(kinds, organ.kind).officeSanctions,
      ...{ state: 'established', evidence, evidenceDigest: digestOf(evidence) },
      ...{ consequence: null, consequenceText: '', consequenceBy: null, consequenceAt: null },
      ...{ endedBy: null, endedAt: null, endNote: '' },
    };
    if (!(await violations.open(queries, violation))) return null;
    await audit.record(queries, {
      ...{ actor, action: 'violation.establish', subjectKind: 'violation', subjectId: violation.id },
      digest: violation.evidenceDigest,
      detail: { kind: act.kind, key: act.key, organId: act.organId },
    });
    return violation;
  }

  /** The office and the organ concerned see the same cases at the same moment. */
  async #tell(queries: Queries, together: readonly [Violation, ...Violation[]]): Promise<void> {
    const { people, notifier } = this.parts;
    const persons = [
      ...(await people.withRole(queries, 'coordinator', null)),
      ...(await people.withRole(queries, 'approver', together[0].organId)),
    ];
    const personIds = persons.map(({ id }) => id);
    await notifier.notify(queries, { personIds, ...violationNotice(together) });
  }
}

/** As it will be read back: the digest is over what is stored, not over what was meant. */
const frozen = (evidence: readonly EvidenceView[]): readonly EvidenceView[] =>
  JSON.parse(canonicalJson(evidence)) as readonly EvidenceView[];
