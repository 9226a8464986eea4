/** Whoever types wants letters, not steps; and behind an open dialog nothing is stepped through. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/iu.test(target.tagName));

/** A key with one of these means something else. */
export const isChorded = (event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;
