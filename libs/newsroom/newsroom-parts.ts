import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { ChannelRenditions } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import type { OutletStore } from '@koujing/media';
import type { OrganStore } from '@koujing/organ';
import type { AttachmentStore, ReleaseStore } from '@koujing/release';
import type { OutletLinkStore } from './link/outlet-link-store.sql.js';
import type { ReleaseDocumentStore } from './release-document-store.sql.js';
import type { ShownReleases } from './shown-releases.sql.js';

/** What the pages are made from. */
export interface NewsroomParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly outlets: OutletStore;
  readonly links: OutletLinkStore;
  readonly shown: ShownReleases;
  readonly releases: ReleaseStore;
  readonly organs: OrganStore;
  readonly attachments: AttachmentStore;
  readonly documents: ReleaseDocumentStore;
  readonly renditions: Pick<ChannelRenditions, 'documentsOf'>;
  /** Signs the links; derived from the house's secret. */
  readonly key: string;
  /** Where newsrooms reach the pages, without a slash at the end. */
  readonly newsroomUrl: string;
  readonly portalUrl: (releaseId: string) => string;
}
