import { useQuery } from '@tanstack/react-query';
import { organsQuery } from '../api/register-questions.js';
import { Failure } from './answer.js';
import { Choice } from './choice.js';

interface OrganChoiceProps {
  readonly name: string;
  /** What it says where nothing is chosen. */
  readonly any: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The filter of a list by organ. */
export const OrganChoice = (props: OrganChoiceProps) => {
  const organs = useQuery(organsQuery);
  const options = (organs.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <>
      <Choice {...props} options={options} />
      <Failure of={organs} />
    </>
  );
};
