import type { ReleasePage } from '../../api/contract.js';

type Deed = ReleasePage['timeline'][number];
type Remark = ReleasePage['remarks'][number];

/** What was done to a release and what was said about it. */
export type RecordEntry = { readonly deed: Deed } | { readonly remark: Remark };

const hourOf = (entry: RecordEntry): string => ('deed' in entry ? entry.deed.at : entry.remark.at);

/** Both in the order of time; of the same moment the deed comes first: people speak about what was done. */
export const recordOf = ({ timeline, remarks }: Pick<ReleasePage, 'timeline' | 'remarks'>) =>
  [
    ...timeline.map((deed): RecordEntry => ({ deed })),
    ...remarks.map((remark): RecordEntry => ({ remark })),
  ].sort((a, b) => Date.parse(hourOf(a)) - Date.parse(hourOf(b)));
