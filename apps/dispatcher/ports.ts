import { Problem } from '@koujing/kernel';

/** A port from the environment, so that a second start beside the first needs no file. @throws Problem `badInput` */
export const portFrom = (environment: NodeJS.ProcessEnv, name: string, usual: number): number => {
  const given = environment[name];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Problem('badInput', [
    {
      code: 'badPort',
      message: `${name} 现为“${given}”，应为 0 至 65535 的整数。`,
      messageEn: `${name} is "${given}"; it must be a whole number from 0 to 65535.`,
      field: name,
      allowed: '0–65535',
    },
  ]);
};
