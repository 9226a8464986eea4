import { Input } from 'antd';
import { Labelled } from './labelled.js';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string | undefined;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'number';
  /** As many lines to write in; one without it. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** The earliest day or hour. */
  readonly min?: string;
  /** What is wrong with it; '' while nothing is. */
  readonly wrong?: string;
}

/** Words, a day or an hour under their name, and under them what is wrong. */
export const TextField = (props: TextFieldProps) => {
  const { label, help, onChange, rows, type = 'text', wrong, ...input } = props;
  const invalid = wrong !== undefined && wrong !== '';
  const marks = { status: invalid ? 'error' : '', 'aria-invalid': invalid } as const;
  return (
    <Labelled id={input.id} label={label} {...(help === undefined ? {} : { help })}>
      {rows === undefined ? (
        <Input {...input} {...marks} type={type} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea
          {...input}
          {...marks}
          rows={rows}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {wrong !== undefined && (
        <p role="alert" className="field-error">
          {wrong}
        </p>
      )}
    </Labelled>
  );
};
