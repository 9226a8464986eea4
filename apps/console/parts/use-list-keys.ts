import { useEffect, useRef } from 'react';
import { listStep } from './list-step.js';
import { isChorded, isTyping } from './typing.js';

/** The rows of a list: each has one link to its thing, and that has the focus. */
const links = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('a.title-link'),
];

const rowOf = (list: HTMLElement, element: Element | null): number =>
  links(list).findIndex((link) => link === element || link.closest('li, tr')?.contains(element) === true);

/**
 * J and K move the focus from row to row, X chooses the row; Enter opens it, because the focus is on its link. Give the ref to
 * what holds the rows.
 */
export const useListKeys = <Element extends HTMLElement>(onChoose?: (row: number) => void) => {
  const list = useRef<Element>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const rows = list.current;
      const active = document.activeElement;
      // A dialog stands above the list; its own keys are meant.
      if (rows === null || isChorded(event) || active?.closest('[role="dialog"]')) return;
      // A ticked box is an input too, and nobody types in it.
      const ticks = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
      if (isTyping(event.target) && !ticks) return;
      const key = event.key.toLowerCase();
      const at = rowOf(rows, active);
      if (key === 'x' && at >= 0) choose.current?.(at);
      const next = listStep(at, links(rows).length, key);
      if (next === null) return;
      event.preventDefault();
      links(rows)[next]?.focus();
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  }, []);
  return list;
};
