import type { FindingKind } from './finding.js';
import type { LineError } from './release-line.js';

export interface ImportSummary {
  readonly imported: number;
  /** The same line was imported before. */
  readonly unchanged: number;
  /** Organs that were not registered; they have the kind `imported` and no people. */
  readonly organsCreated: readonly string[];
  readonly findings: Readonly<Record<FindingKind, number>>;
  readonly rejects: readonly LineError[];
}

/** Counts of one batch, added up over all. */
export class Tally {
  imported = 0;
  unchanged = 0;
  readonly rejects: LineError[] = [];
  readonly #findings = { duplicate: 0, multiHeaded: 0, crossRemit: 0, inconsistent: 0, gap: 0 };

  count(findings: readonly { readonly kind: FindingKind }[]): void {
    for (const { kind } of findings) this.#findings[kind] += 1;
  }

  add(other: Tally): void {
    this.imported += other.imported;
    this.unchanged += other.unchanged;
    this.rejects.push(...other.rejects);
    for (const kind of Object.keys(this.#findings) as FindingKind[])
      this.#findings[kind] += other.#findings[kind];
  }

  summary(): Omit<ImportSummary, 'organsCreated'> {
    const { imported, unchanged, rejects } = this;
    return { imported, unchanged, rejects, findings: { ...this.#findings } };
  }
}

export const changedLine = (line: number, id: string): LineError => ({
  line,
  field: 'id',
  found: `${id}（已导入过，内容不同 / imported before with other content）`,
  allowed: '新的编号，或与已导入的完全相同 (a new id, or exactly the same content)',
});

export const unknownSuperseded = (line: number, found: string): LineError => ({
  line,
  field: 'supersedes',
  found,
  allowed: '更早发布且已导入的编号 (the id of an earlier release that is imported)',
});
