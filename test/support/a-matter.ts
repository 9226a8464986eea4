import { matterInputSchema } from '../../libs/matter/matter.api.js';
import type { City } from './a-city.js';

/** `aMatter(city).titled('城东化工园区爆燃事故').ownedBy('emergency').opened()`: every default is valid. */
export const aMatter = (city: City): MatterBuilder => new MatterBuilder(city, {});

class MatterBuilder {
  constructor(
    private readonly city: City,
    private readonly changes: Readonly<Record<string, unknown>>,
  ) {}

  titled(title: string): MatterBuilder {
    return this.with({ title });
  }

  ownedBy(ownerOrganId: string): MatterBuilder {
    return this.with({ ownerOrganId });
  }

  concerning(...concernedOrganIds: readonly string[]): MatterBuilder {
    return this.with({ concernedOrganIds });
  }

  /** ISO 8601 with offset. */
  due(dueAt: string): MatterBuilder {
    return this.with({ dueAt });
  }

  with(changes: Readonly<Record<string, unknown>>): MatterBuilder {
    return new MatterBuilder(this.city, { ...this.changes, ...changes });
  }

  /** @returns its id */
  async opened(): Promise<string> {
    const input = matterInputSchema.parse({
      title: '滨河路夜间养护',
      kind: 'routine',
      ownerOrganId: 'transport',
      ...this.changes,
    });
    return this.city.cases.matter.open.perform(input, await this.city.actor('office', 'coordinator'));
  }
}
