import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { spansIn } from '../fact-spans.js';
import type { Checked } from '../use-live-check.js';
import type { DocNode } from './body-doc.js';
import { placesOf, plainOfDoc } from './doc-places.js';
import { underlining, type Underline } from './fact-underlines.js';

/** The facts of a check where they stand in the document now. */
export const underlinesIn = (doc: DocNode, checked: Checked): readonly Underline[] => {
  const text = plainOfDoc(doc);
  return spansIn(text.plain, checked).flatMap(({ start, end, finding }) =>
    placesOf(text, start, end).map(({ from, to }) => ({ from, to, finding })),
  );
};

/** Lays each answer of the live check over the text. */
export const useUnderlines = (editor: Editor | null, checked: Checked | null): void => {
  useEffect(() => {
    if (editor === null || editor.isDestroyed) return;
    const underlines = checked === null ? [] : underlinesIn(editor.getJSON() as DocNode, checked);
    editor.view.dispatch(underlining(editor.state, underlines));
  }, [editor, checked]);
};
