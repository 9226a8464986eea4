import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyAnswer, KeyView } from '../../../api/contract.js';
import { keysQuery } from '../../../api/settings-questions.js';
import type { AddressFilters } from '../../../app/address-filters.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { Pages } from '../../../parts/pages.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { Sheet } from '../../../parts/sheet.js';
import { StateTag, type Tone } from '../../../parts/state-tag.js';
import { IssueDialog, RevokeDialog } from './key-dialogs.js';
import { ShownKey } from './shown-key.js';
import { words } from './words.js';

const pageSize = 30;

const tones: Readonly<Record<KeyView['state'], Tone>> = {
  inForce: 'success',
  expired: 'quiet',
  revoked: 'quiet',
};

const Whose = ({ of }: { readonly of: KeyView }) => {
  const text = useWords(words);
  return (
    <>
      <strong>{of.person.name}</strong> <StateTag tone={tones[of.state]}>{text.states[of.state]}</StateTag>
      <p className="quiet">…{of.hint}</p>
    </>
  );
};

const Use = ({ of }: { readonly of: KeyView }) => {
  const text = useWords(words);
  return (
    <>
      {of.name}
      <ul className="plain-list quiet">
        {of.scopes.map((scope) => (
          <li key={scope}>{text.scopeNames[scope]}</li>
        ))}
      </ul>
    </>
  );
};

const Term = ({ of }: { readonly of: KeyView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const at = (instant: string): string => cityTime(instant, language);
  return (
    <>
      {text.to(at(of.expiresAt))}
      <p className="quiet">{text.issuedBy(of.issuedBy, at(of.issuedAt))}</p>
      <p className="quiet">{of.usedAt === null ? text.unused : text.used(at(of.usedAt))}</p>
    </>
  );
};

/** The keys of programs: issued, in force, revoked. */
export const KeysTab = ({ filters }: { readonly filters: AddressFilters }) => {
  const text = useWords(words);
  const keys = useQuery(keysQuery({ page: filters['page'], pageSize }));
  const [isIssuing, setIssuing] = useState(false);
  const [answer, setAnswer] = useState<KeyAnswer | null>(null);
  const [revoked, setRevoked] = useState<KeyView | null>(null);
  return (
    <Answer of={keys} rows={5}>
      {(list) => (
        <>
          <div className="panel-head">
            <div>
              <p className="quiet">{text.lead}</p>
              {answer !== null && answer.key === null && <p role="status">{text.waits}</p>}
              {/* A line of its own: inside the sentence only its colour would tell that it is a link (WCAG 1.4.1). */}
              <p>
                <a href="/api/docs">{text.docs}</a>
              </p>
            </div>
            <ReasonedButton
              type="primary"
              label={text.issue}
              reasons={list.actions.issue.reasons}
              onClick={() => setIssuing(true)}
            />
          </div>
          <Pages of={list} empty={<EmptyNote sentence={text.empty} />}>
            <Sheet
              heads={[text.person, text.use, text.term, '']}
              rows={list.items.map((key) => ({
                key: key.id,
                cells: [
                  <Whose key="whose" of={key} />,
                  <Use key="use" of={key} />,
                  <Term key="term" of={key} />,
                  <div key="deeds" className="row-deeds">
                    <ReasonedButton
                      label={text.revoke}
                      name={text.revokeWhich(key.name)}
                      reasons={key.actions.revoke.reasons}
                      onClick={() => setRevoked(key)}
                    />
                  </div>,
                ],
              }))}
            />
          </Pages>
          {isIssuing && <IssueDialog onClose={() => setIssuing(false)} onAnswer={setAnswer} />}
          {revoked !== null && <RevokeDialog of={revoked} onClose={() => setRevoked(null)} />}
          {answer !== null && answer.key !== null && (
            <ShownKey issued={answer.key} onClose={() => setAnswer(null)} />
          )}
        </>
      )}
    </Answer>
  );
};
