import { useEffect, useRef } from 'react';
import { isForList } from '../../parts/use-list-keys.js';

/** Of a row that can be chosen. */
export const choosable = (id: string) => ({ 'data-choose': id });

/** X chooses the row that has the focus, or lets it go. */
export const useChooseKey = (onChoose: (id: string) => void): void => {
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'x' || !isForList(event)) return;
      const id = document.activeElement?.closest('[data-choose]')?.getAttribute('data-choose');
      if (id !== null && id !== undefined) choose.current(id);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
