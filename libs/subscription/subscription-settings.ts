import { section } from '@koujing/settings';
import { z } from 'zod';

/** Hosts of the inner network to which events may be sent, by http too; all others only by https outside. */
export const subscriptionsSection = section(
  'subscriptions',
  z.strictObject({ innerHosts: z.array(z.string().min(1, '主机名')).default([]) }),
);
