import { join } from 'node:path';
import { portalSettings, type PortalSettings } from '@koujing/channels/portal';
import type { z } from 'zod';

/** The parts of a city's configuration that its portal needs, in their names there. */
export interface ConfiguredCity {
  readonly city: {
    readonly portal: {
      readonly siteName: string;
      readonly siteDomain: string;
      readonly siteIdCode: string;
      readonly icp: string;
      readonly policeRecord: string;
      readonly host: string;
      readonly contact: string;
    };
  };
  readonly server: { readonly host: string; readonly portalPort: number; readonly portalUrl: string };
  readonly data: { readonly directory: string };
}

/** The portal of a configured city: its pages lie in `portal/` of the data directory. */
export const configuredPortal = ({ city, server, data }: ConfiguredCity): PortalSettings =>
  portalSettings.parse({
    ...city.portal,
    root: join(data.directory, 'portal'),
    baseUrl: server.portalUrl || `http://${server.host}:${server.portalPort}`,
  } satisfies z.input<typeof portalSettings>);
