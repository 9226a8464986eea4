import type { Editor } from '@tiptap/core';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';

export type ToolName =
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'quote'
  | 'bulletList'
  | 'orderedList'
  | 'bold'
  | 'italic'
  | 'link'
  | 'center'
  | 'right'
  | 'table'
  | 'undo'
  | 'redo'
  | 'addRow'
  | 'addColumn'
  | 'deleteRow'
  | 'deleteColumn'
  | 'headerRow'
  | 'deleteTable';

export interface Tool {
  readonly name: ToolName;
  readonly act: (editor: Editor) => void;
  /** Pressed where the caret stands; absent for what is done once. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly isOff?: (editor: Editor) => boolean;
}

const run =
  (command: Command) =>
  (editor: Editor): void => {
    command(editor.state, editor.view.dispatch);
    editor.view.focus();
  };

const headingTool = (level: 2 | 3 | 4): Tool => ({
  name: `heading${level}`,
  act: (editor) => void editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
});

const listTool = (name: 'bulletList' | 'orderedList'): Tool => ({
  name,
  act: (editor) => void editor.chain().focus().toggleList(name, 'listItem').run(),
  isOn: (editor) => editor.isActive(name),
  isOff: (editor) => editor.isActive('table'),
});

const markTool = (name: 'bold' | 'italic'): Tool => ({
  name,
  act: (editor) => void editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
});

/** Lines of a list or a table have no side of their own. */
const isPlainLine = ({ state }: Editor): boolean =>
  state.selection.$from.depth === 1 && state.selection.$from.parent.type.name === 'paragraph';

const sideTool = (align: 'center' | 'right'): Tool => ({
  name: align,
  act: (editor) => {
    const next = editor.isActive('paragraph', { align }) ? null : align;
    editor.chain().focus().updateAttributes('paragraph', { align: next }).run();
  },
  isOn: (editor) => isPlainLine(editor) && editor.isActive('paragraph', { align }),
  isOff: (editor) => !isPlainLine(editor),
});

const line = { type: 'paragraph' };
const cells = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'tableCell', content: [line] }));

/** Three columns under a row of heads: enough to begin with, and easily grown. */
const insertTable = (editor: Editor): void => {
  const content = Array.from({ length: 3 }, () => ({ type: 'tableRow', content: cells(3) }));
  const { to } = editor.state.selection;
  editor
    .chain()
    .focus()
    .insertContent({ type: 'table', attrs: { header: true }, content })
    .run();
  // Into its first cell, which stands behind where the caret was.
  let first: number | null = null;
  editor.state.doc.nodesBetween(Math.max(0, to - 2), editor.state.doc.content.size, (node, place) => {
    if (first === null && node.type.name === 'tableCell') first = place + 2;
  });
  if (first !== null) editor.commands.setTextSelection(first);
};

export const textTools: readonly Tool[] = [
  headingTool(2),
  headingTool(3),
  headingTool(4),
  {
    name: 'quote',
    act: (editor) => void editor.chain().focus().toggleNode('quote', 'paragraph').run(),
    isOn: (editor) => editor.isActive('quote'),
  },
  listTool('bulletList'),
  listTool('orderedList'),
  markTool('bold'),
  markTool('italic'),
];

export const placeTools: readonly Tool[] = [
  sideTool('center'),
  sideTool('right'),
  {
    name: 'table',
    act: insertTable,
    isOff: (editor) => editor.isActive('table') || editor.isActive('listItem'),
  },
  { name: 'undo', act: run(undo), isOff: ({ state }) => undoDepth(state) === 0 },
  { name: 'redo', act: run(redo), isOff: ({ state }) => redoDepth(state) === 0 },
];

/** Offered while the caret stands in a table. */
export const tableTools: readonly Tool[] = [
  { name: 'addRow', act: run(addRowAfter) },
  { name: 'addColumn', act: run(addColumnAfter) },
  { name: 'deleteRow', act: run(deleteRow) },
  { name: 'deleteColumn', act: run(deleteColumn) },
  {
    name: 'headerRow',
    act: (editor) => {
      const header = editor.getAttributes('table')['header'] === true;
      editor.chain().focus().updateAttributes('table', { header: !header }).run();
    },
    isOn: (editor) => editor.getAttributes('table')['header'] === true,
  },
  { name: 'deleteTable', act: run(deleteTable) },
];
