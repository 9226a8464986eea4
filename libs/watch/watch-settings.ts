import { section } from '@koujing/settings';
import { z } from 'zod';

/** Reading what organs say outside, and importing from an address: hosts of the inner network (with a port where it is unusual) that may be read. */
export const watchSection = section(
  'watch',
  z.strictObject({ innerHosts: z.array(z.string().min(1, '主机名，可带端口')).default([]) }),
);
