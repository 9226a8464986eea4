import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import type { deviceListSchema } from '../../../../libs/access/devices/device.api.js';
import type { factorSchema } from '../../../../libs/access/factor/factor.api.js';

export const factorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => ask<typeof factorSchema>('/session/second-factor'),
});

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => ask<typeof deviceListSchema>('/session/devices'),
});
