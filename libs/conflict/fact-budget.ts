/**
 * Pairs of facts that one check compares: a pair costs some microseconds, so a check of texts that consist of figures only
 * ends within a second. Ordinary releases (20 facts against ten candidates) use a fiftieth. The worse mistake is a gate that
 * hangs: texts of hundreds of facts each are compared whole with the likeliest candidates and by their heads with the rest.
 */
export const FACT_PAIRS = 200_000;

/** Spent on the likeliest candidate first; a comparison takes half of what is left at most. */
export class FactBudget {
  #left = FACT_PAIRS;

  /** The heads of both lists that may be compared, as many of each in proportion. */
  cut<T>(one: readonly T[], other: readonly T[]): readonly [readonly T[], readonly T[]] {
    const pairs = one.length * other.length;
    const allowed = this.#left / 2;
    const share = pairs <= allowed ? 1 : Math.sqrt(allowed / pairs);
    const heads = [head(one, share), head(other, share)] as const;
    this.#left -= heads[0].length * heads[1].length;
    return heads;
  }
}

const head = <T>(facts: readonly T[], share: number): readonly T[] =>
  share === 1 ? facts : facts.slice(0, Math.floor(facts.length * share));
