import { Node, wrappingInputRule } from '@tiptap/core';

const listNode = (name: string, tag: 'ul' | 'ol', mark: RegExp) =>
  Node.create({
    name,
    group: 'block',
    content: 'listItem+',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addInputRules() {
      return [wrappingInputRule({ find: mark, type: this.type })];
    },
  });

export const BulletList = listNode('bulletList', 'ul', /^[-*•·]\s$/u);
/** From one on: a list of the block model counts from there, and a typed “3.” stays what it is. */
export const OrderedList = listNode('orderedList', 'ol', /^1[.．、]\s$/u);

/** One line each, one level deep. */
export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const lift = (): boolean => this.editor.commands.liftListItem(this.name);
    const atStart = (): boolean => {
      const { $from, empty } = this.editor.state.selection;
      return empty && $from.parentOffset === 0 && $from.node(-1).type === this.type;
    };
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Backspace: () => atStart() && lift(),
      'Shift-Tab': () => this.editor.isActive(this.name) && lift(),
    };
  },
});
