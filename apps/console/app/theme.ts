import type { ThemeConfig } from 'antd';

/** Every pair of a status colour and its background passes WCAG AA for text (4.5 : 1). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f9c',
    colorLink: '#1d4f9c',
    colorInfo: '#1d4f9c',
    colorInfoBg: '#e8f0fb',
    colorSuccess: '#1f6b2f',
    colorSuccessBg: '#e6f3e8',
    colorSuccessBorder: '#a9d3b0',
    colorWarning: '#7a5200',
    colorWarningBg: '#fff5d9',
    colorWarningBorder: '#ecd08b',
    colorError: '#b1221c',
    colorErrorBg: '#fdebea',
    colorErrorBorder: '#efb5b2',
    colorText: '#1c2430',
    colorTextSecondary: '#475063',
    colorTextTertiary: '#5b6577',
    colorTextDescription: '#5b6577',
    colorTextPlaceholder: '#6b7484',
    colorBgLayout: '#f3f5f9',
    colorBorder: '#c6cdd9',
    colorBorderSecondary: '#e0e4ec',
    borderRadius: 5,
    fontSize: 15,
    controlHeight: 36,
    fontFamily:
      "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif",
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
    Table: { headerBg: '#eef1f7', headerColor: '#1c2430', cellPaddingBlock: 13, rowHoverBg: '#f5f8fd' },
    Tabs: { horizontalItemGutter: 22 },
  },
};

/** The same on a phone: 16 px body, targets of at least 44 px. */
export const phoneTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, fontSize: 16, controlHeight: 44 },
};
