import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FirstPassword, IssuedKey, PeopleList, PersonView, Role } from '../../../api/contract.js';
import { peopleQuery } from '../../../api/settings-questions.js';
import type { AddressFilters } from '../../../app/address-filters.js';
import { roleWords } from '../../../language/role-words.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { Choice } from '../../../parts/choice.js';
import { cityTime } from '../../../parts/city-time.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { optionsOf } from '../../../parts/options-of.js';
import { OrganChoice } from '../../../parts/organ-choice.js';
import { Pages } from '../../../parts/pages.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { SearchField } from '../../../parts/search-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { StateTag } from '../../../parts/state-tag.js';
import { usePunctuation } from '../../../parts/use-punctuation.js';
import { ShownOnce } from '../../../parts/shown-once.js';
import {
  AddDialog,
  EndEverybodysDialog,
  LinkDialog,
  ReasonDialog,
  ResetDialog,
  ReviseDialog,
} from './person-dialogs.js';
import { ShownKey } from '../keys/shown-key.js';
import { WaitingChanges } from './waiting-changes.js';
import { words } from './words.js';

interface PersonsTabProps {
  readonly filters: AddressFilters;
  readonly onChange: (next: AddressFilters) => void;
}

type Open =
  | { readonly deed: 'add' }
  | { readonly deed: 'endEverybodys' }
  | {
      readonly deed:
        | 'revise'
        | 'retire'
        | 'restore'
        | 'reset'
        | 'resetFactor'
        | 'endSessions'
        | 'linkAccount'
        | 'unlinkAccount';
      readonly id: string;
    }
  | null;

const pageSize = 30;

const Filters = ({ filters, onChange }: PersonsTabProps) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  const { active, ...others } = text.states;
  return (
    <>
      <SearchField label={text.search} filters={filters} onChange={onChange} />
      <OrganChoice
        name={text.organ}
        any={text.anyOrgan}
        value={filters['organ']}
        onChange={(organ) => onChange({ organ })}
      />
      <Choice
        name={text.role}
        any={text.anyRole}
        value={filters['role']}
        options={(Object.keys(roles) as Role[]).map((role) => ({ value: role, label: roles[role] }))}
        onChange={(role) => onChange({ role })}
      />
      <Choice
        name={text.state}
        any={active}
        value={filters['state']}
        options={optionsOf(others)}
        onChange={(state) => onChange({ state })}
      />
    </>
  );
};

const Who = ({ person }: { person: PersonView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <>
      <strong>{person.name}</strong> <span className="quiet">{person.username}</span>
      {person.retired && (
        <>
          {' '}
          <StateTag tone="quiet">{text.retired}</StateTag>
        </>
      )}
      {!person.retired && person.firstPasswordUntil !== null && (
        <p className="quiet">{text.firstPassword(cityTime(person.firstPasswordUntil, language))}</p>
      )}
      {person.organAccount !== null && (
        <p className="quiet">
          {person.organAccount.boundAt === null
            ? text.accountWaits(person.organAccount.name)
            : text.accountBound(person.organAccount.name, cityTime(person.organAccount.boundAt, language))}
        </p>
      )}
    </>
  );
};

const Roles = ({ person }: { person: PersonView }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const roles = useWords(roleWords);
  if (person.roles.length === 0) return <span className="quiet">{text.noRoles}</span>;
  const byOrgan = new Map<string, string[]>();
  for (const { role, organName } of person.roles) {
    const organ = organName ?? text.everywhere;
    byOrgan.set(organ, [...(byOrgan.get(organ) ?? []), roles[role]]);
  }
  return (
    <ul className="plain-list">
      {[...byOrgan].map(([organ, held]) => (
        <li key={organ}>
          {organ} · {listed(held)}
        </li>
      ))}
    </ul>
  );
};

/** Whether the city has an identity provider at all. */
const isConnected = ({ actions }: PersonView): boolean =>
  actions.linkAccount.reasons.every(({ code }) => code !== 'organAccountOff');

