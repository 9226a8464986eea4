import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { Failure, type Question } from './answer.js';
import { leftOut, withChosen, type Named } from './with-chosen.js';
import { words } from './words.js';

/** So many choices stand in the field; the others are found by typing, and the field says how many they are. */
export const choicesShown = 50;

export interface PickProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export interface SearchedPickProps extends PickProps {
  /** What the field has when it opens: it is named although the search does not find it. */
  readonly chosen?: Named | null;
  readonly found: readonly Named[];
  /** How many the server knows; undefined while it has not answered. */
  readonly total: number | undefined;
  readonly of: Question;
  readonly onSearch: (words: string) => void;
  /** Given where it may stay empty: what it says then. */
  readonly none?: string;
}

/** The choices, and under them how many more there are: a list that is cut off says so. */
const useMore = (shown: number, total: number | undefined) => {
  const text = useWords(words);
  const left = leftOut(shown, total);
  return (menu: ReactNode) => (
    <>
      {menu}
      {left > 0 && <p className="pick-more">{text.moreChoices(left)}</p>}
    </>
  );
};

/** One of what the server finds while one types; its own lists are searched by the same words. */
export const SearchedPick = (props: SearchedPickProps) => {
  const { id, value, onChange, chosen = null, found, total, of, onSearch, none } = props;
  const [picked, setPicked] = useState<Named | null>(null);
  const kept = picked?.id === value ? picked : chosen;
  const more = useMore(found.length, total);
  return (
    <>
      <Select
        id={id}
        className="whole-width"
        allowClear={none !== undefined}
        placeholder={none}
        value={value === '' ? null : value}
        showSearch={{ filterOption: false, onSearch }}
        options={withChosen(found, value, kept).map((each) => ({ value: each.id, label: each.name }))}
        popupRender={more}
        onChange={(next: string | null | undefined) => {
          setPicked(found.find((each) => each.id === next) ?? picked);
          onChange(next ?? '');
        }}
      />
      <Failure of={of} />
    </>
  );
};
