import { Problem } from '@koujing/kernel';

/** The codes of the reasons why it was refused; none if it was done. A fault is no refusal, and goes on. */
export const refused = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.reasons.map(({ code }) => code);
  }
};
