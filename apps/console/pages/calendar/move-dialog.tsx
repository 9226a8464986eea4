import { serverDate, serverNow } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { useId, useState } from 'react';
import type { ConferenceView } from '../../api/contract.js';
import { conferenceQuery } from '../../api/duty-questions.js';
import { agendaQuery, releaseQuery } from '../../api/questions.js';
import type { RefusalReason } from '../../api/refusal.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Failure, type Question } from '../../parts/answer.js';
import { cityTime, instantOf, wallTime } from '../../parts/city-time.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { useDeed, type Deed } from '../../parts/use-deed.js';
import { bodyOf, formOf } from '../conferences/form.js';
import { useDayNames } from './day-name.js';
import { dayOf, onDay, type Day } from './days.js';
import { clashesOf } from './clashes.js';
import { keyOf, titleOf, type MovableEntry } from './entry.js';
import { words } from './words.js';

export interface Move {
  readonly entry: MovableEntry;
  /** Onto which it was dragged; null where the person names the day. */
  readonly to: Day | null;
}

/** How one kind of thing is moved, as the server has it now. */
interface Mover {
  readonly question: Question;
  /** Undefined until the server has said. */
  readonly reasons: readonly RefusalReason[] | undefined;
  readonly deed: (at: string) => Deed | null;
  readonly warning: string | null;
}

const conferenceDeed = (conference: ConferenceView, at: string): Deed => ({
  path: `/conferences/${conference.id}`,
  method: 'PUT',
  body: {
    expectedRevision: conference.revision,
    conference: bodyOf({ ...formOf(conference, ''), startsAt: wallTime(new Date(at)) }),
  },
});

/** A release gets another hour (its approval stays); a conference's plan is revised, which may void its approval. */
const useMover = (entry: MovableEntry): Mover => {
  const text = useWords(words);
  const isRelease = entry.kind === 'release';
  const release = useQuery({
    ...releaseQuery(isRelease ? entry.release.id : ''),
    enabled: isRelease,
  });
  const conference = useQuery({
    ...conferenceQuery(isRelease ? '' : entry.conference.id),
    enabled: !isRelease,
  });
  if (isRelease && entry.phase === 'proposed')
    return {
      question: release,
      reasons: release.data?.actions.proposeTime.reasons,
      deed: (at) => ({
        path: `/releases/${entry.release.id}/proposed-time`,
        method: 'PUT',
        body: { at, why: entry.release.proposal?.why },
      }),
      warning: text.moveProposed,
    };
  if (isRelease)
    return {
      question: release,
      reasons: release.data?.actions.schedule.reasons,
      deed: (at) => ({ path: `/releases/${entry.release.id}/schedule`, body: { at } }),
      warning: entry.embargoed > 0 ? text.moveEmbargoed(entry.embargoed) : null,
    };
  const planned = ['draft', 'returned'].includes(conference.data?.state ?? 'draft');
  return {
    question: conference,
    reasons: conference.data?.actions.revise.reasons,
    deed: (at) => (conference.data === undefined ? null : conferenceDeed(conference.data, at)),
    warning: planned ? null : text.moveRegistered,
  };
};

/** What stands around the new hour, of all organs and whatever the page's filters leave out. */
const Surroundings = ({ entry, at }: { entry: MovableEntry; at: string }) => {
  const text = useWords(words);
  const { named } = useDayNames();
  const day = dayOf(at);
  const agenda = useQuery(agendaQuery({ from: day, to: day }));
  const verdict = agenda.data?.days.find(({ date }) => date === day);
  if (agenda.data === undefined || verdict === undefined) return <Failure of={agenda} />;
  const clashes = clashesOf({ ...entry, at }, agenda.data.items);
  return (
    <>
      {!verdict.workday && <Alert type="info" showIcon title={text.moveRest(verdict.name)} />}
      {clashes.length === 0 ? (
        <p className="quiet">{text.moveClear}</p>
      ) : (
        <Alert
          type="warning"
          showIcon
          title={text.moveClashes}
          description={
            <ul>
              {clashes.map(({ kind, with: other }) => (
                <li key={`${kind} ${keyOf(other)}`}>{text.clashes[kind](named(other))}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
};

/** Dragging a day keeps the time of day and asks first; the hour can be set here as well. */
export const MoveDialog = ({ move: { entry, to }, onClose }: { move: Move; onClose: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const id = useId();
  const [wall, setWall] = useState(() => wallTime(new Date(to === null ? entry.at : onDay(entry.at, to))));
  const mover = useMover(entry);
  const save = useDeed(onClose);
  const at = instantOf(wall);
  const same = at !== null && Date.parse(at) === Date.parse(`${entry.at.slice(0, 16)}+08:00`);
  const past = at !== null && Date.parse(at) <= serverNow();
  const wrong = at === null ? text.moveNeeded : past && !same ? text.movePast : '';
  const barred = mover.reasons === undefined || mover.reasons.length > 0;
  const send = (): void => {
    const deed = at === null ? null : mover.deed(at);
    if (deed !== null) save.mutate(deed);
  };
  return (
    <Modal
      open
      title={text.moveTitle}
      okText={text.moveDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: wrong !== '' || same || barred }}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className="cal-move-dialog">
        <p>{text.moveLead(titleOf(entry, language), cityTime(entry.at, language))}</p>
        <TextField
          id={id}
          label={text.moveAt}
          type="datetime-local"
          value={wall}
          min={wallTime(serverDate())}
          onChange={setWall}
          wrong={wrong}
        />
        {same && <p className="quiet">{text.moveSame}</p>}
        {at !== null && wrong === '' && !same && <Surroundings entry={entry} at={at} />}
        {mover.warning !== null && <Alert type="warning" showIcon title={mover.warning} />}
        <Failure of={mover.question} />
        {mover.reasons !== undefined && mover.reasons.length > 0 && (
          <Alert type="error" showIcon title={<ReasonList reasons={mover.reasons} />} />
        )}
        {save.isError && <RefusalNotice error={save.error} />}
      </div>
    </Modal>
  );
};
