import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { RuleBar } from '@koujing/rule';
import type { Chain } from './chain.js';
import { staffingGaps } from './staffing.js';

type Chains = Readonly<Record<string, Chain>>;

/** Chains that are set in the console find somebody for every step in each organ that drafts, as those of the file do at boot. */
export class StaffedChains implements RuleBar {
  constructor(private readonly parts: { readonly organs: OrganStore; readonly people: PersonStore }) {}

  /** What an organ lacked before is no fault of the change. */
  async reasons(
    queries: Queries,
    key: string,
    { from, to }: { readonly from: unknown; readonly to: unknown },
  ): Promise<readonly Reason[]> {
    if (key !== 'signOff.chains') return [];
    const { organs, people } = this.parts;
    const persons = await people.actors(queries);
    return (await organs.all(queries))
      .filter(({ kind }) => kind !== 'imported')
      .flatMap((organ) => {
        const before = new Set(staffingGaps(from as Chains, organ, persons).map(({ message }) => message));
        return staffingGaps(to as Chains, organ, persons).filter(({ message }) => !before.has(message));
      });
  }
}
