import { LockOutlined, WarningOutlined } from '@ant-design/icons';
import type { AgendaEntry } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { sentences } from '../../parts/punctuation.js';
import { useDesk } from './calendar-context.js';
import { useDayNames } from './day-name.js';
import { keyOf, openConflicts } from './entry.js';
import { words } from './words.js';

/** Conflicts, clashes and embargo in sentences. */
const useMarks = (entry: AgendaEntry) => {
  const text = useWords(words);
  const { named } = useDayNames();
  const { clashes } = useDesk();
  const count = openConflicts(entry);
  const found = clashes.get(keyOf(entry)) ?? [];
  const embargoed = entry.kind === 'release' ? entry.embargoed : 0;
  return {
    conflicts: count === 0 ? [] : [text.conflicts(count)],
    clashes: found.map(({ kind, with: other }) => ({ kind, sentence: text.clashes[kind](named(other)) })),
    embargo: embargoed === 0 ? [] : [text.embargoed(embargoed)],
  };
};

/** In a month's cell: one sign, its sentences for whoever points at it or hears it. */
export const SmallMarks = ({ entry }: { entry: AgendaEntry }) => {
  const { language } = useLanguage();
  const { conflicts, clashes, embargo } = useMarks(entry);
  const warnings = [...conflicts, ...clashes.map(({ sentence }) => sentence)];
  const severe = conflicts.length > 0 || clashes.some(({ kind }) => kind === 'conflict');
  return (
    <>
      {warnings.length > 0 && (
        <span className={severe ? 'cal-mark cal-severe' : 'cal-mark'} title={warnings.join('\n')}>
          <WarningOutlined aria-hidden />
          <span className="visually-hidden">{sentences(warnings, language)}</span>
        </span>
      )}
      {embargo.length > 0 && (
        <span className="cal-mark" title={embargo.join()}>
          <LockOutlined aria-hidden />
          <span className="visually-hidden">{embargo}</span>
        </span>
      )}
    </>
  );
};

/** Where there is room: every sentence. */
export const FullMarks = ({ entry }: { entry: AgendaEntry }) => {
  const { conflicts, clashes, embargo } = useMarks(entry);
  if (conflicts.length + clashes.length + embargo.length === 0) return null;
  return (
    <ul className="cal-marks">
      {conflicts.map((sentence) => (
        <li key={sentence} className="cal-severe">
          <WarningOutlined aria-hidden /> {sentence}
        </li>
      ))}
      {clashes.map(({ kind, sentence }) => (
        <li key={sentence} className={kind === 'conflict' ? 'cal-severe' : ''}>
          <WarningOutlined aria-hidden /> {sentence}
        </li>
      ))}
      {embargo.map((sentence) => (
        <li key={sentence}>
          <LockOutlined aria-hidden /> {sentence}
        </li>
      ))}
    </ul>
  );
};
