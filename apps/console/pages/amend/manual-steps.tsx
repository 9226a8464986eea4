import { Button } from 'antd';
import { useState } from 'react';
import type { ManualStepView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonList } from '../../parts/reason-list.js';
import { NoteDialog } from '../release/note-dialog.js';
import { useAmend } from './use-amend.js';
import { words } from './words.js';

const Step = ({ step }: { step: ManualStepView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const finish = useAmend(`/manual-steps/${step.id}/finish`);
  const [asking, setAsking] = useState(false);
  const barred = step.actions.finish.reasons;
  const isOpen = step.doneAt === null;
  return (
    <li className={isOpen ? 'manual-step' : 'manual-step step-done'}>
      <div>
        <strong>
          {step.recipient === '' ? step.accountName : `${step.accountName} → ${step.recipient}`}
        </strong>
        <p>{step.text}</p>
        {step.doneAt !== null && (
          <p className="quiet">
            ✓ {text.doneBy(step.doneBy ?? '', cityTime(step.doneAt, language))}
            {step.doneNote !== '' && ` · ${step.doneNote}`}
          </p>
        )}
        {isOpen && barred.length > 0 && <ReasonList reasons={barred} />}
      </div>
      <div className="manual-step-tools">
        {step.url !== null && (
          <a href={step.url} target="_blank" rel="noreferrer noopener">
            {text.open}
          </a>
        )}
        {isOpen && (
          <Button disabled={barred.length > 0} onClick={() => setAsking(true)}>
            {text.finish}
          </Button>
        )}
      </div>
      {asking && (
        <NoteDialog
          title={text.finish}
          lead={text.finishLead}
          busy={finish.isPending}
          error={finish.error}
          onClose={() => setAsking(false)}
          onDo={(note) => finish.mutate({ note }, { onSuccess: () => setAsking(false) })}
        >
          <blockquote>{step.text}</blockquote>
        </NoteDialog>
      )}
    </li>
  );
};

/** What only a person can do, each with who did it and when. */
export const ManualSteps = ({ steps }: { steps: readonly ManualStepView[] }) => {
  const text = useWords(words);
  return (
    <section className="panel" aria-label={text.steps}>
      <h2>{text.steps}</h2>
      <p className="quiet">{text.stepsLead}</p>
      <ul className="manual-steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ul>
    </section>
  );
};
