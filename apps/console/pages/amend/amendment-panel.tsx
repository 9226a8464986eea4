import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AmendmentView } from '../../api/contract.js';
import { amendmentsQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { words as progressWords } from '../progress/words.js';
import { NoteDialog } from '../release/note-dialog.js';
import { ManualSteps } from './manual-steps.js';
import { useAmend } from './use-amend.js';
import { words } from './words.js';

const Review = ({ amendment }: { amendment: AmendmentView }) => {
  const text = useWords(words);
  const review = useAmend(`/amendments/${amendment.id}/review`);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ReasonedButton
        label={text.review}
        reasons={amendment.actions.review.reasons}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <NoteDialog
          title={text.review}
          lead={text.reviewLead}
          noteNeeded
          busy={review.isPending}
          error={review.error}
          onClose={() => setAsking(false)}
          onDo={(note) => review.mutate({ note }, { onSuccess: () => setAsking(false) })}
        />
      )}
    </>
  );
};

const One = ({ amendment }: { amendment: AmendmentView }) => {
  const text = useWords(words);
  const { states } = useWords(progressWords);
  const { language } = useLanguage();
  const { kind, fromVersion, toVersion, review, emergency } = amendment;
  const counts = Object.entries(amendment.deliveries).map(([state, n]) => `${states[state] ?? state} ${n}`);
  return (
    <li>
      <div className="amend-act">
        <StateTag tone={kind === 'withdraw' ? 'error' : 'warning'}>{text.kinds[kind]}</StateTag>
        <span>{text.versions(fromVersion, toVersion)}</span>
        {emergency && <StateTag tone="error">{text.emergencyTag}</StateTag>}
        <span className="quiet">
          {text.by(amendment.orderedBy.name, cityTime(amendment.orderedAt, language))}
        </span>
      </div>
      <p>{amendment.reason}</p>
      {counts.length > 0 && <p className="quiet">{counts.join(' · ')}</p>}
      {amendment.waits && <p className="missing">{text.waits}</p>}
      {review !== null && (
        <p className="quiet">{text.reviewed(review.by.name, cityTime(review.at, language), review.note)}</p>
      )}
      {emergency && review === null && <Review amendment={amendment} />}
    </li>
  );
};

/** What became of every correction and withdrawal of a release, and what is left for persons. */
export const AmendmentPanel = ({ releaseId }: { releaseId: string }) => {
  const text = useWords(words);
  const amendments = useQuery(amendmentsQuery(releaseId));
  const data = amendments.data;
  if (data === undefined || (data.items.length === 0 && data.steps.length === 0)) return null;
  return (
    <>
      {data.steps.length > 0 && <ManualSteps steps={data.steps} />}
      {data.items.length > 0 && (
        <section className="panel" aria-label={text.history}>
          <h2>{text.history}</h2>
          <ul className="amendments">
            {data.items.map((amendment) => (
              <One key={amendment.id} amendment={amendment} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
