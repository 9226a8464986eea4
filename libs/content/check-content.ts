import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Organ, OrganStore } from '@koujing/organ';
import {
  isOut,
  type Release,
  type ReleaseStore,
  type ReleaseVersion,
  type SubmissionCheck,
} from '@koujing/release';
import { concernedOrgans, type Concern } from './concerned-organs.js';
import type { ConcernStore, Dismissal } from './concern-store.sql.js';
import type { ContentRules } from './content-rules.js';
import { findElements, type ElementFinding } from './elements.js';
import { contentRefusal } from './refusal.js';

export interface ContentParts {
  readonly organs: OrganStore;
  readonly releases: ReleaseStore;
  readonly concerns: ConcernStore;
  readonly rules: { readonly content: ContentRules };
}

/** A concerned organ and what became of it. */
export interface StandingConcern extends Concern {
  readonly organ: Organ;
  readonly state: 'joint' | 'dismissed' | 'open';
  /** Also one that no longer speaks of the text; then the state is `open`. */
  readonly dismissal: Dismissal | null;
}

/** Everything that was found out about the content of one version. */
export interface ContentFindings {
  readonly elements: readonly ElementFinding[];
  readonly concerned: readonly StandingConcern[];
  readonly missing: readonly Reason[];
  readonly advice: readonly Reason[];
}

/** What a release lacks before it may be handed to its reviewers (Art.12–14, 19, 23). */
export class CheckContent implements SubmissionCheck {
  constructor(private readonly parts: ContentParts) {}

  async reasons(queries: Queries, release: Release, version: ReleaseVersion): Promise<readonly Reason[]> {
    return (await this.findings(queries, release, version)).missing;
  }

  async findings(queries: Queries, release: Release, version: ReleaseVersion): Promise<ContentFindings> {
    const { content } = this.parts.rules;
    const elements = await this.#elements(queries, release, version);
    const concerned = await this.#concerned(queries, release, version);
    const told = [
      ...elements
        .filter(({ state }) => state === 'missing')
        .map(({ rule }) => ({ hard: rule.hardness === 'hard', reason: contentRefusal.elementMissing(rule) })),
      ...concerned
        .filter(({ state }) => state === 'open')
        .map(({ organ, words, by }) => {
          const demand = by === 'name' ? content.concernedByName : content.concernedByRemit;
          const reason = contentRefusal.concernOpen(organ.name, words, by, demand.article);
          return { hard: demand.hardness === 'hard', reason };
        }),
      ...declared(content, version),
    ];
    return {
      elements,
      concerned,
      missing: [
        ...disclosureReasons(version),
        ...(await this.#scrutiny(queries, release, version)),
        ...told.filter(({ hard }) => hard).map(({ reason }) => reason),
      ],
      advice: told.filter(({ hard }) => !hard).map(({ reason }) => reason),
    };
  }

  async #elements(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
  ): Promise<readonly ElementFinding[]> {
    const { organs, concerns, rules } = this.parts;
    const asked = rules.content.elements[release.kind] ?? [];
    if (asked.length === 0) return [];
    const organ = await organs.find(queries, release.organId);
    const { id, kind, matter } = release;
    const follows =
      release.supersedes !== null ||
      release.releasedVersion !== null ||
      (matter !== null && (await concerns.followsOn(queries, { id, kind, matter })));
    const text = { organ: organ?.name ?? '', title: version.title, plain: version.plain };
    const due = asked.filter(({ firstOnly }) => !firstOnly || !follows);
    return findElements(text, due, version.declaration.elements);
  }

  async #concerned(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
  ): Promise<readonly StandingConcern[]> {
    const { organs, releases, concerns } = this.parts;
    const all = await organs.all(queries);
    const relay = release.relayOf;
    const relayed =
      relay !== null && 'releaseId' in relay ? await releases.find(queries, relay.releaseId) : null;
    const dismissals = await concerns.of(queries, release.id);
    const text = {
      organId: release.organId,
      title: version.title,
      plain: version.plain,
      relayed: relayed === null ? [] : [relayed.organId, ...relayed.jointOrganIds],
    };
    return concernedOrgans(text, all).flatMap((concern) => {
      const organ = all.find(({ id }) => id === concern.organId);
      if (organ === undefined) return [];
      const dismissal = dismissals.find(({ organId }) => organId === concern.organId) ?? null;
      const joint = release.jointOrganIds.includes(concern.organId);
      const state = joint ? 'joint' : stillSpeaks(dismissal, concern) ? 'dismissed' : 'open';
      return [{ ...concern, organ, state, dismissal }];
    });
  }

  /** Two records: the response, and the result that names it (Art.13(6), 19). */
  async #scrutiny(queries: Queries, release: Release, version: ReleaseVersion): Promise<readonly Reason[]> {
    if (release.kind !== 'mediaScrutiny') return [];
    const { scrutiny, answers } = version.declaration;
    if (scrutiny === null) return [contentRefusal.scrutinyPartMissing];
    if (scrutiny === 'response') return [];
    const response = answers === null ? null : await this.parts.releases.find(queries, answers);
    const own =
      response !== null &&
      response.kind === 'mediaScrutiny' &&
      response.organId === release.organId &&
      response.id !== release.id &&
      isOut(response);
    return own ? [] : [contentRefusal.scrutinyResponseMissing];
  }
}

/**
 * A dismissal is bound to the sentences that touched the organ: an edit elsewhere leaves it standing, one that touches
 * the organ in other words asks again, because the reason was given for the former ones (Art.14(c)).
 */
const stillSpeaks = (dismissal: Dismissal | null, { passages }: Concern): boolean =>
  dismissal !== null && passages.every((passage) => dismissal.passages.includes(passage));

/** What is not public is never dispatched; asked at submission and again at the release. */
export const disclosureReasons = ({
  declaration: { disclosure, disclosureReason },
}: Pick<ReleaseVersion, 'declaration'>): readonly Reason[] => {
  if (disclosure === 'proactive') return [];
  return [
    contentRefusal.notPublic(disclosure),
    ...(disclosureReason === '' ? [contentRefusal.disclosureReasonMissing] : []),
  ];
};

const declared = (
  { trigger, legalBasis }: Pick<ContentRules, 'trigger' | 'legalBasis'>,
  { declaration }: Pick<ReleaseVersion, 'declaration'>,
): readonly { readonly hard: boolean; readonly reason: Reason }[] => [
  ...(declaration.triggers.length > 0
    ? []
    : [{ hard: trigger.hardness === 'hard', reason: contentRefusal.triggerMissing(trigger.article) }]),
  ...(declaration.legalBasis !== ''
    ? []
    : [
        {
          hard: legalBasis.hardness === 'hard',
          reason: contentRefusal.legalBasisMissing(legalBasis.article),
        },
      ]),
];
