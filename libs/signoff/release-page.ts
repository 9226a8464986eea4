import { visibilityOf, type Actor, type PersonStore } from '@koujing/access';
import type { ShowContent } from '@koujing/content';
import { askedOnce, type Queries } from '@koujing/database';
import { civilTime, type Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import type { OrganRef } from '../organ/organ.api.js';
import { gateReasons, type FindingBoard, type FindingStore } from '@koujing/conflict';
import {
  visibleRelease,
  type AbandonCorrection,
  type AttachmentStore,
  type OpenCorrection,
  type Release,
  type ReleaseListing,
  type ReleaseVersion,
  type RenditionSource,
  type SourceStore,
  type ReviseRelease,
  type SubmitRelease,
  type TakeBackSubmission,
  type WithdrawRelease,
} from '@koujing/release';
import { checklistBefore } from './checklist.js';
import type { ApproveRelease } from './approve-release.js';
import { chainView } from './chain-view.js';
import type { DispatchFace } from './dispatch-face.js';
import { hintsOf } from './page-hints.js';
import type { ReviewLater } from './review-later.js';
import type { ReviewText } from './review-text.js';
import { superiorsOf, type SendUp } from './send-up.js';
import {
  reasonsToApprove,
  reasonsToConfirm,
  reasonsToReturn,
  reasonsToReview,
  type SignOff,
} from './sign-off.js';
import type { RemarkStore } from './remark-store.sql.js';
import { isOnlooker, isShown, shownVersion } from './shown-versions.js';
import type { SignOffDesk } from './sign-off-desk.js';
import type { ActionName, ReleasePage as Page, SignatureView } from './signoff.api.js';
import { stagesOf } from './stages.js';

export interface PageParts {
  readonly desk: SignOffDesk;
  readonly listing: ReleaseListing;
  readonly people: PersonStore;
  readonly sources: SourceStore;
  readonly attachments: AttachmentStore;
  readonly findings: FindingStore;
  readonly board: FindingBoard;
  readonly renditions: RenditionSource;
  readonly revise: ReviseRelease;
  readonly submit: SubmitRelease;
  readonly takeBack: TakeBackSubmission;
  readonly withdraw: WithdrawRelease;
  readonly openCorrection: OpenCorrection;
  readonly abandonCorrection: AbandonCorrection;
  readonly reviewText: ReviewText;
  readonly reviewLater: ReviewLater;
  readonly approveAsSuperior: ApproveRelease;
  readonly sendUp: SendUp;
  readonly showContent: ShowContent;
  readonly dispatch: DispatchFace;
  readonly remarks: RemarkStore;
}

/** Everything that the page of one release shows, for one person. */
export class ReleasePage {
  constructor(private readonly parts: PageParts) {}

  /** @throws Problem `notFound` if it is not there for this person. */
  async show(releaseId: string, actor: Actor): Promise<Page> {
    const { desk, listing, board } = this.parts;
    // Each stage and each action looks at the release for itself.
    const queries = askedOnce(desk.parts.database.queries);
    const release = await visibleRelease(desk.parts.releases, queries, actor, releaseId);
    const all = await desk.parts.releases.versions(queries, releaseId);
    const versions = all.filter(({ version }) => isShown(release, version, actor));
    const version = versions.find(({ version }) => version === shownVersion(release, actor));
    const [summary] = await listing.summaries(queries, [releaseId], visibilityOf(actor));
    if (version === undefined || summary === undefined)
      throw new Error(`release ${releaseId} has no version`);
    const signOff = await desk.read(queries, release, version);
    const contentCheck = await this.parts.showContent.view(queries, signOff, actor);
    const names = await this.names(queries, signOff, versions);
    const traces = await this.parts.sources.tracesOf(queries, version);
    const relayOf =
      release.relayOf !== null && 'releaseId' in release.relayOf ? release.relayOf.releaseId : null;
    const { supersedes, matter, superiorOrganId } = release;
    const organs = await desk.parts.organs.all(queries);
    const ref = (id: string) =>
      refOf(
        organs.find((organ) => organ.id === id),
        id,
      );
    return {
      release: {
        ...summary,
        ...{ relayOf, supersedes, matter, digest: version.digest },
        superior: superiorOrganId === null ? null : ref(superiorOrganId),
      },
      content: versionView(version, names),
      versions: versions.map((each) => versionView(each, names)),
      stages: await this.stages(queries, signOff, contentCheck),
      contentCheck,
      chain: chainView(signOff, ref),
      superiors: superiorsOf(organs, release.organId).map(({ id }) => ref(id)),
      actions: await this.actions(queries, signOff, actor),
      signatures: this.signatures(signOff, names),
      checklist: [
        ...(release.releasedVersion === version.version
          ? signOff.checklist
          : checklistBefore(signOff.checklist, signOff.chain)),
      ],
      hints: await hintsOf(this.parts.attachments, queries, { version, traces }),
      traces: traces.map((each) => ({ ...each, traces: [...each.traces] })),
      findings: await board.ofRelease(queries, releaseId, visibilityOf(actor)),
      duties: await board.dutiesOf(queries, [releaseId]),
      remarks: await this.remarks(queries, release, actor),
      timeline: await this.timeline(queries, releaseId),
    };
  }

  private async stages(
    queries: Queries,
    signOff: SignOff,
    content: Page['contentCheck'],
  ): Promise<Page['stages']> {
    const { findings, renditions } = this.parts;
    const { id } = signOff.release;
    const named = await findings.ofRelease(queries, id);
    const raised = named.filter(({ raisedBy }) => raisedBy === id);
    return stagesOf({
      signOff,
      content,
      conflictReasons: raised.flatMap((finding) => gateReasons(finding, id)),
      openFindings: raised.filter(({ state }) => state === 'open' || state === 'coordinating').length,
      previews: await renditions.previews(queries, signOff.release, signOff.version),
    });
  }

  private async actions(queries: Queries, signOff: SignOff, actor: Actor): Promise<Page['actions']> {
    const { revise, submit, withdraw, dispatch, openCorrection, abandonCorrection } = this.parts;
    const { release, version } = signOff;
    const reasons: Readonly<Record<ActionName, readonly Reason[]>> = {
      revise: revise.reasons(release, actor),
      submit: await submit.reasons(queries, release, version, actor),
      takeBack: this.parts.takeBack.reasons(release, actor),
      review: this.parts.reviewText.reasonsNow(signOff, actor),
      reviewConfidentiality: reasonsToReview(signOff, actor),
      confirm: reasonsToConfirm(signOff, actor),
      approve: reasonsToApprove(signOff, actor),
      approveAsSuperior: this.parts.approveAsSuperior.reasons(signOff, actor),
      sendUp: this.parts.sendUp.reasons(release, actor),
      reviewLater: this.parts.reviewLater.reasons(signOff, actor),
      return: reasonsToReturn(signOff, actor),
      publish: await dispatch.publishReasons(queries, release.id, actor),
      proposeTime: await dispatch.proposalReasons(queries, release.id, actor),
      schedule: await dispatch.scheduleReasons(queries, release.id, actor),
      cancelSchedule: dispatch.cancelReasons(release, actor),
      sendEmbargoedCopies: await dispatch.embargoReasons(queries, release, actor),
      withdraw: withdraw.reasons(release, actor),
      openCorrection: openCorrection.reasons(release, actor),
      abandonCorrection: abandonCorrection.reasons(release, actor),
      withdrawPublished: await dispatch.withdrawalReasons(queries, release.id, actor),
    };
    const actions = Object.entries(reasons).map(([name, list]) => [name, { reasons: [...list] }]);
    return Object.fromEntries(actions) as Page['actions'];
  }

  private signatures({ signatures, organName }: SignOff, names: Names): SignatureView[] {
    return signatures.map(
      ({ organId, personId, onBehalfOf, releaseId: _, signedAt, voidedAt, ...signature }) => ({
        ...signature,
        items: { ...signature.items },
        organ: { id: organId, name: organName(organId), shortName: organName(organId) },
        person: { id: personId, name: names(personId) },
        onBehalfOf: onBehalfOf === null ? null : { id: onBehalfOf, name: names(onBehalfOf) },
        signedAt: civilTime(signedAt),
        voidedAt: voidedAt === null ? null : civilTime(voidedAt),
      }),
    );
  }

  /** Who reads it only because it is out reads what was said about it since, and nothing of how it came about. */
  private async remarks(queries: Queries, release: Release, actor: Actor): Promise<Page['remarks']> {
    const all = await this.parts.remarks.of(queries, release.id);
    const shown = all.filter(({ onReleased }) => onReleased || !isOnlooker(release, actor));
    const ids = [...new Set(shown.map(({ personId }) => personId))];
    const names = await this.parts.people.names(queries, ids);
    return shown.map(({ id, personId, saidAt, version, text }) => ({
      ...{ id, version, text },
      by: { id: personId, name: names.get(personId) ?? personId },
      at: civilTime(saidAt),
    }));
  }

  private async timeline(queries: Queries, releaseId: string): Promise<Page['timeline']> {
    const { desk, people } = this.parts;
    const all = await desk.parts.audit.of(queries, 'release', releaseId);
    const entries = all.filter(({ action }) => action !== 'release.remark');
    const names = await people.names(queries, [...new Set(entries.map(({ actor }) => actor))]);
    return entries.map(({ at, actor, action, detail }) => ({
      at: civilTime(at),
      actor: names.get(actor) ?? actor,
      action,
      detail: { ...detail },
    }));
  }

  private async names(
    queries: Queries,
    signOff: SignOff,
    versions: readonly ReleaseVersion[],
  ): Promise<Names> {
    const ids = new Set([
      ...versions.map((version) => version.draftedBy),
      ...signOff.signatures.flatMap((s) => [s.personId, s.onBehalfOf ?? s.personId]),
    ]);
    const names = await this.parts.people.names(queries, [...ids]);
    return (id) => names.get(id) ?? id;
  }
}

type Names = (personId: string) => string;

const refOf = (organ: Organ | undefined, id: string): OrganRef => ({
  id,
  name: organ?.name ?? id,
  shortName: organ?.shortName ?? id,
});

const versionView = (version: ReleaseVersion, names: Names): Page['content'] => ({
  version: version.version,
  digest: version.digest,
  title: version.title,
  summary: version.summary,
  blocks: [...version.blocks],
  plain: version.plain,
  column: version.column,
  keywords: [...version.keywords],
  accountIds: [...version.accountIds],
  recipients: [...version.recipients],
  mailingListIds: [...version.mailingListIds],
  overrides: { ...version.overrides },
  images: version.images.map((image) => ({ ...image })),
  attachments: version.attachments.map((attachment) => ({ ...attachment })),
  declaration: version.declaration,
  correctionNote: version.correctionNote,
  draftedBy: { id: version.draftedBy, name: names(version.draftedBy) },
  createdAt: civilTime(version.createdAt),
});
