import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { RefusalNotice } from './refusal-notice.js';

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly rows?: number;
}

/** The three faces of a question to the server: not yet, refused, answered. */
export const Answer = <Data,>({ of, children, rows = 6 }: AnswerProps<Data>) => {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isError) return <RefusalNotice error={of.error} onRetry={() => void of.refetch()} />;
  return <Loading rows={rows} />;
};
