import type { ReactNode } from 'react';

interface LabelledProps {
  /** Of the field that it names. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** A field of a dialog under its name. */
export const Labelled = ({ id, label, help, children }: LabelledProps) => (
  <div>
    <label htmlFor={id} className="field-label">
      {label}
      {help !== undefined && <span className="field-help">{help}</span>}
    </label>
    {children}
  </div>
);
