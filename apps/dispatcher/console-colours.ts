import { contrast, mixed, READABLE } from '@koujing/settings';

const WHITE = '#ffffff';
const BLACK = '#000000';
/** Ground of the dark console, and what is written on filled colours there (`apps/console/app/style/colours.css`). */
const DARK_PAPER = '#1a2029';
const DARK_TEXT = '#e2e7ee';

/** The first step from the one colour to the other that fits; the other itself in the end. */
const stepTo = (from: string, to: string, fits: (colour: string) => boolean): string => {
  for (let share = 0; share < 1; share += 0.05) {
    const colour = mixed(from, to, share);
    if (fits(colour)) return colour;
  }
  return to;
};

/**
 * What the console needs of the city's main colour (#rrggbb, white is readable on it), light and dark. Every pair that stands on each
 * other passes WCAG AA, 4.5 : 1.
 */
export const coloursOf = (main: string) => {
  const soft = stepTo(mixed(main, WHITE, 0.88), WHITE, (ground) => contrast(main, ground) >= READABLE);
  const accent = stepTo(main, WHITE, (colour) => contrast(colour, DARK_PAPER) >= 7);
  const isGround = (ground: string): boolean =>
    contrast(accent, ground) >= READABLE && contrast(DARK_TEXT, ground) >= READABLE;
  return {
    light: { accent: main, soft, onHere: mixed(main, BLACK, 0.25) },
    dark: {
      accent,
      hover: mixed(accent, WHITE, 0.25),
      active: mixed(accent, BLACK, 0.1),
      soft: stepTo(mixed(main, DARK_PAPER, 0.6), DARK_PAPER, isGround),
      softHover: stepTo(mixed(main, DARK_PAPER, 0.45), DARK_PAPER, isGround),
      border: mixed(accent, DARK_PAPER, 0.5),
      onFill: mixed(main, BLACK, 0.8),
      masthead: mixed(main, BLACK, 0.45),
      here: mixed(main, WHITE, 0.82),
      onHere: mixed(main, BLACK, 0.5),
    },
  };
};

/** The page with the city's colours over the usual ones. For `theme.ts` they stand in a `meta`: no script may stand in the page. */
export const inColours = (html: string, main: string): string => {
  const { light, dark } = coloursOf(main);
  const written = JSON.stringify({ light, dark }).replaceAll('"', '&quot;');
  const style = `:root,.white-paper{--accent:${light.accent};--accent-soft:${light.soft};--fill:${light.accent};--masthead:${light.accent};--on-here:${light.onHere}}
:root[data-theme='dark']{--accent:${dark.accent};--accent-soft:${dark.soft};--fill:${dark.accent};--on-fill:${dark.onFill};--masthead:${dark.masthead};--here:${dark.here};--on-here:${dark.onHere}}
:root[data-theme='dark'] .white-paper{--accent:${light.accent};--accent-soft:${light.soft};--fill:${light.accent};--on-fill:#fff}`;
  return html
    .replace(
      /(<meta name="theme-color" content=")[^"]*"/u,
      (_, before: string) => `${before}${light.accent}"`,
    )
    .replace(
      '</head>',
      () => `<meta name="koujing-colours" content="${written}" />\n<style>${style}</style>\n</head>`,
    );
};
