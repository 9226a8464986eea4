/** Filters live in the address: every search value is a plain string, and empty ones disappear. */
export type AddressFilters = Readonly<Record<string, string | undefined>>;
