import { useLanguage } from '../language/language.js';
import { Quoting } from './quoting.js';

interface Explained {
  readonly explanation: string;
  readonly explanationEn?: string;
}

/** Why something was found, in the language that is read; what is from before English was kept stays Chinese. */
export const Explanation = ({ of: { explanation, explanationEn = '' } }: { readonly of: Explained }) => {
  const { language } = useLanguage();
  return <Quoting>{language === 'en' && explanationEn !== '' ? explanationEn : explanation}</Quoting>;
};
