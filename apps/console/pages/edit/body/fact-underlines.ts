import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A stretch of the document to be underlined, in the editor's positions. */
export interface Underline {
  readonly from: number;
  readonly to: number;
  /** The place in the answer of the finding that contradicts it; null for what is merely read as a fact. */
  readonly finding: number | null;
}

const key = new PluginKey<DecorationSet>('facts');

interface FactSpec {
  readonly finding: number | null;
}

const decorated = ({ from, to, finding }: Underline): Decoration =>
  Decoration.inline(
    from,
    to,
    finding === null ? { class: 'fact' } : { class: 'fact fact-wrong', 'data-finding': String(finding) },
    { finding } satisfies FactSpec,
  );

/** Underlines are laid over the text and are no part of it. They move along while one types, until the next answer. */
export const FactUnderlines = Extension.create({
  name: 'factUnderlines',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const answer = transaction.getMeta(key) as readonly Underline[] | undefined;
          if (answer !== undefined) return DecorationSet.create(transaction.doc, answer.map(decorated));
          return transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** The transaction that replaces all underlines; it is no step of the history and no change of the text. */
export const underlining = (state: EditorState, underlines: readonly Underline[]) =>
  state.tr.setMeta(key, underlines).setMeta('addToHistory', false);

const contradicted = (state: EditorState, from?: number, to?: number): readonly Underline[] =>
  (key.getState(state)?.find(from, to, ({ finding }: Partial<FactSpec>) => finding != null) ?? [])
    .map(({ from: start, to: end, spec }) => ({ from: start, to: end, finding: (spec as FactSpec).finding }))
    .toSorted((a, b) => a.from - b.from);

/** The finding in whose words the caret stands. */
export const findingAt = (state: EditorState): number | null =>
  contradicted(state, state.selection.from, state.selection.from)[0]?.finding ?? null;

export const placeOfFinding = (state: EditorState, finding: number): Underline | null =>
  contradicted(state).find((underline) => underline.finding === finding) ?? null;

/** The next contradicted words behind the caret, or before it; round the end of the text. */
export const nextContradiction = (state: EditorState, direction: 1 | -1): Underline | null => {
  const all = contradicted(state);
  const { from } = state.selection;
  const ahead = direction === 1 ? all.find((one) => one.from > from) : all.findLast((one) => one.to < from);
  return ahead ?? (direction === 1 ? all[0] : all.at(-1)) ?? null;
};
