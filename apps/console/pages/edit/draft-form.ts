import { plainText, type Block } from '@koujing/block';
import type {
  ChannelWords,
  ImportedDocument,
  ReleaseDraftInput,
  ReleaseKind,
  ReleasePage,
} from '../../api/contract.js';
import type { ComparedVersion } from '../../parts/compared-version.js';
import { isCorrecting } from '../../parts/release-state.js';

export type AttachedDocument = NonNullable<ReleaseDraftInput['attachments']>[number];
export type DraftDeclaration = NonNullable<ReleaseDraftInput['declaration']>;

/** A draft as its form holds it: the recipients as typed text. */
export interface DraftForm {
  readonly organId: string | undefined;
  readonly kind: ReleaseKind;
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly column: string;
  readonly keywords: readonly string[];
  readonly accountIds: readonly string[];
  readonly recipients: string;
  readonly mailingListIds: readonly string[];
  readonly jointOrganIds: readonly string[];
  readonly matter: string;
  /** Kept as they are: this form does not change them. */
  readonly overrides: Readonly<Record<string, ChannelWords>>;
  readonly relayOf: string | null;
  readonly supersedes: string | null;
  /** Duty, disclosure, legal basis and ticked elements. */
  readonly declaration: DraftDeclaration;
  /** Null on a first publication, which has none. */
  readonly correctionNote: string | null;
  /** Documents for the public to download. */
  readonly attachments: readonly AttachedDocument[];
  /** Digests of documents that were read into it now. */
  readonly documents: readonly string[];
}

export const emptyForm = (organId: string | undefined, accountIds: readonly string[]): DraftForm => ({
  organId,
  kind: 'routine',
  title: '',
  summary: '',
  blocks: [],
  column: '通知公告',
  keywords: [],
  accountIds,
  recipients: '',
  mailingListIds: [],
  jointOrganIds: [],
  matter: '',
  overrides: {},
  relayOf: null,
  supersedes: null,
  declaration: {},
  correctionNote: null,
  attachments: [],
  documents: [],
});

export const formOf = ({ release, content }: ReleasePage): DraftForm => ({
  organId: release.organ.id,
  kind: release.kind,
  title: content.title,
  summary: content.summary,
  blocks: content.blocks,
  column: content.column,
  keywords: content.keywords,
  accountIds: content.accountIds,
  recipients: content.recipients.join('\n'),
  mailingListIds: content.mailingListIds,
  jointOrganIds: release.jointOrgans.map((organ) => organ.id),
  matter: release.matter ?? '',
  overrides: content.overrides,
  relayOf: release.relayOf,
  supersedes: release.supersedes,
  declaration: content.declaration,
  correctionNote: isCorrecting(release) ? content.correctionNote : null,
  attachments: content.attachments,
  documents: [],
});

/** Kinds whose chain may leave the full review for afterwards (Art.21): who drafts one says why it is urgent. */
export const isUrgent = (kind: ReleaseKind): boolean => kind === 'emergency' || kind === 'warning';

/** Addresses as people paste them: one a line, or parted by commas, semicolons or blanks; each once. */
export const recipientsOf = (text: string): string[] => [
  ...new Set(text.split(/[\s,;，；、]+/u).filter((address) => address !== '')),
];

/** What is declared without what the form no longer asks: a reason or a mark of another kind of release is not sent with it. */
const declarationOf = ({ kind, declaration }: DraftForm): DraftDeclaration => {
  const { urgency, scrutiny, answers, disclosureReason, ...rest } = declaration;
  const hidden = (declaration.disclosure ?? 'proactive') === 'proactive';
  return {
    ...rest,
    ...(isUrgent(kind) && urgency !== undefined ? { urgency } : {}),
    ...(kind === 'mediaScrutiny' && scrutiny !== undefined ? { scrutiny } : {}),
    ...(kind === 'mediaScrutiny' && scrutiny === 'result' && answers !== undefined ? { answers } : {}),
    ...(hidden || disclosureReason === undefined ? {} : { disclosureReason }),
  };
};

/** The form as a version that others can be laid over; its pictures are in its body. */
export const comparedOf = (form: DraftForm): ComparedVersion => ({
  ...form,
  recipients: recipientsOf(form.recipients),
  declaration: declarationOf(form),
  correctionNote: form.correctionNote ?? '',
  images: [],
});

/** What is sent to the server; null while no organ is chosen. */
export const draftOf = (form: DraftForm): ReleaseDraftInput | null => {
  if (form.organId === undefined) return null;
  const blocks = [...form.blocks];
  const pictures = blocks.flatMap((block) =>
    block.type === 'image' ? [[block.assetSha256, block.alt] as const] : [],
  );
  return {
    organId: form.organId,
    kind: form.kind,
    title: form.title.trim(),
    summary: form.summary.trim(),
    blocks,
    column: form.column.trim(),
    keywords: [...form.keywords],
    accountIds: [...form.accountIds],
    recipients: recipientsOf(form.recipients),
    mailingListIds: [...form.mailingListIds],
    overrides: { ...form.overrides },
    jointOrganIds: [...form.jointOrganIds],
    relayOf: form.relayOf,
    supersedes: form.supersedes,
    declaration: declarationOf(form),
    attachments: [...form.attachments],
    documents: [...form.documents],
    ...(form.correctionNote === null ? {} : { correctionNote: form.correctionNote.trim() }),
    matter: form.matter.trim() === '' ? null : form.matter.trim(),
    images: [...new Map(pictures)].map(([sha256, alt]) => ({ sha256, alt })),
  };
};

/** The form after a document was read into it: its title only where none was written yet. */
export const withDocument = (form: DraftForm, document: ImportedDocument): DraftForm => ({
  ...form,
  title: form.title.trim() === '' ? document.title : form.title,
  documents: [...new Set([...form.documents, document.document.sha256])],
  blocks: [...form.blocks, ...document.blocks],
});

/** A table or a picture without a word is a text all the same. */
export const hasText = ({ blocks }: Pick<DraftForm, 'blocks'>): boolean =>
  plainText(blocks).trim() !== '' || blocks.some(({ type }) => type === 'image');
