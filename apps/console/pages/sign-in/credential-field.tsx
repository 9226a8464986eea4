import { Input } from 'antd';

interface CredentialFieldProps {
  readonly id: string;
  readonly label: string;
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  /** What is wrong with it; '' while nothing is. */
  readonly wrong: string;
  readonly autoFocus?: boolean;
}

/** A user name, a password or a code under its name; antd's own forms would cost every page 25 kB. */
export const CredentialField = (props: CredentialFieldProps) => {
  const { id, label, help, wrong, onChange, ...given } = props;
  const Field = given.autoComplete.endsWith('password') ? Input.Password : Input;
  const told = [help === undefined ? '' : `${id}-help`, wrong === '' ? '' : `${id}-wrong`];
  return (
    <div className="credential">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Field
        {...given}
        id={id}
        size="large"
        status={wrong === '' ? '' : 'error'}
        aria-invalid={wrong !== ''}
        aria-describedby={told.join(' ').trim() || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {wrong !== '' && (
        <p id={`${id}-wrong`} role="alert" className="field-error">
          {wrong}
        </p>
      )}
    </div>
  );
};
