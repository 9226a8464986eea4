import { section, type SettingsOf } from '@koujing/settings';
import { z } from 'zod';
import { roleSchema } from './access.api.js';
import { organAccountSchema } from './organ-account/organ-account-settings.js';

/** Who gets in. */
export const accessSection = section(
  'access',
  z.strictObject({
    /** A file of passwords that are not taken, one a line: a list of common or stolen ones. */
    commonPasswords: z.string().min(1).exactOptional(),
    /** Whoever holds one of these roles sets up an authenticator before anything else. */
    secondFactor: z.array(z.enum(roleSchema.options, `角色：${roleSchema.options.join('、')}`)).default([]),
    /** Powerful roles take effect without a second administrator. Only where there is none. */
    singleAdministrator: z.boolean().default(false),
    /** Signing in with the account that the organ's identity provider keeps; without it there is no such button. */
    organAccount: organAccountSchema.exactOptional(),
  }),
);

export type AccessSettings = SettingsOf<readonly [typeof accessSection]>['access'];
