import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useDeferredValue, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { draftingQuery, releasesQuery } from '../api/questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Failure } from '../parts/answer.js';
import { matching, stepped, type Target } from './palette-list.js';
import { words } from './words.js';

/** One sign of Chinese finds half the city. */
const shortestQuestion = 2;
const mostReleases = 6;

const usePlaces = (): readonly Target[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  const reasons = useQuery(draftingQuery).data?.actions.create.reasons;
  const barred = (reasons ?? [])
    .map(({ message, messageEn }) => (language === 'zh' ? message : messageEn))
    .join(' ');
  return [
    { to: '/releases/new', name: text.newRelease, ...(barred !== '' && { barred }) },
    { to: '/', name: text.today },
    { to: '/approvals', name: text.approvals },
    { to: '/releases', name: text.releases },
    { to: '/conflicts', name: text.conflicts },
    { to: '/calendar', name: text.calendar },
    { to: '/matters', name: text.matters },
    { to: '/progress', name: text.progress },
    { to: '/media', name: text.media },
    { to: '/accounts', name: text.accounts },
    { to: '/reports', name: text.reports },
    { to: '/settings', name: text.settings },
  ];
};

const useFound = (typed: string) => {
  const places = usePlaces();
  const q = useDeferredValue(typed.trim());
  const releases = useQuery({
    ...releasesQuery({ q, pageSize: mostReleases }),
    enabled: q.length >= shortestQuestion,
  });
  const titles = q.length < shortestQuestion ? [] : (releases.data?.items ?? []);
  const found: readonly Target[] = [
    ...matching(places, typed),
    ...titles.map(({ id, title, number }) => ({ to: `/releases/${id}`, name: `${title} ${number}` })),
  ];
  return { found, releases };
};

export const Finder = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, releases } = useFound(typed);
  const chosen = found[at] ?? found[0];
  const go = ({ to, barred }: Target): void => {
    if (barred !== undefined) return;
    onClose();
    void navigate({ to });
  };
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    // Enter that ends the writing of a Chinese word chooses nothing.
    if (event.nativeEvent.isComposing) return;
    const next = stepped(found.indexOf(chosen ?? { to: '', name: '' }), found.length, event.key);
    if (next !== null) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === 'Enter' && chosen !== undefined) go(chosen);
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-label={text.palette}
        aria-expanded={found.length > 0}
        aria-controls="palette-list"
        {...(chosen !== undefined && { 'aria-activedescendant': `palette-${found.indexOf(chosen)}` })}
        placeholder={text.paletteHelp}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label={text.palette} className="palette-list">
        {found.map((target, index) => (
          // The field above keeps the focus and speaks for the keyboard.
          <li
            key={`${target.to} ${index}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={target === chosen}
            {...(target.barred !== undefined && { 'aria-disabled': true })}
            onClick={() => go(target)}
          >
            {target.name}
            {target.barred !== undefined && <span className="menu-reason">{target.barred}</span>}
          </li>
        ))}
      </ul>
      <Failure of={releases} />
      {found.length === 0 && !releases.isFetching && !releases.isError && (
        <p className="quiet">{text.paletteEmpty}</p>
      )}
    </>
  );
};
