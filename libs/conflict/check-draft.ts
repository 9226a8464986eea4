import { setImmediate as nextTurn } from 'node:timers/promises';
import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { civilTime, Problem, type Clock, type ReleaseId } from '@koujing/kernel';
import type { AttachmentStore, MatterRegister, ReleaseStore } from '@koujing/release';
import type { OrganStore } from '@koujing/organ';
import type { AgreedMatters } from './agreed/agreed-matters.js';
import { departure } from './agreed/departures.js';
import { boundedFacts } from './bounded-facts.js';
import { companionsOf } from './companions.js';
import { readableValue } from './facts/fact-value.js';
import type { Finding } from './finding.js';
import type { FindingBoard } from './finding-board.sql.js';
import type { GateIndex } from './gate-index.js';
import type { LiveCheck, LiveCheckInput } from './live-check.api.js';
import type { ReleaseText } from './release-text.js';
import { conflictRefusal } from './ruling-refusal.js';
import { withinRelease, type CompanionText } from './within/within-release.js';

export interface CheckDraftParts {
  readonly database: Database;
  readonly index: Pick<GateIndex, 'heldAgainst'>;
  readonly organs: OrganStore;
  readonly matters: MatterRegister;
  readonly agreed: AgreedMatters;
  readonly board: FindingBoard;
  readonly releases: Pick<ReleaseStore, 'find' | 'version'>;
  readonly attachments: Pick<AttachmentStore, 'documents'>;
  readonly clock: Clock;
}

/** The same check as at the gate, on a text that is being typed. Nothing is stored, nobody is told. */
export class CheckDraft {
  constructor(private readonly parts: CheckDraftParts) {}

  /**
   * The next keystroke makes the answer worthless: between its steps the check looks whether somebody still waits.
   * @throws Problem `gone` once `signal` is aborted
   */
  async perform(input: LiveCheckInput, actor: Actor, signal: AbortSignal): Promise<LiveCheck> {
    refuseIfAny(may(actor, 'drafter', input.organId));
    const { database, index } = this.parts;
    const { queries } = database;
    const text = await this.textOf(queries, input);
    const { detector, told, heard } = await index.heldAgainst(queries);
    await stillWanted(signal);
    const facts = boundedFacts(text);
    await stillWanted(signal);
    const itself = withinRelease(text, { facts, companions: await this.companions(queries, input) });
    const found = [
      ...detector.check(text),
      ...told.check(text),
      ...heard.check(text),
      ...(itself === undefined ? [] : [itself]),
      ...(await this.departures(queries, input, text)),
    ];
    await stillWanted(signal);
    return {
      facts: facts
        .filter(({ attribute }) => attribute !== 'polarity')
        .map((fact) => ({
          ...{ attribute: fact.attribute, start: fact.start, end: fact.end },
          value: readableValue(fact),
        })),
      findings: await this.views(queries, found, text.id),
      checkedAgainst: detector.size,
    };
  }

  private async textOf(queries: Queries, input: LiveCheckInput): Promise<ReleaseText> {
    const organs = new Map((await this.parts.organs.all(queries)).map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => organs.get(id) ?? id;
    return {
      id: input.releaseId ?? 'draft',
      organ: nameOf(input.organId),
      title: input.title,
      body: input.body,
      publishedAt: civilTime(this.parts.clock.now()),
      kind: input.kind,
      jointWith: input.jointOrganIds.map(nameOf),
      ...(input.relayOf === null ? {} : { relayOf: input.relayOf }),
      ...(input.supersedes === null ? {} : { supersedes: input.supersedes }),
    };
  }

  /**
   * The words for single channels as they are typed, and the attachments that the organ's own draft has as it was last saved: a digest
   * alone must not tell what another organ's document says.
   */
  private async companions(
    queries: Queries,
    { releaseId, organId, overrides }: LiveCheckInput,
  ): Promise<readonly CompanionText[]> {
    const { releases, attachments } = this.parts;
    const saved = releaseId === null ? null : await releases.find(queries, releaseId as ReleaseId);
    const version =
      saved === null || saved.organId !== organId
        ? null
        : await releases.version(queries, saved.id, saved.version);
    return companionsOf(queries, { overrides, attachments: version?.attachments ?? [] }, attachments);
  }

  /** The line of a matter that is no business of the organ's stays unknown to it. */
  private async departures(
    queries: Queries,
    { matter, organId }: LiveCheckInput,
    text: ReleaseText,
  ): Promise<readonly Finding[]> {
    const { matters, agreed } = this.parts;
    if (matter === null || !(await matters.linkable(queries, matter, organId))) return [];
    const line = await agreed.of(queries, matter);
    const found = line === null ? undefined : departure(text, line);
    return found === undefined ? [] : [found];
  }

  private async views(
    queries: Queries,
    found: readonly Finding[],
    draftId: string,
  ): Promise<LiveCheck['findings']> {
    const ids = [...new Set(found.flatMap(({ releases }) => releases))].filter((id) => id !== draftId);
    const named = await this.parts.board.releases(queries, ids);
    return found.map(({ kind, severity, confidence, explanation, explanationEn, facts, releases }) => ({
      ...{ kind, severity, confidence, explanation, explanationEn },
      facts: facts.map(({ attribute, a, b }) => ({ attribute, a: { ...a }, b: { ...b } })),
      releases: releases.flatMap((id) => named.get(id) ?? []),
    }));
  }
}

/** Lets other requests and the closing of this one be heard. */
const stillWanted = async (signal: AbortSignal): Promise<void> => {
  await nextTurn();
  if (signal.aborted) throw new Problem('gone', [conflictRefusal.nobodyWaits]);
};
