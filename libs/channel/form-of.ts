import { z } from 'zod';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One question of an account's form, as its manifest's schema asks it. */
export interface FormField {
  readonly name: string;
  readonly label: Words;
  readonly help: Words;
  /** `pairs` are lines of a name and a number; `fixed` is too rich for a form and stays as it is. */
  readonly kind: 'text' | 'number' | 'check' | 'choice' | 'choices' | 'words' | 'pairs' | 'fixed';
  readonly options: readonly string[];
  readonly optional: boolean;
  readonly initial: unknown;
}

/** What is read of a property in the JSON Schema that the schema library writes. */
interface Property {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Property;
  readonly anyOf?: readonly Property[];
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly default?: unknown;
}

/** A description begins with what it is; whatever follows explains it. */
const cut = (text: string, end: RegExp): { readonly label: string; readonly help: string } => {
  const at = text.search(end);
  return at < 0 ? { label: text, help: '' } : { label: text.slice(0, at), help: text.slice(at + 1).trim() };
};

/** Both languages stand in one description, Chinese first. */
const wordsOf = (name: string, description = ''): Pick<FormField, 'label' | 'help'> => {
  const at = description.indexOf('/ ');
  const chinese = at < 0 ? description : description.slice(0, at);
  const english = at < 0 ? description : description.slice(at + 2);
  const zh = cut(chinese.trim(), /[。；，]/u);
  const en = cut(english.trim(), /[.;,](?:\s|$)/u);
  return {
    label: { zh: zh.label || name, en: en.label || name },
    help: { zh: zh.help, en: en.help },
  };
};

const kindOf = (property: Property): FormField['kind'] => {
  if (property.enum !== undefined) return 'choice';
  switch (property.type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'check';
    case 'array':
      if (property.items?.enum !== undefined) return 'choices';
      return property.items?.type === 'string' ? 'words' : 'fixed';
    case 'object':
      return property.additionalProperties === undefined ? 'fixed' : 'pairs';
    default:
      return 'text';
  }
};

/** Pure: the questions of a schema, in its order. */
export const formOf = (schema: z.ZodType): readonly FormField[] => {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const required = new Set(written.required ?? []);
  return Object.entries((written.properties ?? {}) as Record<string, Property>).map(([name, property]) => ({
    name,
    ...wordsOf(name, property.description),
    kind: kindOf(property),
    options: (property.enum ?? property.items?.enum ?? []).map(String),
    optional: !required.has(name),
    initial: property.default ?? null,
  }));
};
