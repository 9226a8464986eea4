import { Button } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { ask } from '../../api/client.js';
import { type releaseStandingSchema, type AccountView, type WorkingCopyView } from '../../api/contract.js';
import { accountsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { DraftEditor } from './draft-editor.js';
import { draftOf, emptyForm, type DraftForm } from './draft-form.js';
import { KeptNotice, UnsavedNote } from './kept-notice.js';
import { OvertakenNotice } from './overtaken-notice.js';
import { useDraft } from './use-draft.js';
import { useUsualChannels } from './use-usual-channels.js';
import { workingCopyQuery } from './working-copy-questions.js';
import { words } from './words.js';

const create = (form: DraftForm) =>
  ask<typeof releaseStandingSchema>('/releases', { method: 'POST', body: draftOf(form) });

interface FreshProps {
  readonly accounts: readonly AccountView[];
  readonly copy: WorkingCopyView['copy'];
}

const Fresh = ({ accounts, copy }: FreshProps) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const organ = useSession().data?.roles.find(({ role, organId }) => role === 'drafter' && organId !== null);
  const draft = useDraft(emptyForm(organ?.organId ?? undefined, []), {
    ...{ releaseId: null, revision: null, copy },
  });
  const { form, change, questions, waiting } = useUsualChannels(draft, accounts);
  const save = useMutation({
    mutationFn: create,
    onSuccess: ({ id }) => {
      flushSync(draft.settled);
      void navigate({ to: '/releases/$id', params: { id } });
    },
  });
  const saveNow = (): void => {
    if (draft.ready()) save.mutate(form);
  };
  return (
    <>
      <KeptNotice draft={draft} />
      {draft.autosave.isOvertaken && (
        <OvertakenNotice
          releaseId={null}
          mine={form}
          elements={[]}
          onMine={draft.autosave.follow}
          onOther={draft.followOther}
        />
      )}
      {questions.map((question, index) => (
        <Failure key={index} of={question} />
      ))}
      {save.isError && <RefusalNotice error={save.error} />}
      <DraftEditor
        form={form}
        onChange={change}
        reasons={draft.reasons(save.error)}
        accounts={accounts}
        fixedOrgan={false}
        releaseId={null}
        onSave={saveNow}
      />
      <div className="sticky-bar">
        <div className="action-row">
          <Button type="primary" loading={save.isPending || waiting} onClick={saveNow}>
            {text.save}
          </Button>
          <Button onClick={() => void navigate({ to: '/releases' })}>{text.cancel}</Button>
          <UnsavedNote draft={draft} />
        </div>
      </div>
    </>
  );
};

export const NewPage = () => {
  const text = useWords(words);
  const accounts = useQuery(accountsQuery);
  const copy = useQuery(workingCopyQuery(null));
  return (
    <Page title={text.newTitle} crumbs={<Link to="/releases">{text.all}</Link>}>
      <Answer of={accounts}>
        {({ items }) => <Answer of={copy}>{(kept) => <Fresh accounts={items} copy={kept.copy} />}</Answer>}
      </Answer>
    </Page>
  );
};
