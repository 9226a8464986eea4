import { useQuery } from '@tanstack/react-query';
import type { PlanView } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useOwnOrgan } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { planBodyOf, planValuesOf } from './plan-form.js';
import { words } from './words.js';

interface PlanDialogProps {
  /** Null for a new one. */
  readonly plan: PlanView | null;
  readonly onClose: () => void;
}

/** What the lead organ wants to release of what the meeting decided (Art.18). */
export const PlanDialog = ({ plan, onClose }: PlanDialogProps) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? []).filter(({ kind }) => kind !== 'imported');
  const own = useOwnOrgan();
  const nameOf = organs.map(({ id, name }) => ({ value: id, label: name }));
  const city = organs
    .filter(({ level }) => level === 'city')
    .map(({ id, name }) => ({ value: id, label: name }));
  const fields: readonly Field[] = [
    { name: 'item', label: text.item },
    { name: 'meetingOrganId', label: text.meetingOrgan, kind: 'select', options: city },
    { name: 'meeting', label: text.meeting },
    { name: 'metOn', label: text.metOn, kind: 'date' },
    { name: 'leadOrganId', label: text.lead2, kind: 'select', options: nameOf },
    { name: 'outline', label: text.outline, help: text.outlineHelp, kind: 'area' },
    { name: 'kind', label: text.kind, kind: 'select', options: optionsOf(kinds) },
    { name: 'level', label: text.level, kind: 'select', options: optionsOf(text.levels) },
    { name: 'form', label: text.form, kind: 'select', options: optionsOf(text.forms) },
    { name: 'dueAt', label: text.due, kind: 'moment' },
    {
      ...{ name: 'parts', label: text.parts, help: text.partsHelp, kind: 'rows', addRow: text.addPart },
      rowOf: [
        { name: 'kind', label: text.partKind, kind: 'select', options: optionsOf(text.partKinds) },
        { name: 'organId', label: text.organ, kind: 'select', options: nameOf },
        { name: 'title', label: text.partTitle },
        { name: 'plannedAt', label: text.plannedAt, kind: 'moment', optional: true },
      ],
    },
  ];
  return (
    <FormDialog
      title={plan === null ? text.draft : text.editPlan}
      fields={fields}
      from={[known]}
      initial={planValuesOf(plan, own)}
      deed={(values) => {
        const body = planBodyOf(values, plan?.matter?.id ?? null);
        return plan === null
          ? { path: '/plans', body }
          : {
              ...{ path: `/plans/${plan.id}`, method: 'PUT' },
              body: { expectedRevision: plan.revision, plan: body },
            };
      }}
      onClose={onClose}
    />
  );
};
