/** A mail ends with the address of its page; in the console the subject is the link, and the address only noise. */
export const withoutAddresses = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^https?:\/\/\S+$/u.test(line.trim()))
    .join('\n')
    .trim();

/** How many notices are read at first. */
export const noticesShown = 20;
