import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilYear, newId, type Reason } from '@koujing/kernel';
import { relayOfDraft, sealed, versionOfDraft } from './draft.js';
import { referenceReasons } from './draft-reasons.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseDraft, ReleaseStanding } from './release.api.js';
import type { Release } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import { standingOf } from './standing.js';
import { notStored } from './working-copy.js';

/** A new draft with its number: the permanent address hangs on it from now on. */
export class CreateRelease {
  constructor(private readonly parts: ReleaseParts) {}

  async reasons(queries: Queries, draft: ReleaseDraft, actor: Actor): Promise<readonly Reason[]> {
    const references = await referenceReasons(this.parts, queries, draft, actor);
    const note = draft.correctionNote === '' ? [] : [releaseRefusal.notACorrection];
    return references.length > 0 ? references : [...may(actor, 'drafter', draft.organId), ...note];
  }

  perform(draft: ReleaseDraft, actor: Actor): Promise<ReleaseStanding> {
    return this.parts.database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, draft, actor));
      await this.parts.workingCopies.forget(queries, actor.personId, notStored);
      return this.store(queries, draft, actor);
    });
  }

  private async store(queries: Queries, draft: ReleaseDraft, actor: Actor): Promise<ReleaseStanding> {
    const { releases, renditions, followers, audit, clock } = this.parts;
    const at = clock.now();
    const release = await this.newRelease(queries, draft, actor);
    const unsealed = versionOfDraft(draft, release, actor, at);
    const previews = await renditions.previews(queries, release, unsealed);
    const known = new Set(previews.map((preview) => preview.accountId));
    refuseIfAny(
      draft.accountIds.filter((id) => !known.has(id)).map((id) => releaseRefusal.unknownAccount(id)),
    );
    const version = sealed(release, unsealed, previews);
    await releases.insert(queries, release);
    await releases.insertVersion(queries, version);
    await this.parts.sources.link(queries, release.id, draft.documents);
    for (const follower of followers)
      await follower.follow(queries, { kind: 'created', release, version, actor });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'release.create',
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
    });
    return standingOf(release, version, previews);
  }

  private async newRelease(queries: Queries, draft: ReleaseDraft, actor: Actor): Promise<Release> {
    const at = this.parts.clock.now();
    const series = { prefix: this.parts.numberPrefix, year: civilYear(at) };
    const [number = ''] = await this.parts.numbers.take(queries, series);
    return {
      id: newId(),
      number,
      organId: draft.organId,
      kind: draft.kind,
      state: 'draft',
      version: 1,
      releasedVersion: null,
      title: draft.title,
      jointOrganIds: draft.jointOrganIds,
      superiorOrganId: null,
      relayOf: relayOfDraft(draft),
      supersedes: draft.supersedes,
      matter: draft.matter,
      scheduledAt: null,
      releasedAt: null,
      gateSeq: null,
      holdReason: null,
      draftedBy: actor.personId,
      importedFrom: null,
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
  }
}
