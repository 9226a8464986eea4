import { useQuery } from '@tanstack/react-query';
import {
  type firstPasswordSchema,
  type passwordResetSchema,
  type FirstPassword,
  type PeopleList,
  type PersonView,
} from '../../../api/contract.js';
import { organsQuery } from '../../../api/register-questions.js';
import { roleWords } from '../../../language/role-words.js';
import { useWords } from '../../../language/language.js';
import { AsRead } from '../../../parts/as-read.js';
import { answeredWith, FormDialog } from '../../../parts/form-dialog.js';
import { rowsOf, type Field, type FieldValues } from '../../../parts/form-values.js';
import { words } from './words.js';

/** In a form no value is null: this stands for a role over all organs. */
const everywhere = '*';

const grantsOf = (values: FieldValues) =>
  rowsOf(values['grants']).map(({ role, organId }) => ({
    role,
    organId: organId === everywhere ? null : organId,
  }));

interface DialogProps {
  readonly list: PeopleList;
  readonly onClose: () => void;
}

/** What the reader may grant, and what the person holds already: that can be kept. */
const useRoleFields = (list: PeopleList, person: PersonView | null) => {
  const text = useWords(words);
  const names = useWords(roleWords);
  const organs = useQuery(organsQuery);
  const offered =
    list.organs ??
    (organs.data?.items ?? [])
      .filter(({ kind }) => kind !== 'imported')
      .map(({ id, name }) => ({ id, name }));
  const held = (person?.roles ?? []).flatMap(({ organId, organName }) =>
    organId === null ? [] : [{ id: organId, name: organName ?? organId }],
  );
  const choices = new Map([...held, ...offered].map(({ id, name }) => [id, name]));
  const isOverAll = list.organs === null || (person?.roles ?? []).some(({ organId }) => organId === null);
  const roles = new Set([...list.roles, ...(person?.roles ?? []).map(({ role }) => role)]);
  const field: Field = {
    ...{ name: 'grants', label: text.roles, help: text.rolesHelp, kind: 'rows', addRow: text.addRole },
    rowOf: [
      {
        ...{ name: 'role', label: text.role, kind: 'select' },
        options: [...roles].map((role) => ({ value: role, label: names[role] })),
      },
      {
        ...{ name: 'organId', label: text.organ, kind: 'select' },
        options: [
          ...(isOverAll ? [{ value: everywhere, label: text.everywhere }] : []),
          ...[...choices].map(([value, label]) => ({ value, label })),
        ],
      },
    ],
  };
  return { field, question: organs };
};

const useContactFields = (): readonly Field[] => {
  const text = useWords(words);
  return [
    { name: 'name', label: text.name },
    { name: 'email', label: text.email, help: text.emailHelp, optional: true },
    { name: 'phone', label: text.phone, optional: true },
  ];
};

interface WithPassword extends DialogProps {
  readonly onPassword: (password: FirstPassword) => void;
}

export const AddDialog = ({ list, onClose, onPassword }: WithPassword) => {
  const text = useWords(words);
  const contact = useContactFields();
  const { field, question } = useRoleFields(list, null);
  return (
    <FormDialog
      title={text.add}
      from={list.organs === null ? [question] : []}
      fields={[{ name: 'username', label: text.username, help: text.usernameHelp }, ...contact, field]}
      initial={{
        ...{ username: '', name: '', email: '', phone: '' },
        grants: [{ role: '', organId: list.organs?.length === 1 ? (list.organs[0]?.id ?? '') : '' }],
      }}
      answered={answeredWith<typeof firstPasswordSchema>(onPassword)}
      deed={(values) => ({
        ...{ path: '/people', method: 'POST' },
        body: { ...values, grants: grantsOf(values) },
      })}
      onClose={onClose}
    />
  );
};

const Revise = ({ list, person, onClose }: DialogProps & { readonly person: PersonView }) => {
  const text = useWords(words);
  const contact = useContactFields();
  const { field, question } = useRoleFields(list, person);
  const { name, email, phone, roles, revision } = person;
  return (
    <FormDialog
      title={text.reviseWho(name)}
      from={list.organs === null ? [question] : []}
      fields={[...contact, field, { name: 'reason', label: text.reason, help: text.reasonHelp }]}
      initial={{
        ...{ name, email, phone, reason: '' },
        grants: roles.map(({ role, organId }) => ({ role, organId: organId ?? everywhere })),
      }}
      deed={(values) => ({
        ...{ path: `/people/${person.id}`, method: 'PUT' },
        body: { ...values, grants: grantsOf(values), expectedRevision: revision },
      })}
      onClose={onClose}
    />
  );
};

export const ReviseDialog = ({ person, ...props }: DialogProps & { readonly person: PersonView }) => (
  <AsRead of={person}>{(read) => <Revise {...props} person={read} />}</AsRead>
);

/** Passwords or cookies have leaked: everybody signs in anew. */
export const EndEverybodysDialog = ({ onClose }: Pick<DialogProps, 'onClose'>) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.endEverybodys}
      lead={text.endEverybodysLead}
      okText={text.endSessions}
      fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
      initial={{ reason: '' }}
      deed={(body) => ({ path: '/people/sessions/end', body })}
      onClose={onClose}
    />
  );
};

interface ReasonDialogProps {
  readonly person: PersonView;
  readonly deed: keyof typeof paths;
  readonly onClose: () => void;
}

const paths = {
  ...{ retire: 'retirement', restore: 'restoration' },
  ...{ resetFactor: 'second-factor-reset', endSessions: 'sessions/end' },
  unlinkAccount: 'organ-account/removal',
} as const;

export const ReasonDialog = ({ person, deed, onClose }: ReasonDialogProps) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text[`${deed}Who`](person.name)}
      lead={text[`${deed}Lead`]}
      okText={text[deed]}
      fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
      initial={{ reason: '' }}
      deed={(body) => ({ path: `/people/${person.id}/${paths[deed]}`, body })}
      onClose={onClose}
    />
  );
};

export const ResetDialog = ({
  person,
  onClose,
  onPassword,
}: Pick<WithPassword, 'onClose' | 'onPassword'> & { readonly person: PersonView }) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.resetWho(person.name)}
      lead={text.resetLead}
      okText={text.reset}
      fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
      initial={{ reason: '' }}
      answered={answeredWith<typeof passwordResetSchema>(
        ({ password }) => password !== null && onPassword(password),
      )}
      deed={(body) => ({ path: `/people/${person.id}/password`, body })}
      onClose={onClose}
    />
  );
};

export const LinkDialog = ({ person, onClose }: Omit<ReasonDialogProps, 'deed'>) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.linkAccountWho(person.name)}
      lead={text.linkAccountLead}
      okText={text.linkAccount}
      fields={[
        { name: 'name', label: text.account, help: text.accountHelp },
        { name: 'reason', label: text.reason, help: text.reasonHelp },
      ]}
      initial={{ name: person.organAccount?.name ?? '', reason: '' }}
      deed={(body) => ({ path: `/people/${person.id}/organ-account`, method: 'PUT', body })}
      onClose={onClose}
    />
  );
};
