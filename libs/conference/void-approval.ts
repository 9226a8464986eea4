import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import type { FactChange } from './facts.js';

/** Why signatures, and with them an approval and its number, lose their force. */
export interface Voiding {
  readonly reason: string;
  readonly changes: readonly FactChange[];
  readonly actor: Actor;
}

/**
 * Signatures and approval lose their force; the number stays on record as void, and the clocks of what was registered
 * end. @returns the conference without them, not yet written
 */
export const voidApproval = async (
  parts: ConferenceParts,
  queries: Queries,
  conference: Conference,
  { reason, changes, actor }: Voiding,
): Promise<Conference> => {
  const at = parts.clock.now();
  const voided = await parts.conferenceSignatures.void(queries, conference.id, { at, reason });
  await parts.registrations.void(queries, conference.id, { at, reason, changes });
  await parts.clocks.dropped(queries, conference, actor);
  await parts.audit.record(queries, {
    actor: actor.personId,
    action: 'conference.void',
    subjectKind: 'conference',
    subjectId: conference.id,
    detail: { reason, changes, voided, number: conference.number },
  });
  const signedMaterials = await materialsToSign(parts, queries, conference.id);
  return {
    ...{ ...conference, signedMaterials },
    ...{ number: null, appliedAt: null, approvedAt: null, filing: null, keptChain: null },
  };
};

/** 重新登记 (Art.32): it begins again as a plan. */
export const registeredAnew = (conference: Conference): Conference => ({
  ...conference,
  state: 'draft',
  registration: conference.registration + 1,
});

/** What is there now of the materials that are part of the content. */
export const materialsToSign = async (
  { materials, settings }: Pick<ConferenceParts, 'materials' | 'settings'>,
  queries: Queries,
  id: string,
): Promise<Conference['signedMaterials']> => {
  const current = await materials.current(queries, id);
  const signed = current.filter(({ kind }) => settings.materials.signed.includes(kind));
  return Object.fromEntries(signed.map(({ kind, sha256 }) => [kind, sha256]));
};
