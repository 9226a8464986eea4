import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useRef } from 'react';
import { useWords } from '../../language/language.js';
import { Underlines } from './underlines.js';
import type { Checked } from './use-live-check.js';
import { words } from './words.js';

interface BodyFieldProps {
  readonly id: string;
  readonly value: string;
  /** The last live check, for the underlines. */
  readonly checked: Checked | null;
  readonly onChange: (value: string) => void;
}

/** Puts a mark before the line of the caret, or takes it away again. */
const markLine = (value: string, caret: number, mark: string): string => {
  const from = value.lastIndexOf('\n', caret - 1) + 1;
  const rest = value.slice(from);
  return value.slice(0, from) + (rest.startsWith(mark) ? rest.slice(mark.length) : mark + rest);
};

const wrap = (value: string, [from, to]: readonly [number, number], mark: string): string =>
  from === to ? value : `${value.slice(0, from)}${mark}${value.slice(from, to)}${mark}${value.slice(to)}`;

export const BodyField = ({ id, value, checked, onChange }: BodyFieldProps) => {
  const text = useWords(words);
  const area = useRef<TextAreaRef>(null);
  const stack = useRef<HTMLDivElement>(null);
  const field = (): HTMLTextAreaElement | null => area.current?.resizableTextArea?.textArea ?? null;
  const line = (mark: string) => (): void => {
    onChange(markLine(value, field()?.selectionStart ?? value.length, mark));
    field()?.focus();
  };
  const bold = (): void => {
    const [from, to] = [field()?.selectionStart ?? 0, field()?.selectionEnd ?? 0];
    onChange(wrap(value, [from, to], '**'));
    field()?.focus();
  };
  const tools = [
    [text.insertHeading, line('## ')],
    [text.insertList, line('- ')],
    [text.insertNumbers, line('1. ')],
    [text.insertBold, bold],
    [text.insertCentre, line('〔居中〕')],
    [text.insertRight, line('〔居右〕')],
  ] as const;
  return (
    <>
      <div className="body-tools" role="toolbar" aria-label={text.marks} aria-controls={id}>
        {tools.map(([name, act]) => (
          <Button key={name} size="small" onClick={act}>
            {name}
          </Button>
        ))}
      </div>
      <div ref={stack} className="body-stack">
        <Underlines area={stack} value={value} checked={checked} />
        <Input.TextArea
          ref={area}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoSize={{ minRows: 14, maxRows: 40 }}
          className="body-area"
          aria-describedby={`${id}-help`}
        />
      </div>
      <p id={`${id}-help`} className="field-help">
        {text.bodyHelp}
      </p>
    </>
  );
};
