import { portalTombstone } from '@koujing/template';
import { minuteOf } from './portal-page.js';
import { siteOf, type PortalSettings } from './portal-settings.js';
import type { Withdrawal } from './published-index.js';

/** The bytes that take the page's place. */
export const tombstoneOf = ({ releaseId, version, at }: Withdrawal, settings: PortalSettings): string =>
  portalTombstone({ site: siteOf(settings), releaseId, version, withdrawnAt: minuteOf(at) });
