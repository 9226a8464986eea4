import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { AddressFilters } from '../../../app/address-filters.js';
import { auditQuery } from '../../../api/settings-questions.js';
import { useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { words as common } from '../../../parts/words.js';
import { AuditEntries } from './audit-entries.js';
import { AuditFilters, auditFilterNames } from './audit-filters.js';
import { ChainPanel } from './chain-panel.js';
import { words } from './words.js';

interface AuditTabProps {
  readonly filters: AddressFilters;
  readonly onChange: (next: AddressFilters) => void;
}

const pageSize = 50;

/** The filters as a query of the server; the table is exported with the same. */
const asked = (filters: AddressFilters): Record<string, string> =>
  Object.fromEntries(
    auditFilterNames.flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The record of who did what: the chain's standing, filters, and the entries page by page. */
export const AuditTab = ({ filters, onChange }: AuditTabProps) => {
  const text = useWords(words);
  const shared = useWords(common);
  const { before, after } = filters;
  const query = asked(filters);
  const page = useQuery(auditQuery({ ...query, before, after, pageSize }));
  const go = (change: AddressFilters): void =>
    onChange({ ...filters, before: undefined, after: undefined, ...change });
  return (
    <Answer of={page} rows={10}>
      {({ items, older, newer, nouns, ownOnly, chain, actions }) => (
        <>
          <p className="quiet tab-lead">{ownOnly ? text.ownOnly : text.lead}</p>
          <ChainPanel chain={chain} reasons={actions.verify.reasons} />
          <section className="panel">
            <AuditFilters filters={filters} nouns={nouns} onChange={go} />
            <p>
              <Button href={`/api/audit/export.csv?${new URLSearchParams(query).toString()}`}>
                {text.export}
              </Button>{' '}
              <span className="quiet">{text.exportHelp}</span>
            </p>
            {items.length === 0 ? (
              <EmptyNote sentence={Object.keys(query).length > 0 ? shared.nothingMatches : text.empty} />
            ) : (
              <AuditEntries entries={items} />
            )}
            <nav className="button-row" aria-label={text.pages}>
              {(before !== undefined || after !== undefined) && (
                <Button onClick={() => go({})}>{text.newest}</Button>
              )}
              {newer !== null && <Button onClick={() => go({ after: newer })}>{text.newer}</Button>}
              {older !== null && <Button onClick={() => go({ before: older })}>{text.older}</Button>}
            </nav>
          </section>
        </>
      )}
    </Answer>
  );
};
