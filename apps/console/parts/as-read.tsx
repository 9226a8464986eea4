import { createContext, Fragment, use, useState, type ReactNode } from 'react';

/** Begins a dialog anew from the thing as it is now; null while the dialog shows just that. */
const Reload = createContext<(() => void) | null>(null);
export const useReload = (): (() => void) | null => use(Reload);

interface AsReadProps<Thing> {
  readonly of: Thing;
  readonly children: (read: Thing) => ReactNode;
}

/**
 * The thing as it was when its dialog opened. Behind an open dialog the page reads on: a change that names the newest
 * revision with the values of an older one would overwrite what somebody else did in between.
 */
export const AsRead = <Thing extends { readonly revision: number }>({ of, children }: AsReadProps<Thing>) => {
  const [read, setRead] = useState(of);
  return (
    <Reload value={of.revision === read.revision ? null : () => setRead(of)}>
      <Fragment key={read.revision}>{children(read)}</Fragment>
    </Reload>
  );
};
