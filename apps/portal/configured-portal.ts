import { join } from 'node:path';
import { rootOf, type Bucket } from '@koujing/channel';
import { columnsOf, portalSettings, type PortalSettings } from '@koujing/channels/portal';
import { Problem } from '@koujing/kernel';
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
      readonly hub?: string | undefined;
      readonly accent?: string | undefined;
      readonly columns?: Parameters<typeof columnsOf>[0] | undefined;
    };
  };
  readonly server: { readonly host: string; readonly portalPort: number; readonly portalUrl: string };
  readonly data: { readonly directory: string; readonly bucket?: Bucket | undefined };
}

/** Nobody but the store itself can say where the public reads it. @throws Problem `badInput` */
const refuseUnaddressed = ({ server, data }: ConfiguredCity): void => {
  if (data.bucket === undefined || server.portalUrl !== '') return;
  throw new Problem('badInput', [
    {
      code: 'bucketUnaddressed',
      message: `门户写到存储桶 ${data.bucket.name}（data.bucket），请在 server.portalUrl 写明公众访问它的地址。`,
      messageEn: `The portal lies in the bucket ${data.bucket.name} (data.bucket): say in server.portalUrl where the public reaches it.`,
      field: 'server.portalUrl',
    },
  ]);
};

/** The portal of a configured city: its pages lie in `portal/` of the data directory, or in its bucket. */
export const configuredPortal = (configured: ConfiguredCity): PortalSettings => {
  const { city, server, data } = configured;
  refuseUnaddressed(configured);
  const { columns, ...portal } = city.portal;
  return portalSettings.parse({
    ...portal,
    ...(columns === undefined ? {} : { columns: columnsOf(columns) }),
    root: data.bucket === undefined ? join(data.directory, 'portal') : rootOf(data.bucket),
    baseUrl: server.portalUrl || `http://${server.host}:${server.portalPort}`,
  } satisfies z.input<typeof portalSettings>);
};
