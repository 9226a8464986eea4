import { useDuty, useTitle } from './use-duty.js';
import { Button, Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deadlineQuery } from '../api/duty-questions.js';
import type { DeadlineDetail } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { Answer } from './answer.js';
import { cityTime } from './city-time.js';
import { ClockPlan } from './clock-plan.js';
import { limitTold } from './clock-story.js';
import { clockWords } from './clock-words.js';
import { ClockFace } from './due-clock.js';
import { FactList } from './fact-list.js';
import { FormDialog } from './form-dialog.js';
import { ReasonedButton } from './reasoned-button.js';
import { words } from './words.js';
import { cited } from './cited.js';

interface OfClock {
  readonly clock: DeadlineDetail;
}

const Terms = ({ clock }: OfClock) => {
  const text = useWords(clockWords);
  const { language } = useLanguage();
  const shared = useWords(words);
  const titleOf = useTitle();
  const dueAt = cityTime(clock.dueAt, language);
  const exemptions: Readonly<Record<string, string>> = text.exemptions;
  const open = clock.state === 'running' || clock.state === 'paused';
  return (
    <FactList
      rows={[
        [text.state, open ? <ClockFace clock={clock} /> : (text.states[clock.state] ?? clock.state)],
        [
          text.about,
          <Link key="about" to={clock.link}>
            {titleOf(clock)}
          </Link>,
        ],
        [text.article, cited(clock.article, language)],
        [
          clock.direction === 'before' ? text.countedBack : text.startsAt,
          `${text.startEvents[clock.startEvent] ?? clock.startEvent} · ${cityTime(clock.eventAt, language)}`,
        ],
        [text.limit, limitTold(clock, language)],
        [
          text.due,
          <>
            {clock.state === 'paused' ? shared.dueWhenPaused(dueAt) : dueAt}
            {clock.provisional && <p className="quiet">{text.provisional}</p>}
          </>,
        ],
        [text.hardness, clock.hard ? text.hard : text.soft],
        [text.exemption, exemptions[clock.emergencyExemption] ?? clock.emergencyExemption],
      ]}
    />
  );
};

/** Of pausing and resuming one is of use; its reason is the whole deed: the dialog asks for nothing else. */
const Hold = ({ clock }: OfClock) => {
  const text = useWords(clockWords);
  const [asking, setAsking] = useState<'pause' | 'resume' | null>(null);
  const deed = clock.state === 'paused' ? 'resume' : 'pause';
  return (
    <div className="page-actions">
      <ReasonedButton label={text[deed]} reasons={clock.actions[deed]} onClick={() => setAsking(deed)} />
      {asking !== null && (
        <FormDialog
          title={text[asking]}
          lead={asking === 'pause' ? text.pauseLead : text.resumeLead}
          okText={text[asking]}
          fields={[{ name: 'reason', label: text.reason, kind: 'area' }]}
          initial={{}}
          deed={({ reason }) => ({ path: `/deadlines/${clock.id}/${asking}`, body: { reason } })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
};

const Whole = ({ id }: { id: string }) => (
  <Answer of={useQuery(deadlineQuery(id))}>
    {(clock) => (
      <div className="clock-detail">
        <Hold clock={clock} />
        <Terms clock={clock} />
        <ClockPlan clock={clock} />
      </div>
    )}
  </Answer>
);

/** Wherever a clock is shown: how it was counted, who is told when, what happened, and the way to stop it. */
export const ClockDetail = ({ of }: { of: Pick<DeadlineDetail, 'id' | 'duty' | 'dutyEn'> }) => {
  const { id } = of;
  const duty = useDuty()(of);
  const text = useWords(clockWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" aria-label={text.detailsOf(duty)} onClick={() => setOpen(true)}>
        {text.details}
      </Button>
      {open && (
        <Drawer open title={duty} size="min(100vw, 480px)" onClose={() => setOpen(false)}>
          <Whole id={id} />
        </Drawer>
      )}
    </>
  );
};
