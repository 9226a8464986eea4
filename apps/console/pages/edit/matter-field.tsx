import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { matterQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { LineText } from '../../parts/line-text.js';
import { MatterPick } from '../../parts/press-picks.js';
import type { FormPartProps } from './form-part.js';
import { Field, reasonsFor } from './field.js';
import { words } from './words.js';

/** The matter that the release is on, and under it what was agreed to be said. */
export const MatterField = ({ form, onChange, reasons }: FormPartProps) => {
  const text = useWords(words);
  const { matter } = form;
  // It may be another organ's, which the reader does not see: the release stays on it all the same.
  const { data: chosen } = useQuery({ ...matterQuery(matter), enabled: matter !== '', retry: false });
  return (
    <Field id="matter" label={text.matter} help={text.matterHelp} reasons={reasonsFor(reasons, 'matter')}>
      <MatterPick
        id="matter"
        value={matter}
        chosen={matter === '' ? null : { id: matter, name: chosen?.title ?? text.otherMatter }}
        none={text.noMatter}
        onChange={(next) => onChange({ matter: next })}
      />
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
