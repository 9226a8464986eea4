import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { applyEvent } from './apply-event.js';

type StreamState = 'connecting' | 'open' | 'lost';

const State = createContext<StreamState>('connecting');
const topics = ['snapshot', 'delivery', 'release', 'finding'] as const;

/**
 * One EventSource for the whole console (STACK: six of them block the seventh request).
 * The browser reconnects by itself; every connection begins with a snapshot, so nothing is missed.
 */
export const StreamProvider = ({ children }: { children: ReactNode }) => {
  const client = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  useEffect(() => {
    let source = new EventSource('/api/stream');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      source.onopen = () => setState('open');
      source.onerror = () => {
        setState('lost');
        // A refused connection is closed for good by the browser; a broken one is retried by it.
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(reopen, 5_000);
      };
      const receive = (event: MessageEvent<string>): void => applyEvent(client, event.type);
      source.onmessage = receive;
      for (const topic of topics) source.addEventListener(topic, receive);
    };
    const reopen = (): void => {
      source = new EventSource('/api/stream');
      listen();
    };
    listen();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
  return <State value={useMemo(() => state, [state])}>{children}</State>;
};

export const useStreamState = (): StreamState => useContext(State);
