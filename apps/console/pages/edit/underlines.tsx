import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { factSpans, type FactSpan } from './fact-spans.js';
import type { Checked } from './use-live-check.js';

interface UnderlinesProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly value: string;
  readonly checked: Checked | null;
}

/** While one types on, what stands before the change keeps its underlines; behind it they wait for the next answer. */
const unchanged = (value: string, typed: string): number => {
  let at = 0;
  while (at < value.length && at < typed.length && value[at] === typed[at]) at += 1;
  return at;
};

const Piece = ({ value, span }: { value: string; span: FactSpan }) => (
  <mark className={span.contradicted ? 'typed-fact typed-fact-wrong' : 'typed-fact'}>
    {value.slice(span.start, span.end)}
  </mark>
);

/** Lies under the text field with the same letters in the same places, unseen but for its underlines. */
export const Underlines = ({ area, value, checked }: UnderlinesProps) => {
  const ref = useRef<HTMLDivElement>(null);
  const spans = useMemo(() => (checked === null ? [] : factSpans(checked)), [checked]);
  useEffect(() => {
    const field = area.current?.querySelector('textarea');
    if (field === null || field === undefined) return undefined;
    const follow = (): void => {
      if (ref.current !== null) ref.current.scrollTop = field.scrollTop;
    };
    field.addEventListener('scroll', follow, { passive: true });
    follow();
    return () => field.removeEventListener('scroll', follow);
  }, [area, value]);
  const until = checked === null ? 0 : unchanged(value, checked.typed);
  const shown = spans.filter(({ end }) => end <= until);
  return (
    <div ref={ref} className="underlines" aria-hidden="true">
      {shown.map((span, index) => (
        <span key={span.start}>
          {value.slice(shown[index - 1]?.end ?? 0, span.start)}
          <Piece value={value} span={span} />
        </span>
      ))}
      {value.slice(shown.at(-1)?.end ?? 0)}
      {'\n'}
    </div>
  );
};
