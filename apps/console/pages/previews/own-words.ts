import type { AccountView, ChannelWords } from '../../api/contract.js';

/** Parts of a release that one channel may say otherwise. */
export const ownParts = ['title', 'summary', 'text'] as const;
export type OwnPart = (typeof ownParts)[number];

/** As typed: '' where the channel says the common words. */
export type OwnForm = Readonly<Record<OwnPart, string>>;

export const ownFormOf = (words: ChannelWords | undefined): OwnForm => {
  const { title = '', summary = '', text = '' } = typeof words === 'string' ? { text: words } : (words ?? {});
  return { title, summary, text };
};

/** All channels' words with those of one changed; a channel that says nothing of its own is not among them. */
export const withOwnWords = (
  overrides: Readonly<Record<string, ChannelWords>>,
  accountId: string,
  form: OwnForm,
): Record<string, ChannelWords> => {
  const others = Object.fromEntries(Object.entries(overrides).filter(([id]) => id !== accountId));
  const said = ownParts.flatMap((part) => {
    const words = form[part].trim();
    return words === '' ? [] : [[part, words] as const];
  });
  return said.length === 0 ? others : { ...others, [accountId]: Object.fromEntries(said) };
};

/** The channels' own limits by the part that fills them; others are counted on the rendition when it is saved. */
const partOfLimit: Readonly<Record<string, OwnPart>> = {
  ...{ title: 'title', subject: 'title' },
  ...{ digest: 'summary' },
  ...{ content: 'text', body: 'text', status: 'text' },
};

/** The tightest limit in characters that the channel puts on a part; null where it has none. */
export const mostOf = ({ limits }: Pick<AccountView, 'limits'>, part: OwnPart): number | null => {
  const all = limits.filter(({ field, unit }) => unit === 'characters' && partOfLimit[field] === part);
  return all.length === 0 ? null : Math.min(...all.map(({ max }) => max));
};

/** Characters as a reader counts them: one for a character outside the basic plane too. */
export const lengthOf = (text: string): number => [...text.trim()].length;
