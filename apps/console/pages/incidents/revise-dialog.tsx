import { useQuery } from '@tanstack/react-query';
import type { IncidentView } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { incidentBodyOf, incidentValuesOf } from './revise-form.js';
import { words } from './words.js';

/** What was first reported turned out otherwise: the clocks are counted anew from it (Art.23). */
export const ReviseDialog = ({ incident, onClose }: { incident: IncidentView; onClose: () => void }) => {
  const text = useWords(words);
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? []).filter(({ kind }) => kind !== 'imported');
  const named = organs.map(({ id, name }) => ({ value: id, label: name }));
  const places = organs
    .filter(({ kind }) => kind === 'county' || kind === 'developmentZone')
    .map(({ id, name }) => ({ value: id, label: name }));
  const { fields: label } = text;
  const fields: readonly Field[] = [
    { name: 'title', label: label.title },
    { name: 'kind', label: label.kind, kind: 'select', options: optionsOf(text.kinds) },
    {
      ...{ name: 'accident', label: label.accident, kind: 'select', options: optionsOf(text.accidents) },
      when: ({ kind }) => kind === 'accident',
    },
    { name: 'occurredAt', label: label.occurredAt, kind: 'moment' },
    { name: 'learnedAt', label: label.learnedAt, kind: 'moment' },
    { name: 'place', label: label.place },
    { name: 'countyOrganIds', label: label.countyOrganIds, kind: 'many', options: places },
    { name: 'handlingOrganId', label: label.handlingOrganId, kind: 'select', options: named },
    { name: 'parties', label: text.parties, help: text.partiesHelp, kind: 'words', optional: true },
    { name: 'reason', label: label.reason, kind: 'area' },
  ];
  return (
    <FormDialog
      title={text.revise}
      lead={text.reviseHelp}
      fields={fields}
      from={[known]}
      initial={incidentValuesOf(incident)}
      deed={(values) => ({
        ...{ path: `/incidents/${incident.id}`, method: 'PUT' },
        body: incidentBodyOf(values, incident.revision),
      })}
      onClose={onClose}
    />
  );
};
