import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { standingViews, type StandingView, type ViewList } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed, type Deed } from '../../parts/use-deed.js';
import { words } from './words.js';

interface ViewDialogProps {
  readonly views: ViewList;
  /** The filters in the address, to be kept under an old name. */
  readonly here: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

interface RowProps {
  readonly view: string;
  readonly name: string;
  readonly first: boolean;
  readonly onDo: (deed: Deed) => void;
}

const First = ({ view, name, first, onDo }: RowProps) => {
  const text = useWords(words);
  return (
    <Button
      size="small"
      aria-pressed={first}
      aria-label={`${name} · ${first ? text.isFirst : text.setFirst}`}
      type={first ? 'primary' : 'default'}
      onClick={() =>
        onDo({ path: '/release-views/first', method: 'PUT', body: { view: first ? null : view } })
      }
    >
      {first ? text.isFirst : text.setFirst}
    </Button>
  );
};

const Own = ({ here, ...row }: RowProps & Pick<ViewDialogProps, 'here'>) => {
  const text = useWords(words);
  const { view, name, onDo } = row;
  const [typed, setTyped] = useState(name);
  const path = `/release-views/${view}`;
  const rename = (): void => {
    const next = typed.trim();
    if (next !== '' && next !== name) onDo({ path, method: 'PUT', body: { name: next } });
  };
  return (
    <li className="view-row">
      <Input
        aria-label={`${text.viewName} ${name}`}
        value={typed}
        maxLength={30}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={rename}
      />
      <Button size="small" disabled={typed.trim() === '' || typed.trim() === name} onClick={rename}>
        {text.rename}
      </Button>
      <First {...row} />
      <Button size="small" onClick={() => onDo({ path, method: 'PUT', body: { filters: here } })}>
        {text.overwrite}
      </Button>
      <Button
        size="small"
        danger
        aria-label={`${text.deleteView} ${name}`}
        onClick={() => onDo({ path, method: 'DELETE' })}
      >
        {text.deleteView}
      </Button>
    </li>
  );
};

/** One's own views: their names, which comes first, and which may go. Standing ones can only come first. */
export const ViewDialog = ({ views, here, onClose }: ViewDialogProps) => {
  const text = useWords(words);
  const deed = useDeed();
  const onDo = (change: Deed): void => deed.mutate(change);
  const standing = Object.keys(standingViews) as StandingView[];
  return (
    <Modal open width={640} title={text.arrangeViews} footer={null} onCancel={onClose}>
      <p className="quiet">{text.arrangeLead}</p>
      <ul className="view-rows">
        {views.items.map(({ id, name }) => (
          <Own key={`${id} ${name}`} {...{ view: id, name, here, onDo }} first={views.first === id} />
        ))}
        {standing.map((view) => (
          <li key={view} className="view-row">
            <span>{text.standing[view]}</span>
            <First {...{ view, onDo }} name={text.standing[view]} first={views.first === view} />
          </li>
        ))}
      </ul>
      {deed.isError && <RefusalNotice error={deed.error} />}
    </Modal>
  );
};
