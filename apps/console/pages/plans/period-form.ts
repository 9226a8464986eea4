import type { PeriodPlanView } from '../../api/contract.js';
import { rowsOf, type FieldValues } from '../../parts/form-values.js';

const itemOf = ({ id, ...item }: FieldValues) => ({
  ...(id === undefined || id === '' ? {} : { id }),
  ...item,
});

/** What the server is sent. */
export const periodBodyOf = ({ items, ...values }: FieldValues) => ({
  ...values,
  items: rowsOf(items).map(itemOf),
});

/** What the form begins with. */
export const periodValuesOf = (plan: PeriodPlanView | null): FieldValues => ({
  ...{ title: plan?.title ?? '', fromMonth: plan?.fromMonth ?? '', toMonth: plan?.toMonth ?? '' },
  keyContent: plan?.keyContent ?? '',
  items: (plan?.items ?? []).map(({ id, organ, topic, month, form, keyContent }) => ({
    ...{ id, organId: organ.id, topic, month, form, keyContent },
  })),
});
