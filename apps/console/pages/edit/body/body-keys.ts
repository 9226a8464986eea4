import { Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { TextSelection } from '@tiptap/pm/state';

/** What a keyboard needs beyond the nodes' own keys: undo, and a way out of a table or a list. */
export const BodyKeys = Extension.create({
  name: 'bodyKeys',
  addKeyboardShortcuts() {
    const { editor } = this;
    const back = (): boolean => undo(editor.state, editor.view.dispatch);
    const forth = (): boolean => redo(editor.state, editor.view.dispatch);
    return {
      'Mod-z': back,
      'Mod-y': forth,
      'Shift-Mod-z': forth,
      // A line of the text is a paragraph of its own.
      'Shift-Enter': () => editor.commands.keyboardShortcut('Enter'),
      'Mod-Enter': () => {
        const { state, view } = editor;
        const behind = state.selection.$to.after(1);
        const line = state.schema.nodes['paragraph']?.create();
        if (line === undefined) return false;
        const transaction = state.tr.insert(behind, line);
        transaction.setSelection(TextSelection.create(transaction.doc, behind + 1));
        view.dispatch(transaction.scrollIntoView());
        return true;
      },
    };
  },
  addProseMirrorPlugins: () => [history(), gapCursor()],
});
