import { serverDate } from '../../../api/server-clock.js';
import type { AuthorisationView, DelegationView, TermDeskView } from '../../../api/contract.js';
import { useWords } from '../../../language/language.js';
import { releaseWords } from '../../../language/release-words.js';
import { roleWords } from '../../../language/role-words.js';
import { wallTime } from '../../../parts/city-time.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import type { Field, FieldValues } from '../../../parts/form-values.js';
import { optionsOf } from '../../../parts/options-of.js';
import { usePunctuation } from '../../../parts/use-punctuation.js';
import { words } from './words.js';

interface DeskDialogProps {
  readonly desk: TermDeskView;
  readonly onClose: () => void;
}

const today = (): string => wallTime(serverDate()).slice(0, 10);

/** Whole days of the city: from the first minute of one to the last of the other. */
const termOf = ({ from, to }: FieldValues) => ({
  from: `${String(from)}T00:00:00+08:00`,
  to: `${String(to)}T23:59:59+08:00`,
});

const useTermFields = (days: number): readonly Field[] => {
  const text = useWords(words);
  return [
    { name: 'from', label: text.from, kind: 'date' },
    { name: 'to', label: text.to, help: text.toHelp(days), kind: 'date' },
  ];
};

const usePersons = (desk: TermDeskView) => {
  const { aside, listed } = usePunctuation();
  const roles = useWords(roleWords);
  return (wanted: (person: TermDeskView['persons'][number]) => boolean) =>
    desk.persons.filter(wanted).map((person) => ({
      value: person.id,
      label: `${person.name}${aside(listed(person.roles.map((role) => roles[role])))}`,
    }));
};

const leads = ({ roles }: TermDeskView['persons'][number]): boolean => roles.includes('principalLeader');

/** The leader authorises; whoever enters it for him says who signed. */
export const AuthoriseDialog = ({ desk, onClose }: DeskDialogProps) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const term = useTermFields(desk.longest.authorisationDays);
  const persons = usePersons(desk);
  const leaders = persons(leads);
  const fields: readonly Field[] = [
    ...(desk.leads
      ? []
      : [
          {
            ...{ name: 'grantorId', label: text.grantor, help: text.grantorHelp },
            ...{ kind: 'select' as const, options: leaders },
          },
        ]),
    {
      ...{ name: 'granteeId', label: text.grantee, help: text.granteeHelp, kind: 'select' },
      options: persons((person) => !leads(person)),
    },
    {
      ...{ name: 'kinds', label: text.kinds, help: text.kindsHelp, kind: 'many', optional: true },
      options: optionsOf(kinds),
    },
    { name: 'subjects', label: text.subjects, help: text.subjectsHelp, kind: 'words', optional: true },
    ...term,
    { name: 'note', label: text.note, optional: true },
  ];
  return (
    <FormDialog
      title={`${text.authorise} · ${desk.organ.shortName}`}
      okText={text.authorise}
      fields={fields}
      initial={{
        ...(desk.leads ? {} : { grantorId: leaders[0]?.value ?? '' }),
        ...{ granteeId: '', kinds: [], subjects: [], from: today(), to: '', note: '' },
      }}
      deed={(values) => ({
        path: '/authorisations',
        body: { ...values, ...termOf(values), organId: desk.organ.id },
      })}
      onClose={onClose}
    />
  );
};

export const DelegateDialog = ({ desk, me, onClose }: DeskDialogProps & { readonly me: string }) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  const term = useTermFields(desk.longest.delegationDays);
  const fields: readonly Field[] = [
    {
      ...{ name: 'role', label: text.desk, kind: 'select' },
      options: desk.desks.map((role) => ({ value: role, label: roles[role] })),
    },
    {
      ...{ name: 'toPersonId', label: text.toPerson, kind: 'select' },
      options: usePersons(desk)(({ id }) => id !== me),
    },
    ...term,
    { name: 'reason', label: text.reason },
  ];
  return (
    <FormDialog
      title={`${text.delegate} · ${desk.organ.shortName}`}
      okText={text.delegate}
      fields={fields}
      initial={{ role: desk.desks[0] ?? '', toPersonId: '', from: today(), to: '', reason: '' }}
      deed={(values) => ({
        path: '/delegations',
        body: { ...values, ...termOf(values), organId: desk.organ.id },
      })}
      onClose={onClose}
    />
  );
};

export type Revoked =
  | { readonly of: 'authorisations'; readonly term: AuthorisationView }
  | { readonly of: 'delegations'; readonly term: DelegationView };

export const RevokeDialog = ({ revoked, onClose }: { revoked: Revoked; onClose: () => void }) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={
        revoked.of === 'authorisations'
          ? text.revokeWhose(revoked.term.grantee.name)
          : text.revokeDelegation(revoked.term.toPerson.name)
      }
      okText={text.revoke}
      fields={[{ name: 'reason', label: text.reason, kind: 'area' }]}
      initial={{ reason: '' }}
      deed={(body) => ({ path: `/${revoked.of}/${revoked.term.id}/revoke`, body })}
      onClose={onClose}
    />
  );
};
