import { useLanguage, useWords } from '../../../language/language.js';
import { cited } from '../../../parts/cited.js';
import { cityTime } from '../../../parts/city-time.js';
import { usePunctuation } from '../../../parts/use-punctuation.js';
import { words as keyWords } from '../keys/words.js';
import { words } from './words.js';

/** Deeper than this is read as it was recorded. */
const deepest = 3;

const provision = /^第[一二三四五六七八九十百]+条/u;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/** What is recorded by a name of ours, in words: an hour, what a key may do. */
const useSaid = () => {
  const { language } = useLanguage();
  const scopes: Readonly<Record<string, string>> = useWords(keyWords).scopeNames;
  const said = (value: string): string => (provision.test(value) ? cited(value, language) : value);
  return (value: string): string =>
    instant.test(value) ? cityTime(value, language) : (scopes[value] ?? said(value));
};

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const Value = ({ value, depth }: { value: unknown; depth: number }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const said = useSaid();
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="quiet">{text.nothing}</span>;
  if (typeof value === 'boolean') return <>{value ? text.yes : text.no}</>;
  if (typeof value === 'string' || typeof value === 'number') return <>{said(String(value))}</>;
  if (depth >= deepest) return <code>{JSON.stringify(value)}</code>;
  if (isTree(value)) return <DetailList detail={value} depth={depth + 1} />;
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === 'string' || typeof one === 'number'))
      return <>{listed(value.map((one) => said(String(one))))}</>;
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
