import type { Run } from '@koujing/block';

/** Marks inside a line: `**加粗**`, `__斜体__`, `[文字](链接)`; a backslash takes a character as it is. */
const special = /[\\[\]|]|\*\*|__|^[*_]|[*_]$/gu;

const escape = (text: string): string =>
  text.replace(special, (sign) => [...sign].map((one) => `\\${one}`).join('')).replace(/\n/gu, '\\n');

const emphasised = (run: Run): string => {
  const plain = escape(run.text);
  const strong = run.bold === true ? `**${plain}**` : plain;
  return run.italic === true ? `__${strong}__` : strong;
};

const encoded = (href: string): string =>
  href.replace(/\(/gu, '%28').replace(/\)/gu, '%29').replace(/\s/gu, '%20');

export const textOfRuns = (runs: readonly Run[]): string =>
  runs
    .filter((run) => run.text !== '')
    .map((run) => (run.href === undefined ? emphasised(run) : `[${emphasised(run)}](${encoded(run.href)})`))
    .join('');

interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
}

const link = /^\[((?:\\.|[^\]\\])*)\]\(((?:https?:\/\/|tel:|mailto:)[^()\s]+)\)/iu;

const runOf = (text: string, { bold, italic, href }: Marks): Run => ({
  text,
  ...(bold && { bold: true as const }),
  ...(italic && { italic: true as const }),
  ...(href !== undefined && { href }),
});

const sameMarks = (a: Run, b: Run): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.href === b.href;

const append = (runs: Run[], run: Run): void => {
  const last = runs.at(-1);
  if (run.text === '') return;
  if (last !== undefined && sameMarks(last, run))
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
};

const read = (line: string, outer: Marks, runs: Run[]): void => {
  let marks = outer;
  let rest = line;
  while (rest !== '') {
    const linked = marks.href === undefined ? link.exec(rest) : null;
    if (linked !== null) {
      read(linked[1] ?? '', { ...marks, href: linked[2] }, runs);
      rest = rest.slice(linked[0].length);
    } else if (rest.startsWith('\\') && rest.length > 1) {
      append(runs, runOf(rest[1] === 'n' ? '\n' : (rest[1] ?? ''), marks));
      rest = rest.slice(2);
    } else if (rest.startsWith('**') && (marks.bold || closes(rest.slice(2), '**'))) {
      marks = { ...marks, bold: !marks.bold };
      rest = rest.slice(2);
    } else if (rest.startsWith('__') && (marks.italic || closes(rest.slice(2), '__'))) {
      marks = { ...marks, italic: !marks.italic };
      rest = rest.slice(2);
    } else {
      const [first = ''] = rest;
      append(runs, runOf(first, marks));
      rest = rest.slice(first.length);
    }
  }
};

/** A mark that nothing closes is a character like any other. */
const closes = (rest: string, mark: string): boolean => rest.replace(/\\./gu, '').includes(mark);

export const runsOfText = (line: string): Run[] => {
  const runs: Run[] = [];
  read(line, { bold: false, italic: false, href: undefined }, runs);
  return runs;
};
