import type { ForeignSourceList, ForeignSourceView } from '../../../api/contract.js';
import { useWords } from '../../../language/language.js';
import { AsRead } from '../../../parts/as-read.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import type { Field, FieldValues } from '../../../parts/form-values.js';
import { optionsOf } from '../../../parts/options-of.js';
import { words } from './words.js';

const selectorNames = ['item', 'title', 'date', 'article'] as const;

/** A form is flat; the selectors stand together in what is sent. */
const bodyOf = (values: FieldValues): FieldValues & { readonly selectors: Record<string, unknown> } => {
  const rest = Object.fromEntries(
    Object.entries(values).filter(([name]) => !selectorNames.some((selector) => selector === name)),
  );
  const selectors = Object.fromEntries(selectorNames.map((name) => [name, values[name] ?? '']));
  return { ...rest, selectors } as FieldValues & { readonly selectors: Record<string, unknown> };
};

const useFields = (kind?: ForeignSourceView['kind']): readonly Field[] => {
  const text = useWords(words);
  const ofPage = (values: FieldValues): boolean => (kind ?? values['kind']) === 'page';
  return [
    { name: 'name', label: text.name, help: text.nameHelp },
    { name: 'url', label: text.url, help: text.urlHelp },
    { name: 'item', label: text.item, help: text.itemHelp, when: ofPage },
    { name: 'title', label: text.itemTitle, help: text.itemTitleHelp, optional: true, when: ofPage },
    { name: 'date', label: text.date, help: text.dateHelp, optional: true, when: ofPage },
    { name: 'article', label: text.article, help: text.articleHelp, optional: true },
  ];
};

interface DialogProps {
  readonly onClose: () => void;
}

export const AddSource = ({ list, onClose }: DialogProps & { readonly list: ForeignSourceList }) => {
  const text = useWords(words);
  const fields = useFields();
  return (
    <FormDialog
      title={text.add}
      fields={[
        {
          ...{ name: 'organId', label: text.organ, kind: 'select' },
          options: list.organs.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'kind', label: text.kind, kind: 'select', options: optionsOf(text.kinds) },
        ...fields,
      ]}
      initial={{
        ...{ kind: 'feed', name: '', url: '', item: '', title: '', date: '', article: '' },
        organId: list.organs.length === 1 ? (list.organs[0]?.id ?? '') : '',
      }}
      deed={(values) => ({ path: '/foreign-sources', body: bodyOf(values) })}
      onClose={onClose}
    />
  );
};

const Revise = ({ source, onClose }: DialogProps & { readonly source: ForeignSourceView }) => {
  const text = useWords(words);
  const fields = useFields(source.kind);
  const { item, title, date, article } = source.selectors;
  return (
    <FormDialog
      title={text.reviseWhich(source.name)}
      fields={[...fields, { name: 'enabled', label: text.enabled, kind: 'check', optional: true }]}
      initial={{
        ...{ name: source.name, url: source.url, enabled: source.enabled },
        ...{ item, title, date, article },
      }}
      deed={(values) => ({
        ...{ path: `/foreign-sources/${source.id}`, method: 'PUT' },
        body: { ...bodyOf(values), expectedRevision: source.revision },
      })}
      onClose={onClose}
    />
  );
};

export const ReviseSource = ({ source, ...props }: DialogProps & { readonly source: ForeignSourceView }) => (
  <AsRead of={source}>{(read) => <Revise {...props} source={read} />}</AsRead>
);
