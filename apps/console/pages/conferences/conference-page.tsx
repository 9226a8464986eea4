import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChainStepView, ConferenceAction, ConferenceView } from '../../api/contract.js';
import { conferenceQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { AsRead } from '../../parts/as-read.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { ChainPanel } from './chain-panel.js';
import { ClocksPanel } from './clocks-panel.js';
import { ConferenceDialog } from './conference-dialog.js';
import { ConferenceStateTag } from './conference-state.js';
import { DoorPanel } from './door-panel.js';
import { DeedDialog } from './deed-dialog.js';
import type { Deed } from './deeds.js';
import { FactsPanel, LimitsPanel } from './facts-panel.js';
import { HistoryPanel, OutcomePanel } from './history-panel.js';
import { MaterialsPanel } from './materials-panel.js';
import { words } from './words.js';

const route = getRouteApi('/conferences/$id');

/** What may be of use in a state; the first is the primary one. */
const offered: Readonly<Record<ConferenceView['state'], readonly ConferenceAction[]>> = {
  draft: ['apply', 'revise', 'cancel'],
  returned: ['apply', 'revise', 'cancel'],
  applied: ['answer', 'return', 'revise', 'cancel'],
  signing: ['return', 'revise', 'cancel'],
  approved: ['hold', 'revise', 'cancel'],
  filed: ['hold', 'revise', 'cancel'],
  held: ['evaluate'],
  evaluated: [],
  cancelled: [],
};

const Lead = ({ conference }: { conference: ConferenceView }) => {
  const text = useWords(words);
  return (
    <span className="conference-lead">
      <ConferenceStateTag state={conference.state} />
      <span>{text.kinds[conference.kind]}</span>
      {conference.emergency && <StateTag tone="warning">{text.emergency}</StateTag>}
      {conference.major && <StateTag tone="info">{text.major}</StateTag>}
      {conference.number !== null && <strong>{conference.number}</strong>}
    </span>
  );
};

const Whole = ({ conference }: { conference: ConferenceView }) => {
  const text = useWords(words);
  const [deed, setDeed] = useState<Deed | 'revise' | null>(null);
  const apply = useDeed();
  const done = (): void => setDeed(null);
  const choose = (action: ConferenceAction): void => {
    if (action === 'apply')
      apply.mutate({ path: `/conferences/${conference.id}/apply`, body: { digest: conference.digest } });
    else if (action === 'revise') setDeed('revise');
    else if (action !== 'upload') setDeed({ deed: action });
  };
  const sign = (step: ChainStepView): void =>
    setDeed(step.by === 'office' ? { deed: 'answer' } : { deed: 'sign', step });
  return (
    <Page
      title={conference.theme}
      crumbs={<Link to="/conferences">{text.title}</Link>}
      lead={<Lead conference={conference} />}
      actions={
        <>
          {offered[conference.state].map((action, index) => (
            <ReasonedButton
              key={action}
              label={text.actions[action]}
              type={index === 0 ? 'primary' : 'default'}
              reasons={conference.actions[action].reasons}
              onClick={() => choose(action)}
            />
          ))}
        </>
      }
    >
      {conference.stateReason !== null && <p className="note conference-reason">{conference.stateReason}</p>}
      {apply.isError && <RefusalNotice error={apply.error} />}
      <div className="today-columns">
        <div>
          <FactsPanel conference={conference} />
          <OutcomePanel conference={conference} />
          <MaterialsPanel conference={conference} onFile={() => setDeed({ deed: 'file' })} />
          <HistoryPanel conference={conference} />
        </div>
        <div>
          <ClocksPanel conference={conference} />
          <ChainPanel conference={conference} onSign={sign} />
          <LimitsPanel conference={conference} />
        </div>
      </div>
      <DoorPanel conference={conference} />
      {deed !== null && (
        <AsRead of={conference}>
          {(read) =>
            deed === 'revise' ? (
              <ConferenceDialog conference={read} onClose={done} onSaved={done} />
            ) : (
              <DeedDialog conference={read} of={deed} onClose={done} />
            )
          }
        </AsRead>
      )}
    </Page>
  );
};

export const ConferencePage = () => {
  const { id } = route.useParams();
  const conference = useQuery(conferenceQuery(id));
  return <PageAnswer of={conference}>{(read) => <Whole conference={read} />}</PageAnswer>;
};
