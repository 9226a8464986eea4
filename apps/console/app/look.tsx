import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { SaidProvider } from '../parts/said.js';
import { useCalm, usePhone } from '../parts/use-media.js';
import { useAppearance } from './appearance.js';
import { themeFor } from './theme.js';

export const Look = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage();
  const phone = usePhone();
  const calm = useCalm();
  const { dark } = useAppearance();
  const theme = useMemo(() => themeFor({ dark, phone, calm }), [dark, phone, calm]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <SaidProvider>{children}</SaidProvider>
    </ConfigProvider>
  );
};
