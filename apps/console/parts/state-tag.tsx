import type { ReactNode } from 'react';

/** What a state means to the reader; the word always says it too, never the colour alone. */
export type Tone = 'quiet' | 'info' | 'success' | 'warning' | 'error';

const marks: Readonly<Record<Tone, string>> = {
  quiet: '○',
  info: '◐',
  success: '✓',
  warning: '!',
  error: '✕',
};

export const StateTag = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`state-tag tone-${tone}`}>
    <span aria-hidden="true" className="state-mark">
      {marks[tone]}
    </span>
    {children}
  </span>
);
