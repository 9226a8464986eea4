import { inOffice, type Actor } from '@koujing/access';
import type { Channel } from '@koujing/channel';
import { say, type Reason } from '@koujing/kernel';
import { dispatchRefusal } from './refusal.js';

/** Settings and secrets of an account, as they would be kept. */
export interface AccountValues {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

interface Parsed {
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined;
}

/** The value of a secret is never repeated. */
const issuesOf = (part: 'settings' | 'secrets', { error }: Parsed): readonly Reason[] =>
  (error?.issues ?? []).map(({ path, message }) => {
    const field = [part, ...path].join('.');
    return say('badAccount', `${field}：${message}`, `${field}: ${message}`, { field });
  });

/** What the channel's manifest refuses. Pure. */
export const schemaReasons = (
  { manifest }: Pick<Channel, 'manifest'>,
  { settings, secrets }: AccountValues,
): readonly Reason[] => [
  ...issuesOf('settings', manifest.settings.safeParse(settings)),
  ...issuesOf('secrets', manifest.secrets.safeParse(secrets)),
];

/**
 * Where an account sends to is changed by the office alone, and with its credentials in hand: whoever could lead an
 * account elsewhere would be sent the credentials that nobody may read. Pure.
 */
export const placeReasons = (
  { manifest }: Pick<Channel, 'manifest'>,
  {
    before,
    after,
    given,
  }: {
    readonly before: AccountValues;
    readonly after: AccountValues;
    /** Secrets that were typed now. */
    readonly given: readonly string[];
  },
  actor: Actor,
): readonly Reason[] => {
  const moved = (manifest.places ?? []).find((name) => !isSame(after.settings[name], before.settings[name]));
  if (moved === undefined) return [];
  const kept = Object.entries(before.secrets)
    .filter(([name, value]) => value !== '' && !given.includes(name) && !ownKeys.has(name))
    .map(([name]) => name);
  return [
    ...(inOffice(actor, 'administrator') ? [] : [dispatchRefusal.placeOfOffice(moved)]),
    ...(kept.length > 0 ? [dispatchRefusal.secretsAgain(kept)] : []),
  ];
};

/** Made by the house and told to no platform. */
const ownKeys: ReadonlySet<string> = new Set(['unsubscribeKey']);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
