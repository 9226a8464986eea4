import { useEffect, useRef } from 'react';
import { listStep } from './list-step.js';
import { isChorded, isTyping } from './typing.js';

/** The rows of a list: each has a link to its thing, and that has the focus. */
const links = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('a.title-link'),
];

const rowOf = (list: HTMLElement, element: Element | null): number =>
  links(list).findIndex((link) => link === element || link.closest('li, tr')?.contains(element) === true);

/** Whoever types means letters; a ticked box is an input too, and nobody types in it. */
const meansLetters = ({ target }: Event): boolean =>
  isTyping(target) && !(target instanceof HTMLInputElement && target.type === 'checkbox');

/** A key that is meant for the list: not for a field, and not for a dialog that stands above it. */
export const isForList = (event: KeyboardEvent): boolean =>
  !isChorded(event) && !meansLetters(event) && document.activeElement?.closest('[role="dialog"]') === null;

/**
 * J and K move the focus from row to row; Enter opens one, because the focus is on its link. Give the ref to what holds the
 * rows. Of several lists on one page none answers (`active`): nobody could tell which one was meant.
 */
export const useListKeys = <Element extends HTMLElement>(active = true) => {
  const list = useRef<Element>(null);
  useEffect(() => {
    if (!active) return undefined;
    const step = (event: KeyboardEvent): void => {
      const rows = list.current;
      if (rows === null || !isForList(event)) return;
      const at = rowOf(rows, document.activeElement);
      const next = listStep(at, links(rows).length, event.key.toLowerCase());
      if (next === null) return;
      event.preventDefault();
      links(rows)[next]?.focus();
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  }, [active]);
  return list;
};
