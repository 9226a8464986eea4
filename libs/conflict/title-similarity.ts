import stringSimilarity from 'string-similarity';

/** Dice coefficient over character bigrams, 0..1 (the npm package `string-similarity`): titles, and the baseline to beat. */
export const titleSimilarity = (a: string, b: string): number => stringSimilarity.compareTwoStrings(a, b);
