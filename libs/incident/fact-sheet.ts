import type { Reason } from '@koujing/kernel';
import { countedNames } from './chain.js';
import type { ReadFigures } from './figures-reader.js';
import type { FigureName, FigureRecord } from './incident.js';
import { incidentRefusal } from './refusal.js';

type Known = { readonly value: number; readonly asOf: Date };

/** Of each figure the one that holds for the latest moment. */
const newest = (records: readonly FigureRecord[]): ReadonlyMap<FigureName, Known> => {
  const known = new Map<FigureName, Known>();
  for (const { figures, asOf } of [...records].sort((a, b) => a.asOf.getTime() - b.asOf.getTime()))
    for (const [name, value] of Object.entries(figures)) known.set(name as FigureName, { value, asOf });
  return known;
};

/**
 * A text that says otherwise than what its organ has on record is what Art.39(3) calls knowingly false. Held only
 * against figures that are not older than the text's own moment: what the sheet learned later is the next release.
 */
export const sheetReasons = (records: readonly FigureRecord[], read: ReadFigures): readonly Reason[] => {
  const sheet = newest(records);
  return countedNames.flatMap((name) => {
    const [told, known] = [read.figures[name], sheet.get(name)];
    if (told === undefined || known === undefined || told === known.value) return [];
    const learnedLater = read.asOf !== null && read.asOf.getTime() < known.asOf.getTime();
    return learnedLater ? [] : [incidentRefusal.differsFromSheet(name, told, known.value, known.asOf)];
  });
};

/**
 * What the first release leaves out of what Art.23 demands: time, place, and every casualty figure the sheet knows,
 * missing and at risk among them. Told beside the text; the elements themselves are demanded by sign-off.
 */
export const missingElements = (records: readonly FigureRecord[], read: ReadFigures): readonly Reason[] => {
  const sheet = newest(records);
  return [
    ...(read.namesTime ? [] : [incidentRefusal.timeNotTold]),
    ...(read.namesPlace ? [] : [incidentRefusal.placeNotTold]),
    ...countedNames.flatMap((name) => {
      const known = sheet.get(name);
      return known === undefined || known.value === 0 || read.figures[name] !== undefined
        ? []
        : [incidentRefusal.notTold(name, known.value)];
    }),
  ];
};
