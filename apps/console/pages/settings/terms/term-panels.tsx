import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AuthorisationView, DelegationView } from '../../../api/contract.js';
import { authorisationsQuery, delegationsQuery } from '../../../api/term-questions.js';
import { useWords } from '../../../language/language.js';
import { releaseWords } from '../../../language/release-words.js';
import { roleWords } from '../../../language/role-words.js';
import { Answer } from '../../../parts/answer.js';
import type { Listed } from '../../../parts/listed.js';
import { Pages } from '../../../parts/pages.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { Sheet } from '../../../parts/sheet.js';
import { usePunctuation } from '../../../parts/use-punctuation.js';
import type { Revoked } from './term-dialogs.js';
import { TermSpan, TermStateTag } from './term-state.js';
import { words } from './words.js';

interface PanelProps {
  readonly organ: string | undefined;
  readonly action: ReactNode;
  readonly onRevoke: (revoked: Revoked) => void;
}

type Term = AuthorisationView | DelegationView;

interface TermPanelProps<Of extends Term> {
  readonly title: string;
  readonly help: string;
  readonly empty: string;
  readonly action: ReactNode;
  readonly list: UseQueryResult<Listed<Of>>;
  readonly onPage: (page: number) => void;
  /** The columns before state and revocation. */
  readonly heads: readonly string[];
  readonly cellsOf: (term: Of) => readonly ReactNode[];
  readonly onRevoke: (term: Of) => void;
}

const pageSize = 20;

const TermPanel = <Of extends Term>(props: TermPanelProps<Of>) => {
  const { title, help, empty, action, list, onPage, heads, cellsOf, onRevoke } = props;
  const text = useWords(words);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{title}</h2>
        {action}
      </div>
      <p className="quiet">{help}</p>
      <Answer of={list} rows={3}>
        {(data) => (
          <Pages of={data} empty={<p>{empty}</p>} onPage={onPage}>
            <Sheet
              heads={[...heads, text.state, '']}
              rows={data.items.map((term) => ({
                key: term.id,
                cells: [
                  ...cellsOf(term),
                  <TermStateTag key="state" term={term} />,
                  <ReasonedButton
                    key="revoke"
                    size="small"
                    label={text.revoke}
                    reasons={term.actions.revoke.reasons}
                    onClick={() => onRevoke(term)}
                  />,
                ],
              }))}
            />
          </Pages>
        )}
      </Answer>
    </section>
  );
};

const Scope = ({ of: { kinds, subjects, note } }: { of: AuthorisationView }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const names = useWords(releaseWords).kinds;
  const scope = [
    kinds.length === 0 ? text.everyKind : listed(kinds.map((kind) => names[kind])),
    ...subjects,
  ].join(' · ');
  return (
    <>
      {kinds.length + subjects.length === 0 ? text.everything : scope}
      {note !== '' && <p className="quiet">{note}</p>}
    </>
  );
};

export const AuthorisationPanel = ({ organ, action, onRevoke }: PanelProps) => {
  const text = useWords(words);
  const [page, setPage] = useState(1);
  return (
    <TermPanel
      title={text.authorisations}
      help={text.authorisationsHelp}
      empty={text.noAuthorisations}
      action={action}
      list={useQuery(authorisationsQuery({ organ, page, pageSize }))}
      onPage={setPage}
      heads={[text.grantee, text.organ, text.scope, text.term, text.by]}
      cellsOf={(term) => [
        <strong key="grantee">{term.grantee.name}</strong>,
        term.organ.shortName,
        <Scope key="scope" of={term} />,
        <TermSpan key="span" term={term} />,
        <div key="grantor">
          {term.grantor.name}
          {term.recordedBy.id !== term.grantor.id && (
            <p className="quiet">{text.recordedBy(term.recordedBy.name)}</p>
          )}
        </div>,
      ]}
      onRevoke={(term) => onRevoke({ of: 'authorisations', term })}
    />
  );
};

export const DelegationPanel = ({ organ, action, onRevoke }: PanelProps) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  const [page, setPage] = useState(1);
  return (
    <TermPanel
      title={text.delegations}
      help={text.delegationsHelp}
      empty={text.noDelegations}
      action={action}
      list={useQuery(delegationsQuery({ organ, page, pageSize }))}
      onPage={setPage}
      heads={[text.toPerson, text.organ, text.desk, text.ofPerson, text.term]}
      cellsOf={(term) => [
        <strong key="to">{term.toPerson.name}</strong>,
        term.organ.shortName,
        roles[term.role],
        <div key="from">
          {term.fromPerson.name}
          <p className="quiet">{term.reason}</p>
        </div>,
        <TermSpan key="span" term={term} />,
      ]}
      onRevoke={(term) => onRevoke({ of: 'delegations', term })}
    />
  );
};
