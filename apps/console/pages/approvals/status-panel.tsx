import type { ReactNode } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { listed } from '../../parts/punctuation.js';
import { StateTag } from '../../parts/state-tag.js';
import { FindingSentences } from './finding-sentences.js';
import { words } from './words.js';

/** What the house found about one side of the text; without a concern it is one word among others. */
interface Check {
  readonly name: string;
  /** Said where nothing is wrong. */
  readonly fine: string;
  readonly tone: 'warning' | 'error';
  /** Null where nothing is wrong. */
  readonly concern: ReactNode | null;
}

const isOpen = ({ state }: ReleasePage['findings'][number]): boolean =>
  state === 'open' || state === 'coordinating';

const useConflicts = (page: ReleasePage): Check => {
  const text = useWords(words);
  const open = page.findings.filter(isOpen);
  return {
    name: text.conflicts,
    fine: page.findings.length === 0 ? text.noConflict : text.settled,
    tone: open.some(({ severity }) => severity === 'block') ? 'error' : 'warning',
    concern:
      open.length === 0 ? null : (
        <>
          <strong>{text.conflictCount(open.length)}</strong>
          <ul className="finding-list">
            {open.map((finding) => (
              <FindingSentences key={finding.id} finding={finding} />
            ))}
          </ul>
        </>
      ),
  };
};

const useChecks = (page: ReleasePage): readonly Check[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  const conflicts = useConflicts(page);
  const { elements, concerned } = page.contentCheck;
  const factsDone = page.stages.find(({ stage }) => stage === 'facts')?.state === 'done';
  const missing = elements
    .filter(({ state }) => state === 'missing')
    .map(({ title, titleEn }) => (language === 'zh' ? title : titleEn));
  const open = concerned.filter(({ state }) => state === 'open').map(({ organ }) => organ.shortName);
  const hints = page.hints.length + page.traces.reduce((sum, { traces }) => sum + traces.length, 0);
  const warned = (name: string, fine: string, concern: string | null): Check => ({
    ...{ name, fine, concern },
    tone: 'warning',
  });
  return [
    conflicts,
    warned(text.facts, text.factsDone, factsDone ? null : text.factsOpen),
    warned(
      text.elements,
      elements.length === 0 ? text.elementsNone : text.elementsAll,
      missing.length === 0 ? null : text.elementsMissing(listed(missing, language)),
    ),
    warned(
      text.concerned,
      concerned.length === 0 ? text.concernedNone : text.concernedDone,
      open.length === 0 ? null : text.concernedOpen(listed(open, language)),
    ),
    warned(text.hints, text.hintsNone, hints === 0 ? null : text.hintsSome(hints)),
  ];
};

/** What the house found out about the text: what is fine in a word each, a concern in full, a conflict with its sentences. */
export const StatusPanel = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const checks = useChecks(page);
  const concerns = checks.filter(({ concern }) => concern !== null);
  const fine = checks.filter(({ concern }) => concern === null);
  return (
    <section className="panel" aria-label={text.status}>
      {concerns.length > 0 && (
        <ul className="status-rows">
          {concerns.map(({ name, tone, concern }) => (
            <li key={name} className="status-row">
              <StateTag tone={tone}>{name}</StateTag>
              <div>{concern}</div>
            </li>
          ))}
        </ul>
      )}
      <ul className="status-fine">
        {fine.map((check) => (
          <li key={check.name}>
            <StateTag tone="success">{check.fine}</StateTag>
          </li>
        ))}
      </ul>
    </section>
  );
};
