import { Problem } from '@koujing/kernel';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MediaImport } from '../../libs/media/media.api.js';
import { loadCityRules, type CityRules } from './city-rules.js';
import { readMedia } from './media-register.js';
import { readTogether } from './read-together.js';
import { readRegister, type Register } from './register.js';

/** One a line, read in small letters; none without a file. @throws Problem `badInput` */
export const readCommonPasswords = (file: string | undefined, base: string): ReadonlySet<string> => {
  if (file === undefined) return new Set();
  const path = resolve(base, file);
  try {
    const lines = readFileSync(path, 'utf8').normalize('NFKC').toLowerCase().split(/\r?\n/u);
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Problem('badInput', [
      {
        code: 'commonPasswordsUnread',
        message: `读不到 access.commonPasswords 指定的文件 ${path}：${found}。请改正路径，或删去这一项。`,
        messageEn: `The file of access.commonPasswords cannot be read: ${path}: ${found}. Correct the path or strike the setting out.`,
        field: 'access.commonPasswords',
      },
    ]);
  }
};

/** What a city's settings name: its rules, and the registers that it starts from. Their mistakes are told together. */
export const readCityFiles = (
  named: {
    readonly rules: string;
    readonly register: {
      readonly organs?: string | undefined;
      readonly people?: string | undefined;
      readonly media?: string | undefined;
    };
  },
  base: string,
): { readonly rules: CityRules; readonly register: Register | null; readonly media: MediaImport | null } => {
  const [rules, register, media] = readTogether<[CityRules, Register | null, MediaImport | null]>(
    () => loadCityRules(named.rules),
    () => readRegister(named.register, base),
    () => readMedia(named.register.media, base),
  );
  return { rules, register, media };
};
