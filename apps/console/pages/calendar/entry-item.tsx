import { useDuty } from '../../parts/use-duty.js';
import { SwapOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DragEvent } from 'react';
import type { AgendaEntry } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { listed } from '../../parts/punctuation.js';
import { useDesk } from './calendar-context.js';
import { timeOf } from './days.js';
import { FaceIcon, faceOf } from './entry-face.js';
import { FullMarks, SmallMarks } from './entry-marks.js';
import { isMovable, keyOf, linkOf, organsOf, titleOf, type MovableEntry } from './entry.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const useDragging = (entry: AgendaEntry) => {
  const { language } = useLanguage();
  const { dragged, drag } = useDesk();
  if (!isMovable(entry)) return { className: '' };
  const isDragged = dragged !== null && keyOf(dragged) === keyOf(entry);
  return {
    className: isDragged ? 'cal-dragged' : 'cal-movable',
    draggable: true,
    onDragStart: (event: DragEvent) => {
      // Some browsers drag nothing that carries no data.
      event.dataTransfer.setData('text/plain', titleOf(entry, language));
      event.dataTransfer.effectAllowed = 'move';
      drag(entry);
    },
    onDragEnd: () => drag(null),
  };
};

/** The same without a mouse: it asks for day and hour. */
const MoveButton = ({ entry, small }: { entry: MovableEntry; small: boolean }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { move } = useDesk();
  const named = { 'aria-label': text.moveNamed(titleOf(entry, language)), title: text.move };
  return (
    <Button
      {...named}
      className="cal-move"
      size="small"
      {...(small && { type: 'text' as const })}
      icon={<SwapOutlined aria-hidden />}
      onClick={() => move(entry, null)}
    >
      {small ? null : text.move}
    </Button>
  );
};

/** One line in a month's cell: hour, organ, title. */
export const EntryLine = ({ entry }: { entry: AgendaEntry }) => {
  const dutyOf = useDuty();
  const text = useWords(words);
  const { language } = useLanguage();
  const { organName } = useDesk();
  const face = faceOf(entry);
  const { className, ...dragging } = useDragging(entry);
  const organ = organName(organsOf(entry)[0] ?? '');
  // Several clocks run on one thing: their duties tell them apart.
  const title = titleOf(entry, language);
  const told = entry.kind === 'deadline' ? `${dutyOf(entry.deadline)} · ${title}` : title;
  return (
    <li className={`cal-entry cal-${face} ${className}`} {...dragging}>
      <Link
        to={linkOf(entry)}
        draggable={false}
        title={`${text.faces[face]} ${timeOf(entry.at)} ${organ}\n${told}`}
      >
        <FaceIcon face={face} />
        <span className="visually-hidden">{text.faces[face]}</span> <time>{timeOf(entry.at)}</time>{' '}
        <span className="cal-organ">{organ}</span> {told}
      </Link>
      <SmallMarks entry={entry} />
      {isMovable(entry) && <MoveButton entry={entry} small />}
    </li>
  );
};

/** Where there is room for the whole title, its state and what it clashes with. */
export const EntryCard = ({ entry }: { entry: AgendaEntry }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const { organName } = useDesk();
  const face = faceOf(entry);
  const { className, ...dragging } = useDragging(entry);
  const detail =
    entry.kind === 'conference'
      ? entry.conference.place
      : entry.kind === 'deadline'
        ? `${dutyOf(entry.deadline)} · ${cited(entry.deadline.article, language)}`
        : entry.release.number;
  return (
    <li className={`cal-card cal-${face} ${className}`} {...dragging}>
      <p className="cal-card-head">
        <time>{timeOf(entry.at)}</time>
        <span className="cal-face">
          <FaceIcon face={face} /> {text.faces[face]}
        </span>
      </p>
      <Link to={linkOf(entry)} draggable={false} className="title-link">
        {titleOf(entry, language)}
      </Link>
      <p className="quiet">
        {[listed(organsOf(entry).map(organName), language), detail].filter(Boolean).join(' · ')}
      </p>
      <FullMarks entry={entry} />
      {isMovable(entry) && <MoveButton entry={entry} small={false} />}
    </li>
  );
};
