import { Problem, type Reason } from '@koujing/kernel';

/**
 * Does every read, and tells the mistakes of all that refuse in one refusal: whoever mends them starts once more, not once
 * for each file. @throws Problem `badInput`
 */
export const readTogether = <Read extends readonly unknown[]>(
  ...reads: { readonly [Index in keyof Read]: () => Read[Index] }
): Read => {
  const attempts = reads.map((read) => attempt(read));
  const [mistake, ...rest] = attempts.flatMap(({ reasons }) => reasons);
  if (mistake !== undefined) throw new Problem('badInput', [mistake, ...rest]);
  return attempts.map(({ value }) => value) as unknown as Read;
};

const attempt = (read: () => unknown): { readonly value?: unknown; readonly reasons: readonly Reason[] } => {
  try {
    return { value: read(), reasons: [] };
  } catch (error) {
    if (error instanceof Problem) return { reasons: error.reasons };
    throw error;
  }
};
