import { stepUpReasons, visibilityOf, type Actor, type PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { visibleRelease, type ReleaseListing } from '@koujing/release';
import type { ApprovalClock, ApprovalList, ApprovalSummary, ApprovalView } from './approval.api.js';
import { askedOf, type Asked } from './asked-of.js';
import { requirementsOf } from './chain.js';
import { decisionOf } from './decision.js';
import { knownOf } from './last-look.js';
import type { LookStore } from './look-store.sql.js';
import type { ReleaseClocks } from './release-clocks.js';
import type { ReleasePage } from './release-page.js';
import { shownVersion } from './shown-versions.js';
import type { SignOff } from './sign-off-case.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { inForce, type Signature, type SignatureStep } from './signature.js';

export interface ApprovalParts {
  readonly desk: SignOffDesk;
  readonly page: ReleasePage;
  readonly listing: ReleaseListing;
  readonly people: PersonStore;
  readonly looks: LookStore;
  readonly clocks: ReleaseClocks;
}

/** What waits for one person's word: the same reasons that greet the deed decide what is in the queue. */
export class ShowApprovals {
  constructor(private readonly parts: ApprovalParts) {}

  async page(
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
    actor: Actor,
  ): Promise<ApprovalList> {
    const { queries } = this.parts.desk.parts.database;
    const { asked: waiting, total } = await askedOf(this.parts.desk, queries, actor);
    const clocks = await this.#clocks(queries, waiting);
    const handedIn = await this.#handedIn(queries, waiting);
    const summaries = await this.parts.listing.summaries(
      queries,
      waiting.map(({ signOff }) => signOff.release.id),
      visibilityOf(actor),
    );
    const items = summaries
      .flatMap((release): ApprovalSummary[] => {
        const found = waiting.find(({ signOff }) => signOff.release.id === release.id);
        if (found === undefined) return [];
        const told = handedIn(found.signOff, found.decision.step);
        return [{ release, step: found.decision.step, ...told, clock: clocks.get(release.id)?.[0] ?? null }];
      })
      .sort(byClock);
    return {
      items: items.slice((page - 1) * pageSize, page * pageSize),
      total,
      page,
      pageSize,
    };
  }

  /** @throws Problem `notFound` if it is not there for this person. */
  async one(releaseId: string, actor: Actor): Promise<ApprovalView> {
    const { desk, looks } = this.parts;
    const { database, releases, rules } = desk.parts;
    const { queries } = database;
    const release = await visibleRelease(releases, queries, actor, releaseId);
    const version = await releases.version(queries, releaseId, shownVersion(release, actor));
    if (version === null) throw new Error(`release ${releaseId} has no version to show`);
    const signOff = await desk.read(queries, release, version);
    const decision = decisionOf(signOff, actor);
    const asked = [{ signOff, decision }];
    const of = { digest: version.digest, personId: actor.personId };
    const known = knownOf(of, await looks.of(queries, actor.personId, releaseId), signOff.signatures);
    const lastWord = decision.step === 'contentApproval' || decision.step === 'superiorApproval';
    const stepUp = stepUpReasons(actor, signOff.now, rules.signOff.stepUpMinutes.value);
    return {
      page: await this.parts.page.show(releaseId, actor),
      decision: {
        step: decision.step,
        reasons: [...decision.reasons],
        stepUp: lastWord && stepUp.length > 0,
      },
      ...(await this.#handedIn(queries, asked))(signOff, decision.step),
      clocks: [...((await this.#clocks(queries, asked)).get(releaseId) ?? [])],
      lastLook: known.since === null ? null : { version: known.since.version, at: civilTime(known.since.at) },
      seenAt: known.seenAt === null ? null : civilTime(known.seenAt),
    };
  }

  #clocks(queries: Queries, asked: readonly Asked[]): Promise<ReadonlyMap<string, readonly ApprovalClock[]>> {
    const releases = asked.map(({ signOff }) => signOff.release);
    return this.parts.clocks.of(queries, releases, this.parts.desk.parts.clock.now());
  }

  /** Who handed each in, and since when it waits at a step. */
  async #handedIn(
    queries: Queries,
    asked: readonly Asked[],
  ): Promise<(signOff: SignOff, step: SignatureStep) => Pick<ApprovalSummary, 'handedIn' | 'since'>> {
    const { desk, people } = this.parts;
    const subjects = { kind: 'release', ids: asked.map(({ signOff }) => signOff.release.id) };
    const entries = await desk.parts.audit.lastOf(queries, subjects, 'release.submit');
    const names = await people.names(
      queries,
      [...entries.values()].map(({ actor }) => actor),
    );
    return (signOff, step) => {
      const { release } = signOff;
      const entry = entries.get(release.id);
      const moments = [
        ...(entry === undefined ? [release.updatedAt] : [entry.at]),
        ...signedBefore(signOff, step).map(({ signedAt }) => signedAt),
        ...(step === 'laterReview' && release.releasedAt !== null ? [release.releasedAt] : []),
      ];
      return {
        handedIn:
          entry === undefined
            ? null
            : {
                by: { id: entry.actor, name: names.get(entry.actor) ?? entry.actor },
                at: civilTime(entry.at),
              },
        since: civilTime(new Date(Math.max(...moments.map((at) => at.getTime())))),
      };
    };
  }
}

/** What brought it to this step: the signatures of the stages before. */
const signedBefore = (
  { chain, release, version, signatures }: SignOff,
  step: SignatureStep,
): readonly Signature[] => {
  const asked = requirementsOf(chain, release);
  const own = asked.find((each) => each.step === step)?.stage ?? Number.POSITIVE_INFINITY;
  const before = new Set(asked.filter(({ stage }) => stage < own).map((each) => each.step));
  return signatures.filter((each) => before.has(each.step) && inForce(each, version.digest));
};

/** The most urgent clock first; what has none, or one that stands still, after those, the longest waiting first. */
const byClock = (a: ApprovalSummary, b: ApprovalSummary): number =>
  leftOf(a) - leftOf(b) || a.since.localeCompare(b.since) || a.release.id.localeCompare(b.release.id);

/** Beyond every limit that a rule could set, and still a number that can be subtracted. */
const never = Number.MAX_SAFE_INTEGER;
const leftOf = ({ clock }: ApprovalSummary): number =>
  clock === null || clock.paused ? never : clock.leftMs;
