/** What the API answers when it refuses: whole sentences that the console shows as they are. */
export interface RefusalReason {
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  readonly field?: string | undefined;
  readonly allowed?: string | undefined;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly reasons: readonly RefusalReason[],
  ) {
    super(reasons.map((reason) => reason.message).join('；'));
  }
}

/** The server could not be reached, or answered with something that is not ours. */
export const unreachable = (status: number): Refusal =>
  new Refusal(status, 'unreachable', [
    {
      code: 'unreachable',
      message: '暂时连不上服务器，已经保存和已经发出的内容不受影响，请稍后重试。',
      messageEn:
        'The server cannot be reached. What is saved or already sent is safe; please try again shortly.',
    },
  ]);

const isReason = (value: unknown): value is RefusalReason =>
  typeof value === 'object' && value !== null && typeof (value as RefusalReason).message === 'string';

/** Reads a refusal from an answer's body, whatever it turned out to be. */
export const refusalOf = (status: number, body: unknown): Refusal => {
  const problem = body as { code?: unknown; reasons?: unknown } | null;
  const reasons = Array.isArray(problem?.reasons) ? problem.reasons.filter(isReason) : [];
  if (reasons.length === 0) return unreachable(status);
  return new Refusal(status, typeof problem?.code === 'string' ? problem.code : 'refused', reasons);
};
