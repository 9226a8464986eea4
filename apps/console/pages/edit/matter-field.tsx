import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mattersQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { LineText } from '../../parts/line-text.js';
import type { FormPartProps } from './form-part.js';
import { Field, reasonsFor } from './field.js';
import { words } from './words.js';

/** The matter that the release is on, and under it what was agreed to be said. */
export const MatterField = ({ form, onChange, reasons }: FormPartProps) => {
  const text = useWords(words);
  const open = useQuery(mattersQuery({ state: 'open', pageSize: 200 }));
  const matters = open.data?.items ?? [];
  const chosen = matters.find(({ id }) => id === form.matter);
  const options = matters.map(({ id, title, owner }) => ({
    value: id,
    label: `${title}（${owner.shortName}）`,
  }));
  const unknown = form.matter !== '' && chosen === undefined;
  return (
    <Field id="matter" label={text.matter} help={text.matterHelp} reasons={reasonsFor(reasons, 'matter')}>
      <Select
        id="matter"
        allowClear
        value={form.matter === '' ? null : form.matter}
        placeholder={text.noMatter}
        options={unknown ? [...options, { value: form.matter, label: text.otherMatter }] : options}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(matter: string | null | undefined) => onChange({ matter: matter ?? '' })}
      />
      <Failure of={open} />
      {chosen !== undefined && (
        <div className="agreed-here">
          <Link to="/matters/$id" params={{ id: chosen.id }} target="_blank">
            {text.agreedLine}
          </Link>
          {chosen.lines.length === 0 ? (
            <span className="quiet"> {text.noLine}</span>
          ) : (
            <ul>
              {chosen.lines.map((line) => (
                <li key={`${line.attribute} ${line.about} ${line.value}`}>
                  <LineText line={line} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  );
};
