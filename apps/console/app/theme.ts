import { theme as antd, type ThemeConfig } from 'antd';
import { cityColours, type DarkAccent } from './city-colours.js';

type Tokens = NonNullable<ThemeConfig['token']>;

/** What does not depend on light and dark. */
const shape: Tokens = {
  borderRadius: 5,
  fontSize: 15,
  controlHeight: 36,
  // By the language that is read (`style/base.css`).
  fontFamily: 'var(--font)',
};

/** 16 px body, targets of at least 44 px. */
const phoneShape: Tokens = { fontSize: 16, controlHeight: 44 };

const accentTokens = ({ accent, soft }: { readonly accent: string; readonly soft: string }): Tokens => ({
  ...{ colorPrimary: accent, colorLink: accent, colorInfo: accent, colorInfoBg: soft },
});

const darkBlue: DarkAccent = {
  ...{ accent: '#8ab4f8', hover: '#a6c6fa', active: '#739fe6' },
  ...{ soft: '#1d304e', softHover: '#26406a', border: '#3d5f95' },
  onFill: '#0b1a33',
};
const onDark = cityColours?.dark ?? darkBlue;
const darkAccentTokens = ({ accent, hover, active, soft, softHover, border }: DarkAccent): Tokens => ({
  ...{ colorPrimary: accent, colorPrimaryHover: hover, colorPrimaryActive: active },
  ...{ colorPrimaryBg: soft, colorPrimaryBgHover: softHover, colorPrimaryBorder: border },
  ...{ colorPrimaryText: accent, colorPrimaryTextHover: hover, colorPrimaryTextActive: active },
  ...{ colorLink: accent, colorLinkHover: hover, colorLinkActive: active },
  ...{ colorInfo: accent, colorInfoBg: soft, colorInfoBorder: border },
});

/** Every pair of a status colour and its background passes WCAG AA for text (4.5 : 1); `style/colours.css` has the same. */
const light: Tokens = {
  ...accentTokens(cityColours?.light ?? { accent: '#1d4f9c', soft: '#e8f0fb' }),
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
};

/** What lies on a filled colour is dark here: the filled colours are light. */
const dark: Tokens = {
  ...darkAccentTokens(onDark),
  colorSuccess: '#85d196',
  colorSuccessBg: '#18311f',
  colorSuccessBorder: '#3a6a47',
  colorWarning: '#f0c468',
  colorWarningBg: '#362a10',
  colorWarningBorder: '#7a6128',
  colorError: '#ff9f98',
  colorErrorHover: '#ffb9b4',
  colorErrorActive: '#ec857e',
  colorErrorBg: '#431f1f',
  colorErrorBorder: '#8a4441',
  colorErrorText: '#ff9f98',
  colorTextLightSolid: onDark.onFill,
  colorText: '#e2e7ee',
  colorTextSecondary: '#bcc5d2',
  colorTextTertiary: '#a4aebd',
  colorTextDescription: '#a4aebd',
  colorTextPlaceholder: '#939eae',
  colorBgLayout: '#11151b',
  colorBgContainer: '#1a2029',
  colorBgElevated: '#222a36',
  colorBgSpotlight: '#e2e7ee',
  colorBorder: '#4a5567',
  colorBorderSecondary: '#343d4b',
};

const components = {
  Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
} as const;

const lightTheme: ThemeConfig = {
  token: { ...light, ...shape },
  components: {
    ...components,
    Table: { headerBg: '#eef1f7', headerColor: '#1c2430', cellPaddingBlock: 13, rowHoverBg: '#f5f8fd' },
  },
};

const darkTheme: ThemeConfig = {
  // Dark derives its colours from the seeds and would dim them: these are meant as they are written.
  algorithm: [antd.darkAlgorithm, (_seeds, derived) => ({ ...derived!, ...dark })],
  token: { ...dark, ...shape },
  components: {
    ...components,
    Table: { headerBg: '#242c38', headerColor: '#e2e7ee', cellPaddingBlock: 13, rowHoverBg: '#212935' },
    // The tick and the knob lie on a filled colour too.
    Checkbox: { colorWhite: onDark.onFill },
  },
};

interface Wishes {
  readonly dark: boolean;
  readonly phone: boolean;
  readonly calm: boolean;
}

export const themeFor = ({ dark: isDark, phone, calm }: Wishes): ThemeConfig => {
  const theme = isDark ? darkTheme : lightTheme;
  return { ...theme, token: { ...theme.token, ...(phone && phoneShape), motion: !calm } };
};
