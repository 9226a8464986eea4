import type { ReactNode } from 'react';

/** One sentence and one action. */
export const EmptyNote = ({ sentence, children }: { sentence: string; children?: ReactNode }) => (
  <div className="empty-note">
    <p>{sentence}</p>
    {children}
  </div>
);
