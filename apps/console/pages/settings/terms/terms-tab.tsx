import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../api/contract.js';
import { organsQuery } from '../../../api/register-questions.js';
import { termDeskQuery } from '../../../api/term-questions.js';
import { useSession } from '../../../api/session.js';
import { useWords } from '../../../language/language.js';
import { Answer, Failure } from '../../../parts/answer.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { AuthoriseDialog, DelegateDialog, RevokeDialog, type Revoked } from './term-dialogs.js';
import { AuthorisationPanel, DelegationPanel } from './term-panels.js';
import { words } from './words.js';

interface TermsTabProps {
  /** '' for all organs; without one, one's own. */
  readonly organ: string | undefined;
  readonly onChange: (organ: string) => void;
}

type Open = 'authorise' | 'delegate' | Revoked | null;

const OrganChoice = ({ organ, session, onChange }: OrganChoiceProps) => {
  const text = useWords(words);
  const known = useQuery(organsQuery);
  const organs = known.data?.items ?? [];
  const own = new Set(session.roles.map(({ organId }) => organId));
  const shown = session.seesAll ? organs : organs.filter(({ id }) => own.has(id));
  return (
    <>
      <Select
        aria-label={text.organ}
        className="organ-choice"
        value={organ}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          ...(session.seesAll ? [{ value: '', label: text.everyOrgan }] : []),
          ...shown
            .filter(({ kind }) => kind !== 'imported')
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={onChange}
      />
      <Failure of={known} />
    </>
  );
};

interface OrganChoiceProps {
  readonly organ: string;
  readonly session: SessionView;
  readonly onChange: (organ: string) => void;
}

const Tab = ({ organ, session, onChange }: OrganChoiceProps) => {
  const text = useWords(words);
  const [open, setOpen] = useState<Open>(null);
  const asked = useQuery({ ...termDeskQuery(organ), enabled: organ !== '' });
  const desk = asked.data;
  const close = (): void => setOpen(null);
  const panel = { organ: organ === '' ? undefined : organ, onRevoke: setOpen };
  const button = (deed: 'authorise' | 'delegate', action: 'grant' | 'delegate') =>
    desk !== undefined &&
    organ !== '' && (
      <ReasonedButton
        label={text[deed]}
        reasons={desk.actions[action].reasons}
        onClick={() => setOpen(deed)}
      />
    );
  return (
    <>
      <div className="filters">
        <OrganChoice organ={organ} session={session} onChange={onChange} />
        {organ === '' && <span className="quiet">{text.chooseOrgan}</span>}
      </div>
      <Answer of={asked} rows={0}>
        {() => null}
      </Answer>
      <AuthorisationPanel {...panel} key={`a ${organ}`} action={button('authorise', 'grant')} />
      <DelegationPanel {...panel} key={`d ${organ}`} action={button('delegate', 'delegate')} />
      {open === 'authorise' && desk !== undefined && <AuthoriseDialog desk={desk} onClose={close} />}
      {open === 'delegate' && desk !== undefined && (
        <DelegateDialog desk={desk} me={session.person.id} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && <RevokeDialog revoked={open} onClose={close} />}
    </>
  );
};

/** Who approves in the leader's stead, and who holds a colleague's desk. */
export const TermsTab = ({ organ, onChange }: TermsTabProps) => {
  const session = useSession().data;
  if (session === null || session === undefined) return null;
  const own = session.roles.find(({ organId }) => organId !== null)?.organId ?? '';
  return <Tab organ={organ ?? (session.seesAll ? '' : own)} session={session} onChange={onChange} />;
};
