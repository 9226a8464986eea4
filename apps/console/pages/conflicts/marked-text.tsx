import { markSpans, type Piece, type Span } from '../../parts/mark-spans.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

interface MarkedTextProps {
  readonly title: string;
  readonly body: string;
  readonly spans: readonly Span[];
  readonly at: number;
  readonly onGoTo: (number: number) => void;
}

type Steps = Pick<MarkedTextProps, 'at' | 'onGoTo'>;

const Marked = ({ piece, at, onGoTo }: Steps & { piece: Piece }) => {
  const text = useWords(words);
  const [first] = piece.numbers;
  if (first === undefined) return <>{piece.text}</>;
  const current = piece.numbers.includes(at);
  return (
    <mark
      data-mark={piece.numbers.join(' ')}
      className={current ? 'fact-mark fact-mark-current' : 'fact-mark'}
      onClick={() => onGoTo(first)}
    >
      {piece.text}
      {piece.ends.map((number) => (
        <sup key={number}>
          <span className="visually-hidden">{text.markOf(number)}</span>
          <span aria-hidden="true">{number}</span>
        </sup>
      ))}
    </mark>
  );
};

const Line = ({ pieces, ...steps }: Steps & { pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece, index) => (
      <Marked key={index} piece={piece} {...steps} />
    ))}
  </>
);

/** A release's text with the disagreeing words marked; offsets count in title + "\n" + body. */
export const MarkedText = ({ title, body, spans, at, onGoTo }: MarkedTextProps) => {
  const [heading = [], ...paragraphs] = markSpans(`${title}\n${body}`, spans);
  return (
    <div className="reading" lang="zh-CN">
      <h2 className="marked-title">
        <Line pieces={heading} at={at} onGoTo={onGoTo} />
      </h2>
      {paragraphs.map((pieces, index) => (
        <p key={index}>
          <Line pieces={pieces} at={at} onGoTo={onGoTo} />
        </p>
      ))}
    </div>
  );
};
