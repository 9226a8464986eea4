import { useMutation } from '@tanstack/react-query';
import { useEditorState, type Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { ask } from '../../../api/client.js';
import { type imageSchema } from '../../../api/contract.js';
import { useWords } from '../../../language/language.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { bodyWords } from './body-words.js';
import { placeTools, tableTools, textTools, type Tool } from './body-tools.js';
import { LinkForm } from './link-form.js';
import { useRoving } from './use-roving.js';

const upload = (file: File) => {
  const form = new FormData();
  form.append('file', file);
  return ask<typeof imageSchema>('/images', { method: 'POST', body: form });
};

interface ToolbarProps {
  readonly editor: Editor;
  readonly controls: string;
}

const tools = [...textTools, ...placeTools];

/** One letter each: `+` pressed, `x` not now, `-` neither. A string, so that only a change draws the bar anew. */
const standOf = (editor: Editor, all: readonly Tool[]): string =>
  all
    .map(({ isOn, isOff }) => (isOff?.(editor) === true ? 'x' : isOn?.(editor) === true ? '+' : '-'))
    .join('');

/** Everything that the keys do, for the mouse and for who does not know the keys; Alt+F10 comes here, Esc goes back. */
export const BodyToolbar = ({ editor, controls }: ToolbarProps) => {
  const text = useWords(bodyWords);
  const { bar, tabIndexOf } = useRoving();
  const [isLinking, setIsLinking] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const stand = useEditorState({ editor, selector: ({ editor: now }) => standOf(now, tools) });
  const table = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive('table') ? standOf(now, tableTools) : ''),
  });
  const linked = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
  const picture = useMutation({
    mutationFn: upload,
    onSuccess: ({ sha256 }) => {
      editor.chain().focus().insertContent({ type: 'picture', attrs: { sha256 } }).run();
    },
  });
  const button = (tool: Tool, mark: string | undefined, index: number) => (
    <button
      key={tool.name}
      type="button"
      className="tool"
      tabIndex={tabIndexOf(index)}
      title={text.keys[tool.name] ?? text.tools[tool.name]}
      aria-disabled={mark === 'x'}
      {...(tool.isOn !== undefined && { 'aria-pressed': mark === '+' })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => mark !== 'x' && tool.act(editor)}
    >
      {text.tools[tool.name]}
    </button>
  );
  return (
    <>
      <div
        className="body-tools"
        role="toolbar"
        aria-label={text.layout}
        aria-controls={controls}
        {...bar}
        onKeyDown={(event) => (event.key === 'Escape' ? editor.commands.focus() : bar.onKeyDown(event))}
      >
        {tools.map((tool, index) => button(tool, stand[index], index))}
        <button
          type="button"
          className="tool"
          tabIndex={tabIndexOf(tools.length)}
          aria-pressed={linked}
          aria-expanded={isLinking}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setIsLinking(!isLinking)}
        >
          {text.tools.link}
        </button>
        <button
          type="button"
          className="tool"
          tabIndex={tabIndexOf(tools.length + 1)}
          aria-busy={picture.isPending}
          onClick={() => file.current?.click()}
        >
          {text.picture}
        </button>
        {table !== '' && (
          <span className="table-tools" role="group" aria-label={text.tableTools}>
            {tableTools.map((tool, index) => button(tool, table[index], tools.length + 2 + index))}
          </span>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={text.picture}
        accept="image/jpeg,image/png"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) picture.mutate(chosen);
          event.target.value = '';
        }}
      />
      {isLinking && <LinkForm editor={editor} onDone={() => setIsLinking(false)} />}
      {picture.isError && <RefusalNotice error={picture.error} />}
    </>
  );
};
