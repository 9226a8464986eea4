import { Button, Input } from 'antd';
import { getMarkRange, type Editor } from '@tiptap/core';
import { useState } from 'react';
import { safeHref } from '../../../api/contract.js';
import { useWords } from '../../../language/language.js';
import { bodyWords } from './body-words.js';

interface LinkFormProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

/** The words that the link is put on: those chosen, or the whole of the link in which the caret stands. */
const stretchOf = ({ state }: Editor): { readonly from: number; readonly to: number } => {
  const { from, to, empty, $from } = state.selection;
  const type = state.schema.marks['link'];
  return (empty && type !== undefined ? getMarkRange($from, type) : undefined) ?? { from, to };
};

export const LinkForm = ({ editor, onDone }: LinkFormProps) => {
  const text = useWords(bodyWords);
  const [href, setHref] = useState(String(editor.getAttributes('link')['href'] ?? ''));
  const [wrong, setWrong] = useState(false);
  const [{ from, to }] = useState(() => stretchOf(editor));
  const close = (): void => {
    onDone();
    editor.commands.focus();
  };
  const put = (): void => {
    const address = href.trim();
    if (address !== '' && !safeHref.test(address)) return setWrong(true);
    const chain = editor.chain().setTextSelection({ from, to });
    if (address === '') chain.unsetMark('link').run();
    else if (from === to)
      chain
        .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
        .run();
    else chain.setMark('link', { href: address }).run();
    return close();
  };
  return (
    <div className="link-form" role="group" aria-label={text.tools.link}>
      <Input
        autoFocus
        aria-label={text.linkAddress}
        placeholder="https://"
        value={href}
        {...(wrong && { status: 'error' as const })}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') put();
          if (event.key === 'Escape') close();
        }}
      />
      <Button type="primary" onClick={put}>
        {text.linkPut}
      </Button>
      <Button onClick={close}>{text.linkLeave}</Button>
      {wrong && (
        <p role="alert" className="field-error">
          {text.linkWrong}
        </p>
      )}
    </div>
  );
};
