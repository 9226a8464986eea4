import { AsyncLocalStorage } from 'node:async_hooks';

const through = new AsyncLocalStorage<string>();

/** Whatever is recorded within `work` was done by a program, through this key of the person: the record names both. */
export const actingThrough = <T>(apiKey: string, work: () => T): T => through.run(apiKey, work);

export const actedThrough = (): { readonly apiKey?: string } => {
  const apiKey = through.getStore();
  return apiKey === undefined ? {} : { apiKey };
};
