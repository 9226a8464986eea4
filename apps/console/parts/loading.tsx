import { useEffect, useState } from 'react';
import { useWords } from '../language/language.js';
import { words } from './words.js';

/** A skeleton after 300 ms: a quick answer shows no flicker. */
export const Loading = ({ rows = 6 }: { rows?: number }) => {
  const text = useWords(words);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" aria-label={text.loading} role="status" className="loading">
      {late && Array.from({ length: rows + 1 }, (_, row) => <div key={row} className="skeleton-line" />)}
    </div>
  );
};
