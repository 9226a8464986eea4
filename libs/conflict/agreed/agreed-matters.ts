import type { Queries } from '@koujing/database';
import { inForce, type MatterStore } from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';
import type { AgreedMatter } from './departures.js';

/** Matters with the lines in force, as texts are held against them. */
export class AgreedMatters {
  constructor(
    private readonly matters: MatterStore,
    private readonly organs: OrganStore,
  ) {}

  /** Null if the release is on no matter, or nothing was agreed on it. */
  async of(queries: Queries, matterId: string | null): Promise<AgreedMatter | null> {
    const matter = matterId === null ? null : await this.matters.find(queries, matterId);
    if (matter === null) return null;
    const lines = inForce(await this.matters.lines(queries, [matter.id]));
    if (lines.length === 0) return null;
    const names = new Map((await this.organs.all(queries)).map(({ id, name }) => [id, name]));
    return { matter, lines, organName: (id) => names.get(id) ?? id };
  }
}
