import { Button } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { ask } from '../../api/client.js';
import { releaseStandingSchema, type AccountView } from '../../api/contract.js';
import { accountsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { DraftEditor } from './draft-editor.js';
import { draftOf, emptyForm, type DraftForm } from './draft-form.js';
import { useDraft } from './use-draft.js';
import { words } from './words.js';

const create = (form: DraftForm) =>
  ask(releaseStandingSchema, '/releases', { method: 'POST', body: draftOf(form) });

const Fresh = ({ accounts }: { accounts: readonly AccountView[] }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const organ = useSession().data?.roles.find(({ role, organId }) => role === 'drafter' && organId !== null);
  const portal = accounts.filter(({ channel, enabled }) => channel === 'portal' && enabled);
  const draft = useDraft(
    emptyForm(
      organ?.organId ?? undefined,
      portal.map(({ id }) => id),
    ),
  );
  const save = useMutation({
    mutationFn: create,
    onSuccess: ({ id }) => {
      flushSync(draft.settled);
      void navigate({ to: '/releases/$id', params: { id } });
    },
  });
  return (
    <>
      {save.isError && <RefusalNotice error={save.error} />}
      <DraftEditor
        form={draft.form}
        onChange={draft.change}
        reasons={draft.reasons(save.error)}
        accounts={accounts}
        fixedOrgan={false}
        releaseId={null}
      />
      <div className="sticky-bar">
        <div className="action-row">
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => draft.ready() && save.mutate(draft.form)}
          >
            {text.save}
          </Button>
          <Button onClick={() => void navigate({ to: '/releases' })}>{text.cancel}</Button>
          {draft.dirty && <span className="quiet">{text.unsaved}</span>}
        </div>
      </div>
    </>
  );
};

export const NewPage = () => {
  const text = useWords(words);
  const accounts = useQuery(accountsQuery);
  return (
    <Page title={text.newTitle} crumbs={<Link to="/releases">{text.all}</Link>}>
      <Answer of={accounts}>{({ items }) => <Fresh accounts={items} />}</Answer>
    </Page>
  );
};
