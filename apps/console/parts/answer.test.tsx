import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Refusal } from '../api/refusal.js';
import { Answer, Failure } from './answer.js';

const asked = { retry: false, retryOnMount: false } as const;
const question = queryOptions({ ...asked, queryKey: ['limits'], queryFn: () => Promise.resolve(['甲']) });

const reason = {
  code: 'unavailable',
  message: '时限暂时读不出来。',
  messageEn: 'The limits cannot be read.',
};
const failing = { ...question, queryFn: () => Promise.reject(new Refusal(503, 'unavailable', [reason])) };

const Panel = () => (
  <Answer of={useQuery(question)} rows={0}>
    {(items) => <p>{items.join()}</p>}
  </Answer>
);

const shown = (client: QueryClient, what: ReactNode = <Panel />): string =>
  renderToStaticMarkup(<QueryClientProvider client={client}>{what}</QueryClientProvider>);

test('what mostly has nothing to show still says that it could not be read, and can be asked again', async () => {
  const client = new QueryClient();
  expect(shown(client)).toBe('');
  await client.prefetchQuery(failing);
  expect(shown(client)).toMatch(/时限暂时读不出来。.*重 ?试/u);
  client.setQueryData(['limits'], ['甲']);
  expect(shown(client)).toBe('<p>甲</p>');
});

const Choice = () => {
  const list = useQuery(question);
  return (
    <>
      <select />
      <Failure of={list} />
    </>
  );
};

test('a choice whose list could not be read says so beside it, and nothing while it can be', async () => {
  const client = new QueryClient();
  expect(shown(client, <Choice />)).toBe('<select></select>');
  await client.prefetchQuery(failing);
  expect(shown(client, <Choice />)).toMatch(/^<select><\/select>.*时限暂时读不出来。.*重 ?试/u);
  client.setQueryData(['limits'], []);
  expect(shown(client, <Choice />)).toBe('<select></select>');
});

test('who may not read it is told so, and by whom it can be granted', async () => {
  const client = new QueryClient();
  const granted = {
    code: 'lacksRole',
    message: '您在该机关没有“统筹员”角色，可请管理员授予。',
    messageEn: 'You do not hold the role.',
  };
  const refused = { ...question, queryFn: () => Promise.reject(new Refusal(403, 'forbidden', [granted])) };
  await client.prefetchQuery(refused);
  expect(shown(client)).toMatch(/>没有权限<.*可请管理员授予。/u);
});
