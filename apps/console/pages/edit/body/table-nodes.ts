import { Extension, Node } from '@tiptap/core';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';

/** A full grid. `header`: its first row heads the columns, which the style sheet shows. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    header: {
      default: false,
      parseHTML: (element: HTMLElement) => {
        const first = element.querySelector('tr');
        return first !== null && first.children.length > 0 && first.querySelector('td') === null;
      },
      renderHTML: ({ header }: { header?: boolean }) => (header === true ? { 'data-header': '' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  extendNodeSchema: (extension) => (extension.name === 'table' ? { tableRole: 'table' } : {}),
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
  extendNodeSchema: (extension) => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
});

/** One line. Merged cells are parted when they are pasted; the attributes are those that ProseMirror's tables count with. */
export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  isolating: true,
  addAttributes: () => ({
    colspan: { default: 1, rendered: false, parseHTML: () => 1 },
    rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
  extendNodeSchema: (extension) => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
});

/** Tab goes from cell to cell; behind the last one it leaves the editor, as the keyboard user expects. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  addKeyboardShortcuts() {
    const step = (direction: 1 | -1) => (): boolean =>
      this.editor.isActive('table') &&
      this.editor.commands.command(({ state, dispatch }) => goToNextCell(direction)(state, dispatch));
    return {
      Tab: step(1),
      'Shift-Tab': step(-1),
      // A cell holds one line.
      Enter: () => this.editor.isActive('table') && (step(1)() || true),
    };
  },
  addProseMirrorPlugins: () => [tableEditing()],
});
