import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { RefusalNotice } from './refusal-notice.js';

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton; 0 for what mostly has nothing to show. */
  readonly rows?: number;
}

export type Question = Pick<UseQueryResult, 'data' | 'error' | 'isError' | 'refetch'>;

/** What became of a question that failed, and the way to ask again; nothing where it is answered or on its way. */
export const Failure = ({ of }: { of: Question }) =>
  of.isError && of.data === undefined ? (
    <RefusalNotice error={of.error} onRetry={() => void of.refetch()} />
  ) : null;

/** The three faces of a question to the server: not yet, refused, answered. */
export const Answer = <Data,>({ of, children, rows = 6 }: AnswerProps<Data>) => {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isError) return <Failure of={of} />;
  return rows === 0 ? null : <Loading rows={rows} />;
};
