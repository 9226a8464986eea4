import type { MediaImport } from '../../libs/media/media.api.js';
import { loadCityRules, type CityRules } from './city-rules.js';
import { readMedia } from './media-register.js';
import { readTogether } from './read-together.js';
import { readRegister, type Register } from './register.js';

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
