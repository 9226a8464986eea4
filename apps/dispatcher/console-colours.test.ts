import { describe, expect, test } from '@jest/globals';
import { accentColour, contrast } from '@koujing/settings';
import fc from 'fast-check';
import { coloursOf, inColours } from './console-colours.js';

/** Any colour that the city's file may name. */
const mains = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
  .filter((colour) => accentColour.safeParse(colour).success);

describe('the city’s own colour in the console', () => {
  test('whatever it is, what stands on each other is readable', () => {
    fc.assert(
      fc.property(mains, (main) => {
        const { light, dark } = coloursOf(main);
        const pairs = [
          ...[[light.accent, '#ffffff'] as const, [light.accent, light.soft] as const],
          ...[[light.onHere, '#ffffff'] as const, [dark.accent, '#1a2029'] as const],
          ...[[dark.accent, dark.soft] as const, [dark.onFill, dark.accent] as const],
          ...[[dark.onFill, dark.hover] as const, [dark.onFill, dark.active] as const],
          ...[[dark.onHere, dark.here] as const, ['#e2e7ee', dark.softHover] as const],
        ];
        for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('it stands in the page for the style and for the theme, and in nothing else', () => {
    const page = inColours(
      '<head><meta name="theme-color" content="#1d4f9c" /><title>口径</title></head><body></body>',
      '#7a1f3d',
    );
    expect(page).toContain('<meta name="theme-color" content="#7a1f3d" />');
    expect(page).toContain('--masthead:#7a1f3d');
    const [, written = ''] = /name="koujing-colours" content="([^"]+)"/u.exec(page) ?? [];
    expect(JSON.parse(written.replaceAll('&quot;', '"'))).toEqual(coloursOf('#7a1f3d'));
    expect(page).not.toContain('<script');
  });

  test.each(['red', '#ff8800', '#7a1f3', '"><script>'])('%s is no colour for white text', (colour) => {
    expect(accentColour.safeParse(colour).success).toBe(false);
  });
});
