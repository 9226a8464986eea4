import type { FilePort } from '@koujing/channel';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import type { Part } from './part.js';
import { partsStand, writeOwn } from './write-site.js';

type PressPage = 'roster' | 'conferences' | 'alerts';

/** Byte for byte what the index reads now? */
export const pressStands = (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  kind: PressPage,
): Promise<boolean> => partsStand(files, settings, index, [{ kind }]);

/** Owes the page, or the index of the alerts, and the sitemap that leads to a page, and writes them. Called where nobody else writes (`exclusively`). */
export const writePress = async (
  files: FilePort,
  settings: PortalSettings,
  index: PublishedIndex,
  kind: PressPage,
): Promise<void> => {
  const sitemap = [1, null].map((page): Part => ({ kind: 'sitemap', page }));
  const parts: readonly Part[] = [{ kind }, ...(kind === 'alerts' ? [] : sitemap)];
  await writeOwn(files, settings, index, await index.owe(parts));
};
