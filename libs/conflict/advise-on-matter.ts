import type { Queries } from '@koujing/database';
import type { MatterFollower } from '@koujing/matter';
import type { Notifier } from '@koujing/notify';
import type { Gate } from './gate.js';
import type { ReleaseTextStore } from './release-text-store.sql.js';
import { standingRuling } from './stored-finding.js';
import type { WatchGaps } from './watch-gaps.js';

/** When an agreed line changes, every text on the matter that is not out yet is held against the new one. */
export class AdviseOnMatter implements MatterFollower {
  constructor(
    private readonly parts: {
      readonly gate: Gate;
      readonly gaps: WatchGaps;
      readonly texts: ReleaseTextStore;
      readonly notifier: Notifier;
    },
  ) {}

  async follow(queries: Queries, { kind, matter }: Parameters<MatterFollower['follow']>[1]): Promise<void> {
    const { gate, gaps, texts } = this.parts;
    if (kind === 'revised') return gaps.clockMoved(queries, matter);
    for (const pending of await texts.pendingOn(queries, matter.id)) {
      const { findings } = await gate.advise(queries, pending.id);
      const departs = findings.some(
        (finding) =>
          finding.matter === matter.id && finding.kind === 'inconsistent' && standingRuling(finding) === null,
      );
      if (departs) await this.tell(queries, matter, pending);
    }
  }

  /** A draft that was right yesterday is wrong today; its drafter must not find out at the gate. */
  private tell(
    queries: Queries,
    matter: { readonly title: string },
    pending: { readonly id: string; readonly title: string; readonly draftedBy: string },
  ): Promise<void> {
    const text = `“${matter.title}”的口径已更新，您起草的《${pending.title}》与它不一致，请核对修改。`;
    return this.parts.notifier.notify(queries, {
      personIds: [pending.draftedBy],
      kind: 'agreedLine',
      subject: `【口径更新】${matter.title}`,
      html: `<p>${text.replace(/[<>&]/gu, ' ')}</p>`,
      text,
      link: `/releases/${pending.id}`,
    });
  }
}
