import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

export const appearances = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof appearances)[number];

interface AppearanceChoice {
  readonly appearance: Appearance;
  readonly choose: (appearance: Appearance) => void;
  /** What is shown now: what was chosen, or what the system says. */
  readonly dark: boolean;
}

const Choice = createContext<AppearanceChoice>({
  ...{ appearance: 'system', choose: () => undefined, dark: false },
});
/** Read before the first paint too (`public/first-paint.js`). */
const storageKey = 'koujing.appearance';
const system = window.matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
};

const kept = (): Appearance => {
  const word = localStorage.getItem(storageKey);
  return appearances.find((known) => known === word) ?? 'system';
};

/** As the system has it, until somebody chooses; the choice stays in this browser. */
export const AppearanceProvider = ({ children }: { children: ReactNode }) => {
  const [appearance, setAppearance] = useState(kept);
  const systemDark = useSyncExternalStore(subscribe, () => system.matches);
  const dark = appearance === 'system' ? systemDark : appearance === 'dark';
  const choose = useCallback((next: Appearance) => {
    localStorage.setItem(storageKey, next);
    setAppearance(next);
  }, []);
  useLayoutEffect(() => {
    const { documentElement } = document;
    documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    // The bar of a phone's browser goes on in the colour of the masthead.
    const colour = getComputedStyle(documentElement).getPropertyValue('--masthead');
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour);
  }, [dark]);
  const value = useMemo(() => ({ appearance, choose, dark }), [appearance, choose, dark]);
  return <Choice value={value}>{children}</Choice>;
};

export const useAppearance = (): AppearanceChoice => useContext(Choice);
