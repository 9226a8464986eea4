import { Mark, markInputRule, Node, textblockTypeInputRule } from '@tiptap/core';
import { safeHref } from '../../../api/contract.js';

/**
 * The editor's schema is the block model of libs/block and nothing more: what it cannot carry can be neither typed nor pasted.
 * `body-doc.ts` turns one into the other. Text is kept with its blanks and line breaks (`whitespace: pre`).
 */
export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
export const Text = Node.create({ name: 'text', group: 'inline' });

const sides = new Set(['left', 'center', 'right']);
const sideOf = (element: HTMLElement): string | null => {
  const side = element.dataset['align'] ?? element.style.textAlign;
  return sides.has(side) ? side : null;
};

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  whitespace: 'pre',
  priority: 1000,
  addAttributes: () => ({
    align: {
      default: null,
      parseHTML: sideOf,
      renderHTML: ({ align }: { align?: string | null }) => (align == null ? {} : { 'data-align': align }),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

/** The title is the only level 1; the page shows levels 2–4 one lower, as everywhere in the console. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  whitespace: 'pre',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs['level'])}`, HTMLAttributes, 0],
  addInputRules() {
    return [2, 3, 4].map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`, 'u'),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  whitespace: 'pre',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^[>》]\s$/u, type: this.type })];
  },
});

export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s)((?:[^*]+))\*\*)$/u, type: this.type })];
  },
});

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) };
  },
});

/** http(s), tel and mailto only: the server refuses every other. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) => (safeHref.test(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  // Followed from the reading page: here a click puts the caret.
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noreferrer noopener' }, 0],
});
