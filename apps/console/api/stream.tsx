import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { applyEvent } from './apply-event.js';
import { hasNewerConsole } from './newer-console.js';

type StreamState = 'connecting' | 'open' | 'lost' | 'outdated';

const State = createContext<StreamState>('connecting');
const topics = ['snapshot', 'delivery', 'release', 'finding'] as const;
/** A connection that comes back within this (ms) is nobody's business: the server renews them now and then. */
const patience = 4_000;
/** The browser gives up on a refused connection; then we try again ourselves after this (ms). */
const reopenAfter = 5_000;

interface Listener {
  readonly onEvent: (topic: string, data: string) => void;
  readonly onState: (state: StreamState) => void;
}

/** Keeps one connection until it is told to stop. */
const listen = ({ onEvent, onState }: Listener): (() => void) => {
  let source: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let worrying: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/stream');
    source.onopen = () => {
      clearTimeout(worrying);
      worrying = undefined;
      onState('open');
    };
    source.onerror = () => {
      worrying ??= setTimeout(() => onState('lost'), patience);
      if (source.readyState === EventSource.CLOSED) reopening = setTimeout(open, reopenAfter);
    };
    for (const topic of topics)
      source.addEventListener(topic, (event: MessageEvent<string>) => onEvent(topic, event.data));
  };
  open();
  return () => {
    clearTimeout(reopening);
    clearTimeout(worrying);
    source.close();
  };
};

/**
 * One EventSource for the whole console (STACK: six of them block the seventh request).
 * The browser reconnects by itself; every connection begins with a snapshot, so nothing is missed.
 */
export const StreamProvider = ({ children }: { children: ReactNode }) => {
  const client = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  const [outdated, setOutdated] = useState(false);
  useEffect(() => {
    let connections = 0;
    return listen({
      onEvent: (topic, data) => {
        applyEvent(client, topic, data);
        // The first one comes with the page; a later one may come from a server that was updated in between.
        if (topic === 'snapshot' && (connections += 1) > 1)
          void hasNewerConsole().then((newer) => newer && setOutdated(true));
      },
      onState: setState,
    });
  }, [client]);
  return <State value={outdated && state !== 'lost' ? 'outdated' : state}>{children}</State>;
};

export const useStreamState = (): StreamState => useContext(State);
