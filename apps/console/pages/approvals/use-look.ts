import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tell } from '../../api/client.js';

/**
 * So long (ms) a text is on the screen before it counts as read: shorter, and running through the queue with J would
 * swallow changes unseen, which is the worse mistake; longer, and a quick reader would be shown old changes again.
 */
const readAfterMs = 1_000;

/** Tells the server that the text in this element was opened and read, so that the next look marks what changed since. */
export const useLook = (id: string, digest: string) => {
  const text = useRef<HTMLDivElement>(null);
  const { mutate } = useMutation({
    mutationFn: () => tell(`/approvals/${id}/look`, { method: 'POST', body: { digest } }),
  });
  useEffect(() => {
    const shown = text.current;
    if (shown === null) return undefined;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver((entries) => {
      const onScreen = entries.some(({ isIntersecting }) => isIntersecting);
      clearTimeout(reading);
      if (onScreen)
        reading = setTimeout(() => {
          if (document.visibilityState !== 'visible') return;
          watch.disconnect();
          mutate();
        }, readAfterMs);
    });
    watch.observe(shown);
    return () => {
      clearTimeout(reading);
      watch.disconnect();
    };
  }, [id, digest, mutate]);
  return text;
};
