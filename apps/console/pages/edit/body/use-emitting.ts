import type { Block } from '@koujing/block';
import type { Editor } from '@tiptap/core';
import { startTransition, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { blocksOfDoc, type DocNode } from './body-doc.js';

/** Turning the document into blocks and drawing the form anew is never done within a key stroke. */
const pauseMs = 250;
/** Who types without a pause is heard all the same. */
const longestMs = 4_000;

/**
 * Hands the document on as blocks: soon after a pause, and at once when the editor is left, the page hidden, or somebody asks.
 * A text that nobody touched comes back as it is stored.
 */
export const useEmitting = (value: readonly Block[], onChange: (blocks: readonly Block[]) => void) => {
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });
  const emitter = useMemo(() => emitterOf(value, (blocks) => told.current(blocks)), []);
  useEffect(() => {
    const hurry = (): void => emitter.flush();
    document.addEventListener('visibilitychange', hurry);
    return () => {
      document.removeEventListener('visibilitychange', hurry);
      emitter.stop();
    };
  }, [emitter]);
  return emitter;
};

const emitterOf = (initial: readonly Block[], tell: (blocks: readonly Block[]) => void) => {
  let stored = initial;
  let waiting: Editor | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const ours = new WeakSet<readonly Block[]>([initial]);
  const emit = (): void => {
    clearTimeout(timer);
    if (waiting === null) return;
    const blocks = blocksOfDoc(waiting.getJSON() as DocNode, stored);
    waiting = null;
    ours.add(blocks);
    tell(blocks);
  };
  return {
    changed: (editor: Editor): void => {
      const now = performance.now();
      if (waiting === null) since = now;
      waiting = editor;
      clearTimeout(timer);
      timer = setTimeout(
        () => startTransition(emit),
        Math.max(0, Math.min(pauseMs, since + longestMs - now)),
      );
    },
    flush: (): void => {
      if (waiting !== null) flushSync(emit);
    },
    stop: (): void => clearTimeout(timer),
    /** True for a text that somebody else put into the form: an import, a draft that is brought back. */
    isForeign: (blocks: readonly Block[]): boolean => !ours.has(blocks),
    opened: (blocks: readonly Block[]): void => {
      clearTimeout(timer);
      waiting = null;
      stored = blocks;
      ours.add(blocks);
    },
  };
};
