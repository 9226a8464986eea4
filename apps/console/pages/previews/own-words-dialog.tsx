import { Input, Modal } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ask } from '../../api/client.js';
import { type releaseStandingSchema, type AccountView, type ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { draftOf, formOf } from '../edit/draft-form.js';
import { useLiveCheck } from '../edit/use-live-check.js';
import { lengthOf, mostOf, ownFormOf, ownParts, withOwnWords, type OwnPart } from './own-words.js';
import { OwnWordsFindings } from './own-words-findings.js';
import { words } from './words.js';

interface OwnWordsDialogProps {
  /** The release as it was when the dialog opened. */
  readonly page: ReleasePage;
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** What the common text says there; the clerk sees from what the channel departs. */
const commonOf = ({ content }: ReleasePage): Readonly<Record<OwnPart, string>> => ({
  ...{ title: content.title, summary: content.summary, text: content.plain },
});

/** Title, summary and text of one channel, kept with the version and signed with it; what is left empty is the common one. */
export const OwnWordsDialog = ({ page, account, onClose }: OwnWordsDialogProps) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { release, content } = page;
  const [form, setForm] = useState(() => ownFormOf(content.overrides[account.id]));
  const draft = useMemo(
    () => ({ ...formOf(page), overrides: withOwnWords(content.overrides, account.id, form) }),
    [page, content, account, form],
  );
  const live = useLiveCheck(draft, release.id);
  const common = commonOf(page);
  const save = useMutation({
    mutationFn: () =>
      ask<typeof releaseStandingSchema>(`/releases/${release.id}`, {
        method: 'PUT',
        body: { expectedRevision: release.revision, draft: draftOf(draft) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['release', release.id] });
      onClose();
    },
  });
  const field = (part: OwnPart) => {
    const most = mostOf(account, part);
    const used = lengthOf(form[part]);
    const id = `own-${part}`;
    return (
      <div key={part} className={most !== null && used > most ? 'field field-wrong' : 'field'}>
        <label htmlFor={id} className="field-label">
          {text.ownParts[part]}{' '}
          {most !== null && <small className="quiet number">{text.ownCount(used, most)}</small>}
        </label>
        <Input.TextArea
          id={id}
          value={form[part]}
          placeholder={common[part] === '' ? text.ownNoCommon : text.ownCommon(common[part])}
          autoSize={{ minRows: part === 'text' ? 5 : 1, maxRows: 14 }}
          onChange={(event) => setForm((now) => ({ ...now, [part]: event.target.value }))}
        />
      </div>
    );
  };
  return (
    <Modal
      open
      width={680}
      title={text.ownTitle(account.name)}
      okText={text.ownSave}
      cancelText={text.ownLeave}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p>{text.ownLead}</p>
      {page.signatures.some(({ voidedAt }) => voidedAt === null) && (
        <p className="missing">{text.ownVoids}</p>
      )}
      {ownParts.map(field)}
      <OwnWordsFindings live={live} accountId={account.id} />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