const Deeds = ({ person, onOpen }: { person: PersonView; onOpen: (open: Open) => void }) => {
  const text = useWords(words);
  const { id, name, actions, retired } = person;
  return (
    <div className="row-deeds person-deeds">
      <ReasonedButton
        label={text.revise}
        name={text.reviseWho(name)}
        reasons={actions.revise.reasons}
        onClick={() => onOpen({ deed: 'revise', id })}
      />
      {retired ? (
        <ReasonedButton
          label={text.restore}
          name={text.restoreWho(name)}
          reasons={actions.restore.reasons}
          onClick={() => onOpen({ deed: 'restore', id })}
        />
      ) : (
        <>
          <ReasonedButton
            label={text.reset}
            name={text.resetWho(name)}
            reasons={actions.resetPassword.reasons}
            onClick={() => onOpen({ deed: 'reset', id })}
          />
          {actions.resetFactor.reasons.every(({ code }) => code !== 'hasNoFactor') && (
            <ReasonedButton
              label={text.resetFactor}
              name={text.resetFactorWho(name)}
              reasons={actions.resetFactor.reasons}
              onClick={() => onOpen({ deed: 'resetFactor', id })}
            />
          )}
          {isConnected(person) && (
            <ReasonedButton
              label={text.linkAccount}
              name={text.linkAccountWho(name)}
              reasons={actions.linkAccount.reasons}
              onClick={() => onOpen({ deed: 'linkAccount', id })}
            />
          )}
          <ReasonedButton
            label={text.endSessions}
            name={text.endSessionsWho(name)}
            reasons={actions.endSessions.reasons}
            onClick={() => onOpen({ deed: 'endSessions', id })}
          />
          <ReasonedButton
            label={text.retire}
            name={text.retireWho(name)}
            reasons={actions.retire.reasons}
            onClick={() => onOpen({ deed: 'retire', id })}
          />
        </>
      )}
      {person.organAccount !== null && (
        <ReasonedButton
          label={text.unlinkAccount}
          name={text.unlinkAccountWho(name)}
          reasons={actions.unlinkAccount.reasons}
          onClick={() => onOpen({ deed: 'unlinkAccount', id })}
        />
      )}
    </div>
  );
};

interface DialogsProps {
  readonly list: PeopleList;
  readonly open: Open;
  readonly onClose: () => void;
  readonly onPassword: (password: FirstPassword) => void;
}

const Dialogs = ({ list, open, onClose, onPassword }: DialogsProps) => {
  if (open === null) return null;
  if (open.deed === 'endEverybodys') return <EndEverybodysDialog onClose={onClose} />;
  if (open.deed === 'add') return <AddDialog {...{ list, onClose, onPassword }} />;
  const person = list.items.find(({ id }) => id === open.id);
  if (person === undefined) return null;
  if (open.deed === 'revise') return <ReviseDialog {...{ list, person, onClose }} />;
  if (open.deed === 'reset') return <ResetDialog {...{ person, onClose, onPassword }} />;
  if (open.deed === 'linkAccount') return <LinkDialog {...{ person, onClose }} />;
  return <ReasonDialog {...{ person, onClose }} deed={open.deed} />;
};

/** People and their roles; whoever may do what to an entry the server says. */
export const PersonsTab = ({ filters, onChange }: PersonsTabProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [open, setOpen] = useState<Open>(null);
  const [password, setPassword] = useState<FirstPassword | null>(null);
  const [key, setKey] = useState<IssuedKey | null>(null);
  const { q, organ, role, state, page } = filters;
  const people = useQuery(peopleQuery({ q, organ, role, state, page, pageSize }));
  return (
    <Answer of={people} rows={10}>
      {(list) => (
        <>
          <p className="quiet tab-lead">{text.lead}</p>
          {list.actions.add.reasons.length === 0 && (
            <WaitingChanges onPassword={setPassword} onKey={setKey} />
          )}
          <div className="filters" role="search">
            <Filters
              filters={filters}
              onChange={(change) => onChange({ ...filters, page: undefined, ...change })}
            />
            <ReasonedButton
              type="primary"
              label={text.add}
              reasons={list.actions.add.reasons}
              onClick={() => setOpen({ deed: 'add' })}
            />
            {list.actions.endEverybodys.reasons.length === 0 && (
              <ReasonedButton
                label={text.endEverybodys}
                reasons={[]}
                onClick={() => setOpen({ deed: 'endEverybodys' })}
              />
            )}
          </div>
          <Pages of={list} empty={<EmptyNote sentence={text.empty} />}>
            <Sheet
              heads={[text.name, text.roles, text.contact, '']}
              rows={list.items.map((person) => ({
                key: person.id,
                cells: [
                  <Who key="who" person={person} />,
                  <Roles key="roles" person={person} />,
                  [person.email, person.phone].filter((each) => each !== '').join(' · ') || text.noContact,
                  <Deeds key="deeds" person={person} onOpen={setOpen} />,
                ],
              }))}
            />
          </Pages>
          <Dialogs list={list} open={open} onClose={() => setOpen(null)} onPassword={setPassword} />
          {key !== null && <ShownKey issued={key} onClose={() => setKey(null)} />}
          {password !== null && (
            <ShownOnce
              title={text.shownOnce}
              lead={text.shownLead(password.name)}
              secret={{ name: text.password, value: password.password }}
              facts={[
                { name: text.username, value: password.username },
                { name: text.until, value: cityTime(password.until, language) },
              ]}
              onClose={() => setPassword(null)}
            />
          )}
        </>
      )}
    </Answer>
  );
};
