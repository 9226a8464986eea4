import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { usePhone } from '../parts/use-phone.js';
import { phoneTheme, theme } from './theme.js';

export const Look = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage();
  const phone = usePhone();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={phone ? phoneTheme : theme}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
};
