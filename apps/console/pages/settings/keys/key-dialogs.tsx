import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type KeyAnswer, type keyAnswerSchema, type KeyView } from '../../../api/contract.js';
import { peopleQuery } from '../../../api/settings-questions.js';
import { useWords } from '../../../language/language.js';
import { answeredWith, FormDialog } from '../../../parts/form-dialog.js';
import { optionsOf } from '../../../parts/options-of.js';
import { choicesShown, SearchedPick, type PickProps } from '../../../parts/searched-pick.js';
import { words } from './words.js';

/** Found on the server while one types, among those whom the administrator keeps. */
const PersonPick = (props: PickProps) => {
  const [q, setQ] = useState('');
  const people = useQuery(peopleQuery({ q, pageSize: choicesShown }));
  return (
    <SearchedPick
      {...props}
      of={people}
      found={(people.data?.items ?? []).map(({ id, name, username }) => ({
        id,
        name: `${name} ${username}`,
      }))}
      total={people.data?.total}
      onSearch={setQ}
    />
  );
};

interface IssueDialogProps {
  readonly onClose: () => void;
  readonly onAnswer: (answer: KeyAnswer) => void;
}

export const IssueDialog = ({ onClose, onAnswer }: IssueDialogProps) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.issue}
      lead={text.issueLead}
      okText={text.issueNow}
      fields={[
        {
          ...{ name: 'personId', label: text.person, help: text.personHelp, kind: 'pick' },
          pick: (props) => <PersonPick {...props} />,
        },
        { name: 'name', label: text.name, help: text.nameHelp },
        {
          ...{ name: 'scopes', label: text.scopes, help: text.scopesHelp, kind: 'many' },
          options: optionsOf(text.scopeNames),
        },
        { name: 'days', label: text.days, help: text.daysHelp, kind: 'number' },
      ]}
      initial={{ personId: '', name: '', scopes: ['releases:read'], days: '180' }}
      answered={answeredWith<typeof keyAnswerSchema>(onAnswer)}
      deed={(values) => ({
        ...{ path: '/api-keys', method: 'POST' },
        body: { ...values, days: Number(values['days']) },
      })}
      onClose={onClose}
    />
  );
};

export const RevokeDialog = ({ of, onClose }: { readonly of: KeyView; readonly onClose: () => void }) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.revokeWhich(of.name)}
      lead={text.revokeLead}
      okText={text.revoke}
      fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
      initial={{ reason: '' }}
      deed={(body) => ({ path: `/api-keys/${of.id}/revocation`, body })}
      onClose={onClose}
    />
  );
};
