/** A kind of act as a sentence tells it: who, this, and the thing that it was done to. */
export interface ActWords {
  readonly zh: string;
  readonly en: string;
  /** The sentence is whole without the thing: signing in is done to nothing but oneself. */
  readonly alone?: true;
}

export const act = (zh: string, en: string): ActWords => ({ zh, en });
