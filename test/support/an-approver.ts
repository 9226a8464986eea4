import { ReleasePage, ShowApprovals } from '@koujing/signoff';
import type { City } from './a-city.js';

const nothingToDispatch = {
  publishReasons: async () => [],
  withdrawalReasons: async () => [],
  proposalReasons: async () => [],
  scheduleReasons: async () => [],
  cancelReasons: () => [],
  embargoReasons: async () => [],
};

/** What signers are shown in a city that dispatches nothing. */
export const approvalsOf = ({ cases }: City) => {
  const page = new ReleasePage({ ...cases, dispatch: nothingToDispatch });
  return { page, approvals: new ShowApprovals({ ...cases, page, clocks: cases.releaseClocks }) };
};
