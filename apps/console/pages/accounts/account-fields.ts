import type { FormFieldView } from '../../api/contract.js';
import type { Field, FieldValue, FieldValues } from '../../parts/form-values.js';

type Said = 'zh' | 'en';

/** Settings and secrets may bear one name. */
const keyOf = (part: 'settings' | 'secrets', name: string): string => `${part}.${name}`;

const kinds = {
  text: 'text',
  number: 'number',
  check: 'check',
  choice: 'select',
  choices: 'many',
  words: 'words',
  pairs: 'area',
} as const;

interface Asked {
  readonly language: Said;
  readonly options: Readonly<Record<string, string>>;
  /** What is said under a secret that is there already. */
  readonly kept: string;
  readonly secretsSet: readonly string[];
}

const settingField = (field: FormFieldView, { language, options }: Asked): Field | null =>
  field.kind === 'fixed'
    ? null
    : {
        name: keyOf('settings', field.name),
        label: field.label[language],
        help: field.help[language],
        kind: kinds[field.kind],
        optional: field.optional,
        options: field.options.map((value) => ({ value, label: options[value] ?? value })),
      };

const secretField = (field: FormFieldView, { language, kept, secretsSet }: Asked): Field => {
  const isSet = secretsSet.includes(field.name);
  return {
    name: keyOf('secrets', field.name),
    label: field.label[language],
    help: isSet ? kept : field.help[language],
    kind: 'secret',
    optional: field.optional || isSet,
  };
};

interface Form {
  readonly settings: readonly FormFieldView[];
  readonly secrets: readonly FormFieldView[];
}

/** The questions of an account, as its manifest asks them. */
export const fieldsOf = ({ settings, secrets }: Form, asked: Asked): readonly Field[] => [
  ...settings.map((field) => settingField(field, asked)).filter((field) => field !== null),
  ...secrets.map((field) => secretField(field, asked)),
];

const shown = ({ kind }: FormFieldView, value: unknown): FieldValue => {
  switch (kind) {
    case 'check':
      return value === true;
    case 'choices':
    case 'words':
      return Array.isArray(value) ? value.map(String) : [];
    case 'pairs':
      return Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)
        .map(([name, count]) => `${name}: ${String(count)}`)
        .join('\n');
    case 'text':
    case 'number':
    case 'choice':
    case 'fixed':
      return value === null || value === undefined ? '' : String(value as string | number);
  }
};

/** What stands in the form at first: what is set, else what the manifest takes. */
export const initialOf = (
  { settings, secrets }: Form,
  known: Readonly<Record<string, unknown>>,
): FieldValues =>
  Object.fromEntries([
    ...settings.map((field) => [
      keyOf('settings', field.name),
      shown(field, known[field.name] ?? field.initial),
    ]),
    ...secrets.map(({ name }) => [keyOf('secrets', name), '']),
  ]) as FieldValues;

const pairsOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text.split(/\n/u).flatMap((line) => {
      const [name = '', count = ''] = line.split(/[:：]/u).map((part) => part.trim());
      return name === '' ? [] : [[name, Number(count)]];
    }),
  );

const told = ({ kind }: FormFieldView, value: FieldValue): unknown => {
  if (kind === 'number') return value === '' ? undefined : Number(value);
  if (kind === 'pairs') return pairsOf(String(value));
  return value;
};

/** What is sent: what nobody typed into is left to the manifest, and an empty secret stays as it is. */
export const bodyOf = ({ settings, secrets }: Form, values: FieldValues) => ({
  settings: Object.fromEntries(
    settings
      .filter(({ kind }) => kind !== 'fixed')
      .map((field) => [field.name, told(field, values[keyOf('settings', field.name)] ?? '')])
      .filter(([, value]) => value !== undefined),
  ) as Readonly<Record<string, unknown>>,
  secrets: Object.fromEntries(
    secrets
      .map(({ name }) => [name, values[keyOf('secrets', name)] ?? ''])
      .filter(([, value]) => value !== ''),
  ) as Readonly<Record<string, string>>,
});
