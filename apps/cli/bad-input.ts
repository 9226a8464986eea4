import { describeLineError, type LineError } from '@koujing/conflict';

export const EXIT_FINDINGS = 1;
export const EXIT_BAD_INPUT = 2;

/** More mistakes than this are one mistake: the wrong file. */
const SHOWN = 20;

/** Input that cannot be read as the contract says; shown on stderr, nothing on stdout, exit 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

export function badLines(file: string, errors: readonly LineError[]): BadInput {
  const shown = errors.slice(0, SHOWN).map((error) => `${file}：${describeLineError(error)}`);
  const more =
    errors.length > SHOWN ? [`……另有 ${errors.length - SHOWN} 处 (and ${errors.length - SHOWN} more)`] : [];
  return new BadInput([...shown, ...more].join('\n'));
}
