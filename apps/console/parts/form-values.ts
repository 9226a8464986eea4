import type { PickProps } from './searched-pick.js';
import type { ReactNode } from 'react';

export type FieldValue = string | boolean | readonly string[] | readonly FieldValues[];
export interface FieldValues {
  readonly [name: string]: FieldValue;
}

/** What was chosen in a field that may stay empty. */
export const orNull = (id: string): string | null => (id === '' ? null : id);

/** One question of a form. `optional` ones may stay empty. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** `moment` is a day and an hour of the city; a `secret` is written and never read back; `rows` are several answers to the questions of `rowOf`, `cards` such with many questions, one below the other. */
  readonly kind?:
    | 'text'
    | 'area'
    | 'date'
    | 'month'
    | 'moment'
    | 'number'
    | 'select'
    | 'many'
    | 'words'
    | 'check'
    | 'file'
    | 'secret'
    | 'rows'
    | 'cards'
    | 'pick';
  /** Of a field whose choices the server finds. */
  readonly pick?: (props: PickProps) => ReactNode;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  /** Shown only while the others say so. */
  readonly when?: (values: FieldValues) => boolean;
  readonly rowOf?: readonly Field[];
  readonly addRow?: string;
  /** Of a card that has no title yet, and of the button that takes one away. */
  readonly cardName?: string;
  readonly removeCard?: (title: string) => string;
}

/** The answers of a field of kind `rows` or `cards`. */
export const rowsOf = (value: FieldValue | undefined): readonly FieldValues[] =>
  Array.isArray(value) ? (value as readonly FieldValues[]) : [];

/** The questions that a row is asked as it stands. */
export const askedIn = ({ rowOf = [] }: Field, row: FieldValues): readonly Field[] =>
  rowOf.filter(({ when }) => when === undefined || when(row));

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);

export const isMissing = (field: Field, value: FieldValue | undefined): boolean =>
  field.kind === 'rows' || field.kind === 'cards'
    ? rowsOf(value).some((row) => askedIn(field, row).some((one) => isMissing(one, row[one.name])))
    : field.optional !== true && isEmpty(value);
