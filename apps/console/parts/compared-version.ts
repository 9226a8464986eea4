import type { Block } from '@koujing/block';
import type {
  AccountView,
  ChannelWords,
  ElementView,
  MailingListView,
  ReleaseDraftInput,
  ReleaseVersionView,
} from '../api/contract.js';
import { channelWords } from '../language/channel-words.js';
import { declarationWords } from '../language/declaration-words.js';
import type { Language } from '../language/language.js';
import { textOfBlocks } from './body-text.js';
import { comparedWords } from './compared-words.js';

type Declaration = NonNullable<ReleaseDraftInput['declaration']>;

/** What a version and the form of a draft both have, and the digest of libs/release covers. */
export type ComparedVersion = Readonly<
  Pick<ReleaseVersionView, 'title' | 'summary' | 'column' | 'overrides' | 'correctionNote' | 'images'> & {
    [Part in 'keywords' | 'accountIds' | 'recipients' | 'mailingListIds']: readonly string[];
  } & {
    readonly blocks: readonly Block[];
    readonly attachments: readonly { readonly sha256: string; readonly name: string }[];
    readonly declaration: Declaration;
  }
>;

/** Under which names it is told: people know accounts and lists by name, not by id. */
export interface ComparedNames {
  readonly language: Language;
  readonly accounts: readonly Pick<AccountView, 'id' | 'channel' | 'name'>[];
  readonly lists: readonly Pick<MailingListView, 'id' | 'name'>[];
  readonly elements: readonly Pick<ElementView, 'element' | 'title' | 'titleEn'>[];
}

/** Enough of a digest or an id to see that what stands behind one name is another. */
const mark = (id: string): string => id.slice(-8);

/** More addresses than anybody compares one by one; a list of 10,000 would freeze the page. */
const recipientsAtMost = 200;

const accountName = ({ language, accounts }: ComparedNames, id: string): string => {
  const found = accounts.find((account) => account.id === id);
  if (found === undefined) return comparedWords[language].unknownAccount(mark(id));
  return `${channelWords[language][found.channel] ?? found.channel} · ${found.name}`;
};

const listName = ({ language, lists }: ComparedNames, id: string): string =>
  lists.find((list) => list.id === id)?.name ?? comparedWords[language].unknownList(mark(id));

const elementName = ({ language, elements }: ComparedNames, key: string): string => {
  const found = elements.find(({ element }) => element === key);
  const title = language === 'zh' ? found?.title : found?.titleEn;
  return comparedWords[language].element(title ?? key);
};

/** What a channel says in its own words, part under part. */
const ownText = (own: ChannelWords): string =>
  typeof own === 'string'
    ? own
    : [own.title, own.summary, own.text].filter((part) => part !== undefined).join('\n');

type Line = readonly [name: string, words: string | null | undefined];

/** Declared beside the text, and signed with it (Art.12–14). */
const declarationLines = (declaration: Declaration, names: ComparedNames): Line[] => {
  const { language } = names;
  const label = declarationWords[language];
  const words = comparedWords[language];
  const { triggers = [], disclosure = 'proactive', elements = {}, scrutiny = null } = declaration;
  return [
    [label.triggers, triggers.map((trigger) => label.triggerNames[trigger]).join(words.list)],
    [label.disclosure, label.disclosureNames[disclosure]],
    [label.disclosureReason, declaration.disclosureReason],
    [label.legalBasis, declaration.legalBasis],
    [label.formedOn, declaration.formedOn],
    [label.urgency, declaration.urgency],
    [label.notOnIncident, declaration.notOnIncident],
    [label.scrutiny, scrutiny === null ? null : label.scrutinyNames[scrutiny]],
    [label.answers, declaration.answers],
    ...Object.entries(elements)
      .sort()
      .map(([element, sentence]): Line => [elementName(names, element), sentence]),
  ];
};

/** All but the addresses, line by line. The body is written as it is typed, so that headings, links and bold letters count. */
const linesOf = (version: ComparedVersion, names: ComparedNames): Line[] => {
  const words = comparedWords[names.language];
  const body = textOfBlocks(version.blocks);
  return [
    [words.correctionNote, version.correctionNote],
    [words.summary, version.summary],
    [words.column, version.column],
    [words.keywords, version.keywords.join(words.list)],
    ...version.images
      .filter(({ sha256 }) => !body.includes(sha256))
      .map(({ sha256, alt }): Line => [words.picture, `${alt} ${mark(sha256)}`]),
    ...version.attachments.map(({ sha256, name }): Line => [words.attachment, `${name} ${mark(sha256)}`]),
    ...version.accountIds
      .map((id) => accountName(names, id))
      .sort()
      .map((name): Line => [words.account, name]),
    ...Object.entries(version.overrides)
      .sort()
      .map(([id, own]): Line => [words.ownWords(accountName(names, id)), ownText(own)]),
    ...version.mailingListIds
      .map((id) => listName(names, id))
      .sort()
      .map((name): Line => [words.mailingList, name]),
    ...declarationLines(version.declaration, names),
  ];
};

/** How many addresses there are, and those that the other version has not. */
const recipientLines = (own: readonly string[], other: readonly string[], language: Language): Line[] => {
  const words = comparedWords[language];
  const known = new Set(other);
  const differing = own.filter((address) => !known.has(address)).sort();
  const more = differing.length - recipientsAtMost;
  return [
    ...(own.length === 0 ? [] : [[words.recipient, words.recipients(own.length)] as const]),
    ...differing.slice(0, recipientsAtMost).map((address): Line => [words.recipient, address]),
    ...(more > 0 ? [[words.recipient, words.moreRecipients(more)] as const] : []),
  ];
};

/**
 * Everything of a version that its digest covers and people read, so that a comparison shows it: who approves must see that only an
 * attachment, the words for one channel or a declaration changed.
 */
const comparedText = (version: ComparedVersion, other: ComparedVersion, names: ComparedNames): string => {
  const { line } = comparedWords[names.language];
  const body = textOfBlocks(version.blocks).replace(/\b[0-9a-f]{64}\b/gu, mark);
  const beside = [
    ...linesOf(version, names),
    ...recipientLines(version.recipients, other.recipients, names.language),
  ].flatMap(([name, words]) => (words == null || words === '' ? [] : [line(name, words)]));
  return [version.title, body, '', ...beside].join('\n');
};

export const comparedTexts = (before: ComparedVersion, after: ComparedVersion, names: ComparedNames) => ({
  before: comparedText(before, after, names),
  after: comparedText(after, before, names),
});
