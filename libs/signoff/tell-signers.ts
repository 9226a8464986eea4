import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { requirementsOf } from './chain.js';
import { decisionOf } from './decision.js';
import { missing, missingBefore } from './sign-off.js';
import type { SignOff } from './sign-off-case.js';
import type { SignatureStep } from './signature.js';
import { stepWords } from './step-words.js';
import { approvalLink, tellPersons, type TellParts } from './tell-persons.js';

/** Tells people that a release waits for their word, and its drafters that it came back. */
export class TellSigners {
  constructor(private readonly parts: TellParts) {}

  /** Everybody whose step opened between two readings; with no reading before, whose step is open. */
  async turns(queries: Queries, before: SignOff | null, now: SignOff): Promise<void> {
    const known = new Set(before === null ? [] : openSteps(before));
    const opened = openSteps(now).filter((step) => !known.has(step));
    if (opened.length === 0) return;
    const signers = (await this.parts.people.actors(queries)).map((actor) => ({
      id: actor.personId,
      ...decisionOf(now, actor),
    }));
    const { id, title, number, organId } = now.release;
    for (const step of new Set(opened)) {
      const waited = signers.filter((signer) => signer.step === step && signer.reasons.length === 0);
      const word = stepWords[step].zh;
      await tellPersons(this.parts, queries, {
        personIds: waited.map((signer) => signer.id),
        kind: 'approval',
        subject: `【待您${word}】${title}`,
        sentence: `${now.organName(organId)}的《${title}》（${number}）到了${word}这一步，等您同意或退回。`,
        link: approvalLink(id),
      });
    }
  }

  async returned(
    queries: Queries,
    { release, version }: SignOff,
    by: { readonly actor: Actor; readonly note: string },
  ): Promise<void> {
    await tellPersons(this.parts, queries, {
      personIds: [...new Set([release.draftedBy, version.draftedBy])],
      kind: 'returned',
      subject: `【已退回】${version.title}`,
      sentence: `${by.actor.name}退回了《${version.title}》（${release.number}）：${by.note}`,
      link: `/releases/${release.id}`,
    });
  }
}

const openSteps = (signOff: SignOff): readonly SignatureStep[] =>
  signOff.release.state === 'submitted'
    ? requirementsOf(signOff.chain, signOff.release)
        .filter(
          (each) => missing(signOff, each).length > 0 && missingBefore(signOff, each.stage).length === 0,
        )
        .map(({ step }) => step)
    : [];
