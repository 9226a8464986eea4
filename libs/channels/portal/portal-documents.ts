import type { Attempt, Rendition } from '@koujing/channel';
import { documentsOnPage } from './portal-page.js';
import type { PortalSecrets, PortalSettings } from './portal-settings.js';

type PortalAttempt = Attempt<PortalSettings, PortalSecrets>;

/** The documents that the page offers, before the page that offers them. */
export const writeDocuments = async (
  { parts }: Rendition,
  { images, settings, ports }: PortalAttempt,
): Promise<void> => {
  for (const path of documentsOnPage(parts.html ?? '')) {
    const document = images.find(({ sha256 }) => path.includes(sha256));
    if (document !== undefined) await ports.files.write(settings.root, path, document.bytes);
  }
};

/** What a page offered and the one that takes its place does not is gone for the public. */
export const removeDocuments = async (
  { settings, ports }: PortalAttempt,
  page: Uint8Array | null,
  next = '',
): Promise<void> => {
  const kept = new Set(documentsOnPage(next));
  const offered = page === null ? [] : documentsOnPage(Buffer.from(page).toString('utf8'));
  for (const path of offered) if (!kept.has(path)) await ports.files.remove(settings.root, path);
};
