import { Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { ask } from '../../api/client.js';
import {
  type releaseStandingSchema,
  type AccountView,
  type ReleasePage,
  type WorkingCopyView,
} from '../../api/contract.js';
import { accountsQuery, releaseQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { ReasonList } from '../../parts/reason-list.js';
import { refusalFrom, RefusalNotice } from '../../parts/refusal-notice.js';
import { DraftEditor } from './draft-editor.js';
import { reasonsFor } from './field.js';
import { draftOf, formOf, type DraftForm } from './draft-form.js';
import { KeptNotice, UnsavedNote } from './kept-notice.js';
import { EditingNote } from './editing-note.js';
import { NewerNote } from './newer-note.js';
import { OvertakenNotice } from './overtaken-notice.js';
import { StaleNotice } from './stale-notice.js';
import { useEditing } from './use-editing.js';
import { workingCopyQuery } from './working-copy-questions.js';
import { useDraft } from './use-draft.js';
import { words } from './words.js';

const route = getRouteApi('/releases/$id/edit');

interface RevisionProps {
  readonly copy: WorkingCopyView['copy'];
  /** The release as it was when editing began. */
  readonly page: ReleasePage;
  readonly accounts: readonly AccountView[];
  readonly onReload: () => void;
}

const revise = ({ id, form, revision }: { id: string; form: DraftForm; revision: number }) =>
  ask<typeof releaseStandingSchema>(`/releases/${id}`, {
    method: 'PUT',
    body: { expectedRevision: revision, draft: draftOf(form) },
  });

/** No form is opened for whom it could not be saved: what one writes must not turn out to be for nothing. */
const Barred = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const { id } = page.release;
  return (
    <>
      <div className="missing">
        <strong>{text.notNow}</strong>
        <ReasonList reasons={page.actions.revise.reasons} />
      </div>
      <Button type="primary" onClick={() => void navigate({ to: '/releases/$id', params: { id } })}>
        {text.back}
      </Button>
    </>
  );
};

const Revision = ({ page, copy, accounts, onReload }: RevisionProps) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { id } = page.release;
  const draft = useDraft(formOf(page), { releaseId: id, revision: page.release.revision, copy });
  const editing = useEditing(id);
  const save = useMutation({
    mutationFn: revise,
    onSuccess: async () => {
      flushSync(draft.settled);
      await client.invalidateQueries({ queryKey: ['release', id] });
      void navigate({ to: '/releases/$id', params: { id } });
    },
  });
  const from = draft.revision ?? page.release.revision;
  const newer =
    [editing?.stored, draft.autosave.stored].find((stored) => (stored?.revision ?? 0) > from) ?? null;
  const refused = save.isError && refusalFrom(save.error).code === 'stale';
  const stale = refused || (newer !== null && draft.dirty);
  const send = (revision: number): void => {
    if (draft.ready()) save.mutate({ id, form: draft.form, revision });
  };
  const saveNow = (): void => send(from);
  const discard = async (): Promise<void> => {
    await draft.throwAway();
    onReload();
  };
  return (
    <>
      {page.signatures.some(({ voidedAt }) => voidedAt === null) && <p className="missing">{text.voids}</p>}
      <KeptNotice draft={draft} />
      {save.isError && !refused && <RefusalNotice error={save.error} />}
      {stale && (
        <StaleNotice id={id} mine={draft.form} by={newer} onKeep={send} onDiscard={() => void discard()} />
      )}
      {newer !== null && !stale && draft.found === null && <NewerNote by={newer} onReload={onReload} />}
      {draft.autosave.isOvertaken && (
        <OvertakenNotice
          releaseId={id}
          mine={draft.form}
          elements={page.contentCheck.elements}
          onMine={draft.autosave.follow}
          onOther={draft.followOther}
        />
      )}
      <EditingNote others={editing?.others ?? []} />
      <DraftEditor
        form={draft.form}
        onChange={draft.change}
        reasons={[
          ...draft.reasons(refused ? null : save.error),
          // Asked when it is handed in: the question whether it is on an incident is answered here.
          ...reasonsFor(page.actions.submit.reasons, 'notOnIncident'),
        ]}
        accounts={accounts}
        fixedOrgan
        releaseId={id}
        onSave={saveNow}
        elements={page.contentCheck.elements}
      />
      <div className="sticky-bar">
        <div className="action-row">
          <Button type="primary" loading={save.isPending} onClick={saveNow}>
            {text.save}
          </Button>
          <Button onClick={() => void navigate({ to: '/releases/$id', params: { id } })}>
            {text.cancel}
          </Button>
          <UnsavedNote draft={draft} />
        </div>
      </div>
    </>
  );
};

/** Holds the release as it was when editing began: what others do meanwhile must not move the text under the hands. */
const Opened = ({ page, copy, ...rest }: Omit<RevisionProps, 'onReload'>) => {
  const { id } = page.release;
  const client = useQueryClient();
  const [begun, setBegun] = useState({ page, copy });
  const reload = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['release', id], exact: true });
    const { copy: kept } = await client.fetchQuery(workingCopyQuery(id));
    setBegun({ page: await client.ensureQueryData(releaseQuery(id)), copy: kept });
  };
  if (begun.page.actions.revise.reasons.length > 0) return <Barred page={begun.page} />;
  return <Revision key={begun.page.release.revision} {...begun} {...rest} onReload={() => void reload()} />;
};

export const EditPage = () => {
  const text = useWords(words);
  const { id } = route.useParams();
  const page = useQuery({ ...releaseQuery(id), staleTime: 0 });
  const accounts = useQuery(accountsQuery);
  const copy = useQuery(workingCopyQuery(id));
  return (
    <Page
      title={text.editTitle}
      crumbs={
        <Link to="/releases/$id" params={{ id }}>
          {page.data?.release.title ?? text.all}
        </Link>
      }
    >
      <Answer of={page}>
        {(data) => (
          <Answer of={accounts}>
            {({ items }) => (
              <Answer of={copy}>{(kept) => <Opened page={data} copy={kept.copy} accounts={items} />}</Answer>
            )}
          </Answer>
        )}
      </Answer>
    </Page>
  );
};
