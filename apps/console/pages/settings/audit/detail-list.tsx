import { useWords } from '../../../language/language.js';
import { words } from './words.js';
import { usePunctuation } from '../../../parts/use-punctuation.js';

/** Deeper than this is read as it was recorded. */
const deepest = 3;

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const Value = ({ value, depth }: { value: unknown; depth: number }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="quiet">{text.nothing}</span>;
  if (typeof value === 'boolean') return <>{value ? text.yes : text.no}</>;
  if (typeof value === 'string' || typeof value === 'number') return <>{value}</>;
  if (depth >= deepest) return <code>{JSON.stringify(value)}</code>;
  if (isTree(value)) return <DetailList detail={value} depth={depth + 1} />;
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === 'string' || typeof one === 'number'))
      return <>{listed(value.map(String))}</>;
    return (
      <ul className="plain-list">
        {value.map((one, index) => (
          <li key={index}>
            <Value value={one} depth={depth + 1} />
          </li>
        ))}
      </ul>
    );
  }
  return <code>{JSON.stringify(value)}</code>;
};

/** What an entry holds beside who, what and when, under names that people read. */
export const DetailList = ({
  detail,
  depth = 0,
}: {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly depth?: number;
}) => {
  const text = useWords(words);
  const entries = Object.entries(detail);
  if (entries.length === 0) return depth === 0 ? <p className="quiet">{text.none}</p> : null;
  return (
    <dl className="facts">
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{text.keys[key] ?? text.otherKey(key)}</dt>
          <dd>
            <Value value={value} depth={depth} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
