import type { Block } from '@koujing/block';
import { EditorContent, useEditor, type Editor, type JSONContent } from '@tiptap/react';
import { useEffect, useImperativeHandle, useState, type Ref } from 'react';
import { useWords } from '../../../language/language.js';
import type { Checked } from '../use-live-check.js';
import { docOfBlocks } from './body-doc.js';
import { bodyExtensions } from './body-extensions.js';
import { BodyPaste, type PasteNote } from './body-paste.js';
import { BodyToolbar } from './body-toolbar.js';
import { bodyWords } from './body-words.js';
import { findingAt, nextContradiction, placeOfFinding } from './fact-underlines.js';
import { PasteNotice } from './paste-notice.js';
import { useEmitting } from './use-emitting.js';
import { useUnderlines } from './use-underlines.js';

/** What the form asks of the editor. */
export interface BodyHandle {
  /** Hands on what was typed in the last moment, before it is saved. */
  readonly flush: () => void;
  /** Puts the caret on the words that a finding contradicts. */
  readonly showFinding: (finding: number) => void;
}

interface BodyEditorProps {
  readonly id: string;
  readonly value: readonly Block[];
  readonly onChange: (blocks: readonly Block[]) => void;
  /** The last live check, for the underlines. */
  readonly checked: Checked | null;
  /** The finding in whose words the caret stands. */
  readonly onFinding: (finding: number | null) => void;
  readonly ref: Ref<BodyHandle>;
}

/** The library's type of the same JSON is not read-only. */
const contentOf = (blocks: readonly Block[]): JSONContent => docOfBlocks(blocks) as JSONContent;

const goTo = (editor: Editor, place: { readonly from: number; readonly to: number } | null): void => {
  if (place !== null) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
};

/** Keys that are no change of the text: to the toolbar, and from contradiction to contradiction. */
const walk = (editor: Editor, event: KeyboardEvent): boolean => {
  if (event.key === 'F8') {
    goTo(editor, nextContradiction(editor.state, event.shiftKey ? -1 : 1));
    return true;
  }
  if (event.key !== 'F10' || !event.altKey) return false;
  const bar = editor.view.dom.closest('.body-field')?.querySelector<HTMLElement>('.tool[tabindex="0"]');
  bar?.focus();
  return bar != null;
};

/** The text as it will read, over the block model. */
export const BodyEditor = ({ id, value, onChange, checked, onFinding, ref }: BodyEditorProps) => {
  const text = useWords(bodyWords);
  const [note, setNote] = useState<PasteNote>(null);
  const emitter = useEmitting(value, onChange);
  const [fixed] = useState(() => ({
    extensions: [
      ...bodyExtensions({ alt: text.pictureAlt, caption: text.pictureCaption, remove: text.pictureRemove }),
      BodyPaste.configure({ onPasted: setNote }),
    ],
    content: contentOf(value),
  }));
  const editor: Editor = useEditor({
    ...fixed,
    // The content security policy allows no style of its own; the rules are in the style sheet.
    injectCSS: false,
    editorProps: {
      attributes: {
        ...{ id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': text.body },
        ...{ 'aria-describedby': `${id}-help`, class: 'body-text reading', spellcheck: 'false' },
        lang: 'zh-CN',
      },
      handleKeyDown: (_view, event) => walk(editor, event),
    },
    onUpdate: ({ editor: now }) => emitter.changed(now),
    onSelectionUpdate: ({ editor: now }) => onFinding(findingAt(now.state)),
    onBlur: () => emitter.flush(),
  });
  useUnderlines(editor, checked);
  useEffect(() => {
    if (!emitter.isForeign(value)) return;
    emitter.opened(value);
    editor.commands.setContent(contentOf(value), { emitUpdate: false });
  }, [editor, emitter, value]);
  useImperativeHandle(
    ref,
    () => ({
      flush: emitter.flush,
      showFinding: (finding) => goTo(editor, placeOfFinding(editor.state, finding)),
    }),
    [editor, emitter],
  );
  return (
    <div className="body-field">
      <BodyToolbar editor={editor} controls={id} />
      <PasteNotice note={note} onRead={() => setNote(null)} />
      <EditorContent editor={editor} />
      <p id={`${id}-help`} className="field-help">
        {text.help}
      </p>
    </div>
  );
};
