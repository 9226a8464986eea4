import { useLanguage } from '../language/language.js';

/** A duty by its name in the language that is read; the rules of a city may have none in English. */
export const useDuty = (): ((of: { readonly duty: string; readonly dutyEn?: string }) => string) => {
  const { language } = useLanguage();
  return ({ duty, dutyEn }) => (language === 'en' ? dutyEn : undefined) ?? duty;
};

/** What a duty is about, in the language that is read; what somebody typed stays as it is. */
export const useTitle = (): ((of: { readonly title: string; readonly titleEn?: string }) => string) => {
  const { language } = useLanguage();
  return ({ title, titleEn }) => (language === 'en' ? titleEn : undefined) ?? title;
};
