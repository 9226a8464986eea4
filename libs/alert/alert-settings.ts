import { section } from '@koujing/settings';
import { z } from 'zod';

/** CAP 1.2, 3.2.1: neither identifier nor sender may hold these. */
const noForbidden = /^[^\s,<&]*$/u;

/** Alerts in CAP 1.2 beside the portal's pages of warnings and emergencies. */
export const alertsSection = section(
  'alerts',
  z.strictObject({
    /**
     * The city says that its office is an alert authority for what it releases. Only then does a message say `Actual`;
     * a press office is none, and machines act on that word.
     */
    authority: z.boolean().default(false),
    /** Globally unique, after a domain of the city; the portal's host if empty. */
    sender: z.string().regex(noForbidden, '不含空格、逗号、< 和 &').default(''),
    /** A message that names no end stands so long. Longer keeps a past danger on the screens, shorter lets one drop from them. */
    expireHours: z.int().min(1, '1 至 168 小时').max(168, '1 至 168 小时').default(24),
    /** Codes of areas by name (GB/T 2260), e.g. `东山区: '990102'`; the city's own under its name. */
    geocodes: z.record(z.string(), z.string().regex(/^\d{6,12}$/u, '行政区划代码')).default({}),
  }),
);

export type AlertsSection = z.infer<typeof alertsSection.schema>;

/** What one process issues with. */
export interface AlertSettings {
  readonly status: 'Actual' | 'Exercise';
  readonly sender: string;
  readonly expireHours: number;
  /** The city by name: the area of organs that have none of their own. */
  readonly city: string;
  readonly geocodes: Readonly<Record<string, string>>;
}

export const alertSettingsOf = (
  alerts: AlertsSection,
  around: { readonly city: string; readonly portalUrl: string; readonly demo: boolean },
): AlertSettings => ({
  status: alerts.authority && !around.demo ? 'Actual' : 'Exercise',
  sender: alerts.sender === '' ? new URL(around.portalUrl).hostname : alerts.sender,
  expireHours: alerts.expireHours,
  city: around.city,
  geocodes: alerts.geocodes,
});
