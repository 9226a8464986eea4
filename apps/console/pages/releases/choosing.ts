import { useRef, useState } from 'react';
import type { ReleaseSummary } from '../../api/contract.js';
import { afterClick } from './chosen.js';

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly click: (id: string, shift: boolean) => void;
  readonly all: (chosen: boolean) => void;
}

/** What is chosen of the page that is shown; another page begins with nothing, because what is not seen is not acted on. */
export const useChoosing = (releases: readonly ReleaseSummary[]): Choosing => {
  const ids = releases.map(({ id }) => id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const shown = new Set(ids.filter((id) => chosen.has(id)));
  return {
    chosen: shown,
    click: (id, shift) => {
      setChosen(afterClick(ids, shown, { id, shift, last: last.current }));
      last.current = id;
    },
    all: (every) => setChosen(new Set(every ? ids : [])),
  };
};
