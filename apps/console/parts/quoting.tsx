import { Fragment } from 'react';
import { useLanguage } from '../language/language.js';
import { chineseIn } from './chinese-in.js';

/**
 * A sentence that names things and quotes texts. Names and quotations stay Chinese in English and say so, for whoever has
 * them read aloud (WCAG 3.1.2).
 */
export const Quoting = ({ children }: { readonly children: string }) => {
  const { language } = useLanguage();
  if (language === 'zh') return <>{children}</>;
  return (
    <>
      {chineseIn(children).map((part, at) =>
        at % 2 === 0 ? (
          <Fragment key={at}>{part}</Fragment>
        ) : (
          <span key={at} lang="zh-CN">
            {part}
          </span>
        ),
      )}
    </>
  );
};
