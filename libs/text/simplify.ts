import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** One traditional character in its simplified form; any other character as it is. */
export const simplifyChar = (char: string): string => convert(char);

/** A whole text, phrase by phrase: for reading and searching, not for offsets (lengths may change). */
export const toSimplified = (text: string): string => convert(text);
