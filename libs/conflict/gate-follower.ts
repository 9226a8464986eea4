import type { Queries } from '@koujing/database';
import type { ReleaseChange, ReleaseFollower } from '@koujing/release';
import type { RecordFindings } from './gate-findings.js';
import type { Gate } from './gate.js';

/** Advice at save, submit and approve; a release that is taken back takes its findings with it. */
export class AdviseOnChange implements ReleaseFollower {
  constructor(
    private readonly gate: Gate,
    private readonly findings: RecordFindings,
  ) {}

  async follow(queries: Queries, { kind, release }: ReleaseChange): Promise<void> {
    if (kind === 'withdrawn') await this.findings.closeAll(queries, release.id);
    else await this.gate.advise(queries, release.id);
  }
}
