import { capPath } from '@koujing/channels/portal';
import { alertPath } from '@koujing/template';
import type { AlertSite } from './alert-site.js';
import type { StoredAlert } from './alert-store.sql.js';

/**
 * Messages, each also where its release's page leads to; then comes the index that leads to them. Answers how many files were
 * written. Called where nobody else writes (`exclusively`).
 */
export const writeAlerts = async (
  site: Pick<AlertSite, 'write'>,
  messages: readonly StoredAlert[],
): Promise<number> => {
  // The newest one of a release stands last.
  const files = new Map(
    messages.flatMap(({ identifier, releaseId, xml }) => [
      [alertPath(identifier), xml],
      [capPath(releaseId), xml],
    ]),
  );
  let written = 0;
  for (const [path, xml] of files) written += await site.write(path, xml);
  return written;
};
