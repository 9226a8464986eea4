import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from './answer.js';

interface PageAnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A page about one thing: until that is read there is no title to stand above the skeleton or the refusal. */
export const PageAnswer = <Data,>({ of, children }: PageAnswerProps<Data>) =>
  of.data === undefined ? (
    <div className="page">
      <Answer of={of}>{() => null}</Answer>
    </div>
  ) : (
    children(of.data)
  );
