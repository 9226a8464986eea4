import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });
const storageKey = 'koujing.language';

/** Chinese first; the choice stays in this browser, and is heard by its other windows. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh',
  );
  const choose = useCallback((next: Language) => {
    localStorage.setItem(storageKey, next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    const hear = ({ key, newValue }: StorageEvent): void => {
      if (key === storageKey) setLanguage(newValue === 'en' ? 'en' : 'zh');
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return <Choice value={value}>{children}</Choice>;
};

export const useLanguage = (): LanguageChoice => useContext(Choice);

/** The words of one page in the language chosen. */
export const useWords = <Words,>(words: { readonly zh: Words; readonly en: Words }): Words =>
  words[useLanguage().language];
