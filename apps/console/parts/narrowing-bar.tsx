import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { AddressFilters } from '../app/address-filters.js';
import { useWords } from '../language/language.js';
import { narrowingsOf } from './narrowing.js';
import { words } from './words.js';

interface NarrowingBarProps {
  readonly filters: AddressFilters;
  /** Filter → the name of its value, for those that no field of the page shows. */
  readonly names: AddressFilters;
}

/** Says that a list is only of some days, of one organ or of one kind, and takes that away; nothing where it is of all. */
export const NarrowingBar = ({ filters, names }: NarrowingBarProps) => {
  const { narrowed } = useWords(words);
  const navigate = useNavigate();
  const found = narrowingsOf(filters, names, narrowed);
  if (found.length === 0) return null;
  return (
    <div className="narrowing" role="group" aria-label={narrowed.only}>
      <span className="quiet">{narrowed.only}</span>
      {found.map(({ key, label, without }) => (
        <Button
          key={key}
          size="small"
          icon={<CloseOutlined aria-hidden />}
          iconPlacement="end"
          title={narrowed.remove(label)}
          aria-label={narrowed.remove(label)}
          onClick={() => void navigate({ to: '.', search: without })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
};
