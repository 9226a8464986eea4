import { Extension } from '@tiptap/core';
import { blocksFromPaste, blocksFromText, type Block, type Pasted } from '@koujing/block';
import { DOMSerializer, Slice, type Schema } from '@tiptap/pm/model';
import { Plugin, Selection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { docOfBlocks } from './body-doc.js';
import { treeOf } from './html-tree.js';

/** What the clerk is told after a paste; null where all of it was taken as it stood. */
export type PasteNote = Pick<Pasted, 'dropped' | 'changed' | 'isTracked'> | null;

const noted = ({ dropped, changed, isTracked }: Pasted): PasteNote =>
  dropped.length + changed.length > 0 || isTracked ? { dropped, changed, isTracked } : null;

const htmlOf = (schema: Schema, blocks: readonly Block[]): string => {
  const holder = document.createElement('div');
  const { content } = schema.nodeFromJSON(docOfBlocks(blocks));
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(content));
  return holder.innerHTML;
};

/** The editor marks what was copied from itself: it holds only what a body may hold. */
const isOurs = (html: string): boolean => /\sdata-pm-slice=/u.test(html);

/** Where only one line fits: what is pasted there becomes one, its parts set apart by a blank. */
const holdsOneLine = ({ selection: { $from } }: EditorState): boolean => {
  const { name } = $from.node(-1).type;
  return $from.depth > 1 && name === 'tableCell';
};

const isOneTable = ({ content }: Slice): boolean =>
  content.childCount === 1 && /^table/u.test(content.firstChild?.type.name ?? '');

const pasteLine = (view: EditorView, slice: Slice): boolean => {
  const text = slice.content.textBetween(0, slice.content.size, ' ');
  view.dispatch(view.state.tr.insertText(text).scrollIntoView());
  return true;
};

/** Into an empty line whole blocks are put in its place: ProseMirror would keep the line, and lose the side of the first of them. */
const pasteBlocks = (view: EditorView, slice: Slice): boolean => {
  const { selection, tr } = view.state;
  const { $from, empty } = selection;
  const { content } = slice;
  const isFresh = empty && $from.depth === 1 && $from.parent.content.size === 0;
  if (!isFresh || content.childCount < 2 || content.firstChild?.isBlock !== true) return false;
  const from = $from.before(1);
  tr.replaceWith(from, $from.after(1), content);
  tr.setSelection(Selection.near(tr.doc.resolve(from + content.size), -1));
  view.dispatch(tr.scrollIntoView());
  return true;
};

/**
 * What comes from the clipboard or is dropped goes through libs/block, the same reader that imports documents, and only then through
 * the schema: tables and lists stay, looks go, and what cannot be taken is told.
 */
export const BodyPaste = Extension.create<{ readonly onPasted: (note: PasteNote) => void }>({
  name: 'bodyPaste',
  addOptions: () => ({ onPasted: () => undefined }),
  addProseMirrorPlugins() {
    const { options, editor } = this;
    let isRefused = false;
    const cleaned = (html: string): string => {
      isRefused = false;
      if (isOurs(html)) return html;
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const pasted = blocksFromPaste([...body.childNodes].map(treeOf));
      options.onPasted(noted(pasted));
      isRefused = pasted.isTracked || pasted.blocks.length === 0;
      return isRefused ? '' : htmlOf(editor.schema, pasted.blocks);
    };
    const lines = (text: string): Slice => {
      options.onPasted(null);
      isRefused = false;
      return Slice.maxOpen(editor.schema.nodeFromJSON(docOfBlocks(blocksFromText(text))).content);
    };
    const paste = (view: EditorView, data: DataTransfer | null, slice: Slice): boolean => {
      if ((data?.types ?? []).includes('Files') && slice.size === 0) {
        options.onPasted({ dropped: [{ what: 'img', count: 1 }], changed: [], isTracked: false });
        return true;
      }
      if (isRefused) return true;
      if (holdsOneLine(view.state)) return !isOneTable(slice) && pasteLine(view, slice);
      return pasteBlocks(view, slice);
    };
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleaned,
          clipboardTextParser: lines,
          handlePaste: (view, event, slice) => paste(view, event.clipboardData, slice),
          handleDrop: (view, event, slice, moved) => !moved && paste(view, event.dataTransfer, slice),
        },
      }),
    ];
  },
});
