import type { PlanView } from '../../api/contract.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { rowsOf, type FieldValues } from '../../parts/form-values.js';

const wall = (instant: string | null): string => (instant === null ? '' : wallTime(new Date(instant)));
const instant = (value: unknown): string | null => instantOf(String(value));

const partOf = ({ id, plannedAt, ...part }: FieldValues) => ({
  ...(id === undefined || id === '' ? {} : { id }),
  ...part,
  plannedAt: instant(plannedAt ?? ''),
});

/** What the server is sent. */
export const planBodyOf = ({ dueAt, parts, ...values }: FieldValues, matterId: string | null) => ({
  ...values,
  matterId,
  dueAt: instant(dueAt),
  parts: rowsOf(parts).map(partOf),
});

/** What the form begins with. */
export const planValuesOf = (plan: PlanView | null, lead: string): FieldValues => ({
  ...{ meetingOrganId: plan?.meetingOrgan.id ?? '', meeting: plan?.meeting ?? '', metOn: plan?.metOn ?? '' },
  ...{ item: plan?.item ?? '', leadOrganId: plan?.lead.id ?? lead, outline: plan?.outline ?? '' },
  ...{ kind: plan?.kind ?? 'routine', level: plan?.proposed.level ?? 'city' },
  ...{ form: plan?.proposed.form ?? 'pressRelease', dueAt: wall(plan?.dueAt ?? null) },
  parts: (plan?.parts ?? []).map(({ id, kind, organ, title, plannedAt }) => ({
    ...{ id, kind, organId: organ.id, title, plannedAt: wall(plannedAt) },
  })),
});
