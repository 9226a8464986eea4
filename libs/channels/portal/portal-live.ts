import { HttpFailure } from '@koujing/channel';
import { markOf } from './page-mark.js';
import { pagePath } from './portal-page.js';
import type { PortalAttempt } from './portal-publish.js';

export type Liveness = { readonly kind: 'live' } | { readonly kind: 'notLive'; readonly message: string };

/** Does the public address answer with this release, in this version or a newer one (Art.17)? */
export const readLive = async (attempt: PortalAttempt): Promise<Liveness> => {
  if (!attempt.settings.checkLive) return { kind: 'live' };
  const url = publicUrl(attempt);
  const notLive = (zh: string, en: string): Liveness => ({
    kind: 'notLive',
    message: `门户页面 ${url} ${zh}，其他渠道等待。The page ${en}; other channels wait.`,
  });
  try {
    const reply = await attempt.ports.http.request({
      method: 'GET',
      url,
      headers: { 'cache-control': 'no-cache' },
      timeoutMs: 5_000,
    });
    if (reply.status !== 200) return notLive(`返回 ${reply.status}`, `answers ${reply.status}`);
    const mark = markOf(reply.body);
    if (mark?.releaseId !== attempt.releaseId)
      return notLive('显示的不是本稿', 'shows something else than this release');
    if (mark.version < attempt.version)
      return notLive(`还是第 ${mark.version} 版`, `still shows version ${mark.version}`);
    return { kind: 'live' };
  } catch (error) {
    if (error instanceof HttpFailure) return notLive(`无法访问（${error.message}）`, 'cannot be reached');
    throw error;
  }
};

export const publicUrl = ({ settings, releaseId }: PortalAttempt): string =>
  `${settings.baseUrl}/${pagePath(releaseId)}`;
