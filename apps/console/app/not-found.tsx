import { Link } from '@tanstack/react-router';
import { EmptyNote } from '../parts/empty-note.js';
import { useWords } from '../language/language.js';
import { words } from './words.js';

export const NotFound = () => {
  const text = useWords(words);
  return (
    <div className="page">
      <EmptyNote sentence={text.notFound}>
        <Link to="/">{text.toToday}</Link>
      </EmptyNote>
    </div>
  );
};
