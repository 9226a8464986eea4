import { refuseIfAny, sees, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { releaseRefusal, visibleRelease, type Release, type ReleaseVersion } from '@koujing/release';
import { decisionOf } from './decision.js';
import { mentionedIn } from './mentioned.js';
import type { RemarkStore } from './remark-store.sql.js';
import { isShown } from './shown-versions.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { approvalLink, tellPersons, type TellParts } from './tell-persons.js';

interface Said {
  readonly releaseId: string;
  readonly digest: string;
  readonly text: string;
}

/**
 * Whoever may read a release may say something about it, beside the text and never in it. The drafters, those who signed
 * and those for whom it waits are told, and who is called by name.
 */
export class AddRemark {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly remarks: RemarkStore,
    private readonly tell: TellParts,
  ) {}

  /** @throws Problem `notFound`; `refused` if no version that this person is shown has the digest. */
  async perform({ releaseId, digest, text }: Said, actor: Actor): Promise<void> {
    const { database, releases, audit, clock } = this.desk.parts;
    await database.transaction(async (queries) => {
      const release = await visibleRelease(releases, queries, actor, releaseId);
      const versions = await releases.versions(queries, releaseId);
      const version = versions.findLast(
        (each) => each.digest === digest && isShown(release, each.version, actor),
      );
      if (version === undefined) return refuseIfAny([releaseRefusal.digestChanged]);
      const onReleased = version.version === release.releasedVersion;
      const of = { releaseId, version: version.version, personId: actor.personId };
      const id = newId();
      await this.remarks.insert(queries, { id, ...of, text, onReleased, saidAt: clock.now() });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'release.remark', digest },
        ...{ subjectKind: 'release', subjectId: releaseId },
        detail: { remarkId: id, version: version.version, note: text },
      });
      const current = versions.find((each) => each.version === release.version) ?? version;
      await this.#tell(queries, { release, version: current }, { actor, text });
    });
  }

  async #tell(
    queries: Queries,
    { release, version }: { readonly release: Release; readonly version: ReleaseVersion },
    { actor, text }: { readonly actor: Actor; readonly text: string },
  ): Promise<void> {
    const signOff = await this.desk.read(queries, release, version);
    const seen = { ...release, released: false };
    const others = (await this.tell.people.actors(queries)).filter(
      (each) => each.personId !== actor.personId && sees(visibilityOf(each), seen),
    );
    const called = new Set(mentionedIn(text, others).map(({ personId }) => personId));
    const signed = new Set(signOff.signatures.map(({ personId }) => personId));
    const waits = (each: Actor): boolean => decisionOf(signOff, each).reasons.length === 0;
    const involved = others.filter(
      (each) =>
        signOff.drafters.has(each.personId) ||
        signed.has(each.personId) ||
        called.has(each.personId) ||
        waits(each),
    );
    for (const [link, readers] of [
      [approvalLink(release.id), involved.filter(waits)],
      [`/releases/${release.id}`, involved.filter((each) => !waits(each))],
    ] as const)
      for (const byName of [true, false])
        await tellPersons(this.tell, queries, {
          personIds: readers
            .map(({ personId }) => personId)
            .filter((personId) => called.has(personId) === byName),
          kind: 'remark',
          subject: `【${byName ? '批注提到您' : '批注'}】${version.title}`,
          sentence: `${actor.name}对《${version.title}》（${release.number}）批注：${text}`,
          link,
        });
  }
}
