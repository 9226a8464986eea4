import type { z } from 'zod';

/** A part of the configuration and the lib that understands it. Keys nobody registered are mistakes. */
export interface Section<Name extends string = string, T = unknown> {
  readonly name: Name;
  readonly schema: z.ZodType<T>;
}

export const section = <Name extends string, T>(name: Name, schema: z.ZodType<T>): Section<Name, T> => ({
  name,
  schema,
});

/** The settings that a list of sections yields, by section name. */
export type SettingsOf<Sections extends readonly Section[]> = {
  readonly [S in Sections[number] as S['name']]: S extends Section<string, infer T> ? T : never;
};
