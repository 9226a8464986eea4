import type { Provider } from '@nestjs/common';
import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { CheckContent, DismissConcern, ShowContent, type ContentParts } from '@koujing/content';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';

export type ContentCases = ReturnType<typeof contentCasesOf>;

/** What a release must say, and whom it concerns. */
export const contentCasesOf = (
  ground: ContentParts & {
    readonly database: Database;
    readonly people: PersonStore;
    readonly audit: AuditTrail;
    readonly clock: Clock;
  },
) => {
  const check = new CheckContent(ground);
  const dismiss = new DismissConcern(ground, check);
  return { check, dismiss, show: new ShowContent({ ...ground, check, dismiss }) };
};

export const contentProviders = (cases: ContentCases): readonly Provider[] => [
  { provide: DismissConcern, useValue: cases.dismiss },
];
