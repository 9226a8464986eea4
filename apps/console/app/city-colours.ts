/** The city's own colour where it lies on dark ground. */
export interface DarkAccent {
  readonly accent: string;
  readonly hover: string;
  readonly active: string;
  readonly soft: string;
  readonly softHover: string;
  readonly border: string;
  /** Written on the filled colour. */
  readonly onFill: string;
}

interface CityColours {
  readonly light: { readonly accent: string; readonly soft: string };
  readonly dark: DarkAccent;
}

/** As `apps/dispatcher/console-colours.ts` writes them into the head of the page; null where the city has no colour of its own. */
export const cityColours = ((): CityColours | null => {
  const written = document.querySelector('meta[name="koujing-colours"]')?.getAttribute('content');
  return written === null || written === undefined ? null : (JSON.parse(written) as CityColours);
})();
