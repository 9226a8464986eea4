import type { Database } from '@koujing/database';
import type { CityNumbers } from '@koujing/settings';
import type { NumberStore } from './number-store.sql.js';

/** Keeps this process at the numbers that are set, whichever process set them. */
export class NumberShelf {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly numbers: CityNumbers;
      readonly store: NumberStore;
    },
  ) {}

  async look(): Promise<void> {
    const { database, numbers, store } = this.parts;
    const set = await store.all(database.queries);
    numbers.take(new Map(set.map(({ key, value }) => [key, value])));
  }
}
