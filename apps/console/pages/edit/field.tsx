import type { ReactNode } from 'react';
import type { RefusalReason } from '../../api/refusal.js';
import { useLanguage, useWords } from '../../language/language.js';
import { words } from './words.js';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly needed?: boolean;
  readonly help?: string;
  /** Why the server or this form objects to the field. */
  readonly reasons?: readonly RefusalReason[];
  readonly children: ReactNode;
}

/** The reasons of a refusal that name this field of the draft: `title`, `draft.title`, `recipients.3`. */
export const reasonsFor = (reasons: readonly RefusalReason[], field: string): readonly RefusalReason[] =>
  reasons.filter((reason) => reason.field?.split('.').includes(field) === true);

export const Field = ({ id, label, needed = false, help, reasons = [], children }: FieldProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <div className={reasons.length > 0 ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className="field-label">
        {label}
        {needed && <small className="quiet"> {text.needed}</small>}
      </label>
      {children}
      {help !== undefined && <p className="field-help">{help}</p>}
      {reasons.length > 0 && (
        <p role="alert" className="field-error">
          {reasons.map((reason) => (language === 'zh' ? reason.message : reason.messageEn)).join(' ')}
        </p>
      )}
    </div>
  );
};
