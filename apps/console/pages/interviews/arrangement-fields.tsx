import { Select } from 'antd';
import type { InterviewForm } from '../../api/press-contract.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

export interface ArrangementForm {
  readonly form: InterviewForm;
  /** A wall time of the city. */
  readonly at: string;
  readonly place: string;
  readonly person: string;
}

interface ArrangementFieldsProps {
  readonly form: ArrangementForm;
  readonly change: (next: Partial<ArrangementForm>) => void;
}

/** Form, time, place and who speaks. */
export const ArrangementFields = ({ form, change }: ArrangementFieldsProps) => {
  const text = useWords(words);
  const { forms } = useWords(pressWords);
  const line = (name: 'place' | 'person' | 'at', type: 'text' | 'datetime-local' = 'text', help?: string) => (
    <TextField
      id={`interview-${name}`}
      label={text[name]}
      help={help}
      type={type}
      value={form[name]}
      onChange={(next) => change({ [name]: next })}
    />
  );
  return (
    <>
      <div className="dialog-row">
        <Labelled id="interview-form" label={text.form}>
          <Select
            id="interview-form"
            className="whole-width"
            value={form.form}
            options={optionsOf(forms)}
            onChange={(chosen) => change({ form: chosen })}
          />
        </Labelled>
        {line('at', 'datetime-local')}
      </div>
      {line('place', 'text', text.placeHelp)}
      {line('person')}
    </>
  );
};
