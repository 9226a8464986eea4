import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { leaveEditing, tellEditing } from './working-copy-questions.js';

const everyMs = 30_000;
/** A page that nobody touches must not keep a session from ending (`libs/access/session.ts`). */
const idleMs = 5 * 60_000;

/** Says that this page has the release open, and hears who else has. It keeps nobody out. */
export const useEditing = (releaseId: string) => {
  const question = useQuery({
    queryKey: ['editing', releaseId],
    queryFn: () => tellEditing(releaseId),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const { refetch } = question;
  const touched = useRef(0);
  useEffect(() => {
    const touch = (): void => {
      touched.current = performance.now();
    };
    touch();
    const timer = setInterval(() => {
      const isIdle = performance.now() - touched.current > idleMs;
      if (!isIdle && document.visibilityState === 'visible') void refetch();
    }, everyMs);
    for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, touch, true);
    return () => {
      clearInterval(timer);
      for (const event of ['keydown', 'pointerdown']) document.removeEventListener(event, touch, true);
      // Who leaves by closing the lid is gone after a minute anyway.
      leaveEditing(releaseId).catch(() => undefined);
    };
  }, [refetch, releaseId]);
  return question.data;
};
