import { useQuery } from '@tanstack/react-query';
import type { PeriodPlanView } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { periodBodyOf, periodValuesOf } from './period-form.js';
import { words } from './words.js';

interface PeriodDialogProps {
  /** Null for a new one. */
  readonly plan: PeriodPlanView | null;
  readonly onClose: () => void;
}

/** What the city means to release in a period, topic by topic (Art.37). */
export const PeriodDialog = ({ plan, onClose }: PeriodDialogProps) => {
  const text = useWords(words);
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? [])
    .filter(({ kind }) => kind !== 'imported')
    .map(({ id, name }) => ({ value: id, label: name }));
  const fields: readonly Field[] = [
    { name: 'title', label: text.periodTitle },
    { name: 'fromMonth', label: text.fromMonth, kind: 'month' },
    { name: 'toMonth', label: text.toMonth, kind: 'month' },
    { name: 'keyContent', label: text.keyContent, kind: 'area' },
    {
      ...{ name: 'items', label: text.items, help: text.itemsHelp, kind: 'rows', addRow: text.addItem },
      rowOf: [
        { name: 'topic', label: text.topic },
        { name: 'organId', label: text.organ, kind: 'select', options: organs },
        { name: 'month', label: text.month, kind: 'month' },
        { name: 'form', label: text.form, kind: 'select', options: optionsOf(text.forms) },
        { name: 'keyContent', label: text.itemNote, optional: true },
      ],
    },
  ];
  return (
    <FormDialog
      title={plan === null ? text.newPeriod : text.editPeriod}
      fields={fields}
      from={[known]}
      initial={periodValuesOf(plan)}
      deed={(values) =>
        plan === null
          ? { path: '/period-plans', body: periodBodyOf(values) }
          : {
              ...{ path: `/period-plans/${plan.id}`, method: 'PUT' },
              body: { expectedRevision: plan.revision, plan: periodBodyOf(values) },
            }
      }
      onClose={onClose}
    />
  );
};
