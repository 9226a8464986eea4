import type { Role } from '@koujing/access';
import type { Detail, RegisterName } from './register.api.js';

/** What sets a register apart from the others. */
interface Definition<Name extends RegisterName> {
  /** The provision that asks for it. */
  readonly article: string;
  /** The office's own, or one of each organ. */
  readonly of: 'office' | 'organ';
  /** Who of the organ may record; the office's coordinator and administrator may everywhere, but for attestations. */
  readonly writers: readonly Role[];
  /** Only the organ itself: nobody attests for another. */
  readonly onlyOwn?: true;
  /** The one thing that only one valid entry speaks of; '' where any number stand beside each other. */
  readonly keyOf: (detail: Detail<Name>) => string;
  /** A new entry of the same key takes the former one's place by itself: only the newest state counts. */
  readonly newestCounts?: true;
}

type Definitions = { readonly [Name in RegisterName]: Definition<Name> };

const speakers: readonly Role[] = ['approver', 'spokesperson'];
const everybody: readonly Role[] = [...speakers, 'drafter'];

export const registers: Definitions = {
  expert: { article: '第十一条', of: 'organ', writers: everybody, keyOf: ({ name }) => name },
  expertInterpretation: {
    article: '第十一条',
    of: 'organ',
    writers: everybody,
    keyOf: ({ releaseId, expertId }) => `${releaseId} ${expertId}`,
  },
  relaySite: { article: '第十七条', of: 'office', writers: [], keyOf: ({ url }) => url },
  relay: {
    article: '第十七条',
    of: 'office',
    writers: [],
    keyOf: ({ releaseId, siteId }) => `${releaseId} ${siteId}`,
    newestCounts: true,
  },
  // Art.20 binds the organ and names nobody who answers for it: whoever approves in its name does (our reading).
  noPayment: {
    article: '第二十条',
    of: 'organ',
    writers: ['approver'],
    onlyOwn: true,
    keyOf: ({ year }) => String(year),
  },
  pressArea: { article: '第二十六条', of: 'organ', writers: everybody, keyOf: ({ name }) => name },
  workflow: { article: '第二十七条', of: 'organ', writers: speakers, keyOf: ({ title }) => title },
  training: { article: '第四十三条', of: 'organ', writers: everybody, keyOf: () => '' },
  nonPublication: {
    article: '政府信息公开条例第十七条、第十八条',
    of: 'organ',
    writers: ['approver', 'confidentialityReviewer'],
    keyOf: ({ title }) => title,
    newestCounts: true,
  },
  bulletin: {
    article: '第四十二条',
    of: 'office',
    writers: [],
    keyOf: ({ period, issue = 1 }) => (issue === 1 ? period : `${period} ${issue}`),
  },
  interpretation: {
    article: '第四十六条',
    of: 'office',
    writers: [],
    // Two readings from one day on would be none.
    keyOf: ({ rule, effectiveOn }) => `${rule} ${effectiveOn}`,
  },
};

/** What is not public is not read by strangers either: the organ's own and the office's. */
export const ownOnly: ReadonlySet<RegisterName> = new Set(['nonPublication']);

/** What of an entry is a telephone or a mail, and no stranger's. */
export const privateFields: Partial<Record<RegisterName, string>> = { expert: 'contact' };
