import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** One traditional character in its simplified form; any other character as it is. */
export const simplifyChar = (char: string): string => convert(char);
