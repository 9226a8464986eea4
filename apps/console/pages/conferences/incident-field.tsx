import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { incidentQuery, incidentsQuery } from '../../api/duty-questions.js';
import { Failure } from '../../parts/answer.js';

interface IncidentFieldProps {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (incidentId: string | null) => void;
}

/** Open incidents that are one's business, and the one that was chosen although it is closed by now. */
export const IncidentField = ({ id, value, onChange }: IncidentFieldProps) => {
  const list = useQuery(incidentsQuery({ state: 'open', pageSize: 200 }));
  const open = list.data?.items ?? [];
  const listed = open.some((incident) => incident.id === value);
  const chosen = useQuery({ ...incidentQuery(value ?? ''), enabled: value !== null && !listed });
  const options = [...open, ...(chosen.data === undefined || listed ? [] : [chosen.data])];
  return (
    <>
      <Select
        id={id}
        className="whole-width"
        value={value}
        allowClear
        options={options.map((incident) => ({ value: incident.id, label: incident.title }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: string | null | undefined) => onChange(next ?? null)}
      />
      <Failure of={list} />
      <Failure of={chosen} />
    </>
  );
};
