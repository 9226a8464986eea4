import { lineSentence, type CheckDraft, type Gate } from '@koujing/conflict';
import type { Queries } from '@koujing/database';
import { inForce, type MatterStore } from '@koujing/matter';
import type { AnswerCheck, DepartureView, LineInForce, MatterLines, SaidText } from '@koujing/media';
import { liveCheckInputSchema } from '../../libs/conflict/live-check.api.js';

/** Answers media's question for the agreed line; media and matter have the same rank. */
export class LinesOfMatters implements MatterLines {
  constructor(private readonly matters: MatterStore) {}

  async titles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.matters.all(queries, ids)).map(({ id, title }) => [id, title]));
  }

  async inForce(queries: Queries, matterId: string, organId: string): Promise<readonly LineInForce[] | null> {
    if (!(await this.matters.linkable(queries, matterId, organId))) return null;
    return inForce(await this.matters.lines(queries, [matterId])).map((line) => ({
      lineId: line.lineId,
      version: line.version,
      words: lineSentence(line),
    }));
  }
}

/** To repeat what is released is what an answer is for; only what it says otherwise is a departure. */
const departing: ReadonlySet<string> = new Set<DepartureView['kind']>(['inconsistent', 'crossRemit']);

/** Holds an answer against the agreed line and every released text, as a draft of the organ would be. */
export class AnswersChecked implements AnswerCheck {
  constructor(
    private readonly drafts: CheckDraft,
    private readonly gate: Pick<Gate, 'takePlace'>,
  ) {}

  place(queries: Queries): Promise<number> {
    return this.gate.takePlace(queries);
  }

  async departures({ organId, matterId, subject, answer }: SaidText): Promise<readonly DepartureView[]> {
    const draft = { organId, kind: 'other', title: subject, body: answer, matter: matterId };
    // Who may log an answer was asked before; the check itself is the organ's own.
    const actor = {
      personId: 'system:press',
      name: '',
      grants: [{ role: 'drafter' as const, organId, office: false }],
    };
    const { signal } = new AbortController();
    const { findings } = await this.drafts.perform(liveCheckInputSchema.parse(draft), actor, signal);
    return findings
      .filter(({ kind }) => departing.has(kind))
      .map(({ kind, explanation, explanationEn, releases }) => ({
        kind: kind as DepartureView['kind'],
        explanation,
        explanationEn,
        releases: releases.map(({ id, number, title, organ }) => ({
          ...{ id, number, title },
          organName: organ.name,
        })),
      }));
  }
}
