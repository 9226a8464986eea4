import { useMemo } from 'react';
import { useLanguage } from '../language/language.js';
import { aside, labelled, listed, sentences } from './punctuation.js';

/** The marks of the language that is read. */
export const usePunctuation = () => {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      listed: (names: readonly string[]) => listed(names, language),
      sentences: (said: readonly string[]) => sentences(said, language),
      aside: (said: string) => aside(said, language),
      labelled: (name: string, said: string) => labelled(name, said, language),
    }),
    [language],
  );
};
