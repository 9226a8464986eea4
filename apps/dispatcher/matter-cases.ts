import type { Provider } from '@nestjs/common';
import type { AuditTrail } from '@koujing/audit';
import { ReadLine } from '@koujing/conflict';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import {
  ChangeLine,
  CloseMatter,
  MatterListing,
  OpenMatter,
  ReviseMatter,
  ShowMatters,
  StateLine,
  type MatterFollower,
  type MatterStore,
} from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';

interface MatterGround {
  readonly database: Database;
  readonly clock: Clock;
  readonly matters: MatterStore;
  readonly organs: OrganStore;
  readonly audit: AuditTrail;
  readonly matterFollowers: readonly MatterFollower[];
}

export type MatterCases = ReturnType<typeof matterCasesOf>;

/** The verbs of matters and their agreed lines. */
export const matterCasesOf = (ground: MatterGround) => {
  const parts = { ...ground, reader: new ReadLine() };
  const verbs = {
    open: new OpenMatter(parts),
    revise: new ReviseMatter(parts),
    close: new CloseMatter(parts),
    state: new StateLine(parts),
    change: new ChangeLine(parts),
  };
  return {
    ...verbs,
    show: new ShowMatters({ ...parts, ...verbs, listing: new MatterListing(parts.matters) }),
  };
};

export const matterProviders = (cases: MatterCases): readonly Provider[] => [
  { provide: ShowMatters, useValue: cases.show },
  { provide: OpenMatter, useValue: cases.open },
  { provide: ReviseMatter, useValue: cases.revise },
  { provide: CloseMatter, useValue: cases.close },
  { provide: StateLine, useValue: cases.state },
  { provide: ChangeLine, useValue: cases.change },
];
