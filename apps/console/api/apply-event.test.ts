import { expect, jest, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { applyEvent } from './apply-event.js';

test('a release that goes out makes the limits on screen out of date, and nobody’s session', () => {
  jest.useFakeTimers();
  try {
    const client = new QueryClient();
    for (const key of ['deadlines', 'incident', 'session']) client.setQueryData([key], {});
    applyEvent(client, 'release', '{}');
    jest.runAllTimers();
    const stale = (key: string) => client.getQueryState([key])?.isInvalidated;
    expect([stale('deadlines'), stale('incident'), stale('session')]).toEqual([true, true, false]);
    client.clear();
  } finally {
    jest.useRealTimers();
  }
});
