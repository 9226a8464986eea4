import { z } from 'zod';

/** What text of usual size needs on its ground (WCAG 2.2, 1.4.3). */
export const READABLE = 4.5;

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How well one is read on the other, 1 to 21 (WCAG 2.2); both as #rrggbb. */
export const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** `share` of the other colour, 0 to 1, in the one. */
export const mixed = (one: string, other: string, share: number): string => {
  const others = partsOf(other);
  return `#${partsOf(one)
    .map((part, at) => Math.round(part + ((others[at] as number) - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
};

const accentLine =
  '颜色，如 #a8151b，白字在上面的对比度至少 4.5:1 (a colour on which white text is readable)';

/** Main colour of a site: white stands on it. */
export const accentColour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/iu, accentLine)
  .refine((colour) => contrast(colour, '#ffffff') >= READABLE, accentLine);
