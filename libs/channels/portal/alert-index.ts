import { alertIndexPath, alertPath } from '@koujing/template';
import { generateAtomFeed } from 'feedsmith';
import type { PortalSettings } from './portal-settings.js';
import type { IndexedAlert } from './press.js';
import { withoutControls } from './sitemap.js';

/** The Atom index, newest first: each entry leads to a message of its own (OASIS, Example Practices: CAP Feeds 1.0). */
export const alertIndex = (
  { baseUrl, siteName }: Pick<PortalSettings, 'baseUrl' | 'siteName'>,
  alerts: readonly IndexedAlert[],
): string => {
  const url = `${baseUrl}/${alertIndexPath}`;
  const title = `${withoutControls(siteName)} 预警信息`;
  return generateAtomFeed({
    id: url,
    title: { value: title },
    // An empty index has to say when it changed too: before everything.
    updated: alerts[0]?.sentAt ?? new Date(0),
    links: [{ href: url, rel: 'self', type: 'application/atom+xml' }],
    authors: [{ name: title }],
    entries: alerts.map(({ identifier, headline, senderName, sentAt }) => ({
      id: `urn:koujing:cap:${identifier}`,
      title: { value: withoutControls(headline) },
      updated: sentAt,
      authors: [{ name: withoutControls(senderName) }],
      links: [{ href: `${baseUrl}/${alertPath(identifier)}`, type: 'application/cap+xml' }],
    })),
  });
};
