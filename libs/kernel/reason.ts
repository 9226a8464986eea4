/** Why something is refused. The console greys out a button with the same words that the API answers. */
export interface Reason {
  /** Stable identifier, e.g. `approverIsDrafter`. */
  readonly code: string;
  /** A whole sentence for a clerk, in Chinese. */
  readonly message: string;
  /** The same sentence in English. */
  readonly messageEn: string;
  /** The field of the input that is at fault, if one is. */
  readonly field?: string;
  /** What would have been accepted. */
  readonly allowed?: string;
}

/** A reason in both languages, for the tables of refusals that each lib keeps. */
export const say = (
  code: string,
  message: string,
  messageEn: string,
  rest?: Pick<Reason, 'field' | 'allowed'>,
): Reason => ({ code, message, messageEn, ...rest });
