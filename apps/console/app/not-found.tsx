import { Link } from '@tanstack/react-router';
import { useWords } from '../language/language.js';
import { Page } from '../parts/page.js';
import { words } from './words.js';

export const NotFound = () => {
  const text = useWords(words);
  return (
    <Page title={text.notFound}>
      <Link to="/">{text.toToday}</Link>
    </Page>
  );
};
