import { parseArgs } from 'node:util';

type Given<Defaults> = {
  readonly [Name in keyof Defaults]: Defaults[Name] extends number ? number : string;
} & {
  /** The result as one JSON line at the end. */
  readonly json: boolean;
};

const refuse = (zh: string, en: string): never => {
  console.error(`${zh}\n${en}`);
  process.exit(2);
};

/** `--size 1000 --json`: what is not named keeps its default; anything else is told and ends with code 2 before a minute is spent on it. */
export const readOptions = <Defaults extends Readonly<Record<string, number | string>>>(
  options: readonly string[],
  defaults: Defaults,
): Given<Defaults> => {
  const names = Object.keys(defaults);
  const told = [...names, 'json'].map((name) => `--${name}`).join(' ');
  try {
    const { json, ...values }: Readonly<Record<string, string | boolean | undefined>> = parseArgs({
      args: [...options],
      options: {
        json: { type: 'boolean', default: false },
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      },
    }).values;
    const read = names.map((name) => {
      const [value, otherwise] = [values[name], defaults[name]];
      if (value === undefined || typeof otherwise === 'string') return [name, value ?? otherwise];
      const number = Number(value);
      return number > 0 && Number.isFinite(number)
        ? [name, number]
        : refuse(
            `--${name} 应是大于零的数，给的是 ${String(value)}。`,
            `--${name} is a number above zero, not ${String(value)}.`,
          );
    });
    return { ...Object.fromEntries(read), json: json === true } as Given<Defaults>;
  } catch (error) {
    return refuse(`不认识的选项：${String(error)}。可用：${told}`, `Unknown option. There are: ${told}`);
  }
};
