import { pagePath } from './portal-page.js';
import type { Withdrawal } from './published-index.js';

export const goneMapPath = 'server/gone.map';

/**
 * For nginx in front of the same folder, inside `map $uri $koujing_gone { default 0; include …/gone.map; }`: the addresses that
 * must answer 410. A server without it shows the notice with 200 and noindex, as a bucket does.
 */
export const goneMap = (withdrawn: readonly Withdrawal[]): string =>
  withdrawn.map(({ releaseId }) => `/${pagePath(releaseId)} 1;\n`).join('');
