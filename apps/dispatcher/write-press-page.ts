import type { AmissFile, FilePort } from '@koujing/channel';
import { pressTouched, writePress, type PortalSettings, type PublishedIndex } from '@koujing/channels/portal';
import { portalAccountId } from './portal-index.js';

/** Who hears of a page that somebody changed, before it is written over. */
export interface TouchedPages {
  touched(accountId: string, amiss: readonly AmissFile[]): Promise<void>;
}

interface PressPage {
  readonly files: FilePort;
  readonly settings: PortalSettings;
  readonly index: PublishedIndex;
  readonly kind: 'roster' | 'conferences';
}

/** First what a hand left there is told, then it is written over. Called where nobody else writes. */
export const writePressPage = async (page: PressPage, told: TouchedPages): Promise<void> => {
  const { files, settings, index, kind } = page;
  const amiss = await pressTouched(files, settings, index, kind);
  if (amiss.length > 0) await told.touched(portalAccountId, amiss);
  await writePress(files, settings, index, kind);
};
