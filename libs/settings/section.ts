import type { z } from 'zod';
import type { CityNumber } from './city-number.js';

/** A part of the configuration and the lib that understands it. Keys nobody registered are mistakes. */
export interface Section<Name extends string = string, T = unknown> {
  readonly name: Name;
  readonly schema: z.ZodType<T>;
  /** Which of its numbers the office may set in the console; none where the lib does not say. */
  numbers(settings: T): readonly CityNumber[];
}

export const section = <Name extends string, T>(
  name: Name,
  schema: z.ZodType<T>,
  numbers: (settings: T) => readonly CityNumber[] = () => [],
): Section<Name, T> => ({ name, schema, numbers });

/** The settings that a list of sections yields, by section name. */
export type SettingsOf<Sections extends readonly Section[]> = {
  readonly [S in Sections[number] as S['name']]: S extends Section<string, infer T> ? T : never;
};
