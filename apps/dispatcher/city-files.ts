import type { AccessSettings, OrganAccountSettings } from '@koujing/access';
import type { InternalCa } from '@koujing/channel';
import { Problem } from '@koujing/kernel';
import { X509Certificate } from 'node:crypto';
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
  const lines = textOf(resolve(base, file), 'access.commonPasswords')
    .normalize('NFKC')
    .toLowerCase()
    .split(/\r?\n/u);
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
};

/** @throws Problem `badInput` */
const textOf = (path: string, setting: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Problem('badInput', [
      {
        code: 'fileUnread',
        message: `读不到 ${setting} 指定的文件 ${path}：${found}。请改正路径，或删去这一项。`,
        messageEn: `The file of ${setting} cannot be read: ${path}: ${found}. Correct the path or strike the setting out.`,
        field: setting,
      },
    ]);
  }
};

/** The organ's identity provider with its secret at hand; null where none is connected. @throws Problem `badInput` */
export const readOrganAccount = (
  given: AccessSettings['organAccount'],
  base: string,
): OrganAccountSettings | null => {
  if (given === undefined) return null;
  const { clientSecret, clientSecretFile, ...settings } = given;
  if (clientSecret !== undefined) return { ...settings, clientSecret };
  const path = resolve(base, clientSecretFile ?? '');
  const secret = textOf(path, 'access.organAccount.clientSecretFile').trim();
  return { ...settings, clientSecret: secret };
};

/** The city's own certificate authority; null without one. @throws Problem `badInput` */
export const readInternalCa = (
  { file, hosts }: { readonly file?: string | undefined; readonly hosts: readonly string[] },
  base: string,
): InternalCa | null => {
  if (file === undefined) return null;
  const path = resolve(base, file);
  const pem = textOf(path, 'internalCa.file');
  try {
    new X509Certificate(pem);
  } catch {
    throw new Problem('badInput', [
      {
        code: 'noCertificate',
        message: `internalCa.file 指定的 ${path} 不是 PEM 格式的证书。`,
        messageEn: `${path}, which internalCa.file names, is no certificate in PEM.`,
        field: 'internalCa.file',
      },
    ]);
  }
  return { hosts, pem };
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
