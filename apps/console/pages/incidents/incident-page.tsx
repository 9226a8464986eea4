import { Button, Dropdown } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncidentView } from '../../api/contract.js';
import { conferencesQuery, incidentQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { AsRead } from '../../parts/as-read.js';
import { onMenuKey } from '../../parts/menu-key.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { ChainPanel } from './chain-panel.js';
import { ClockPanel } from './clock-panel.js';
import { DeedDialog } from './deed-dialog.js';
import { reasonsOf, type DeedName } from './deeds.js';
import { FactsPanel } from './facts-panel.js';
import { ConferenceDialog } from '../conferences/conference-dialog.js';
import { LevelTag } from './level-tag.js';
import { PendingPanel } from './pending-panel.js';
import { ReviseDialog } from './revise-dialog.js';
import { ResponsibilityPanel } from './responsibility-panel.js';
import { SheetPanel } from './sheet-panel.js';
import { words } from './words.js';

const route = getRouteApi('/incidents/$id');

interface Chosen {
  readonly deed: DeedName;
  readonly with?: Readonly<Record<string, string>>;
}

const further = [
  'setUp',
  'dissolve',
  'necessity',
  'necessityOver',
  'permission',
  'override',
  'opinion',
  'leader',
  'close',
] as const;

/** In a menu nothing opens over an entry: why it is grey stands under it, for whoever taps as for whoever points. */
const DeedLabel = ({ name, why }: { name: string; why: string }) => (
  <>
    {name}
    {why !== '' && <small className="menu-reason">{why}</small>}
  </>
);

/** Level and figures are the daily ones; the rest lies in a menu, greyed out with the server's own reason. */
interface ActionsProps {
  readonly incident: IncidentView;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onRevise: () => void;
  readonly onConference: () => void;
}

const Actions = ({ incident, onChoose, onRevise, onConference }: ActionsProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const conferences = useQuery(conferencesQuery({ pageSize: 1 }));
  const why = (deed: (typeof further)[number]): string =>
    reasonsOf(incident, deed)
      .map(({ message, messageEn }) => (language === 'zh' ? message : messageEn))
      .join(' ');
  // What was found necessary can be taken back, what was not can be found: one of the two is of use.
  const other = incident.necessity === null ? 'necessityOver' : 'necessity';
  const items = further
    .filter((deed) => deed !== other)
    .map((deed) => ({
      key: deed,
      label: <DeedLabel name={text.deeds[deed]} why={why(deed)} />,
      disabled: why(deed) !== '',
    }));
  return (
    <>
      <ReasonedButton
        type="primary"
        label={text.deeds.level}
        reasons={reasonsOf(incident, 'level')}
        onClick={() => onChoose({ deed: 'level' })}
      />
      <ReasonedButton
        label={text.deeds.figures}
        reasons={reasonsOf(incident, 'figures')}
        onClick={() => onChoose({ deed: 'figures' })}
      />
      <ReasonedButton label={text.revise} reasons={incident.actions.revise.reasons} onClick={onRevise} />
      <ReasonedButton
        label={text.conference}
        reasons={conferences.data?.actions.plan.reasons}
        onClick={onConference}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: (chosen) => {
            onMenuKey(chosen);
            onChoose({ deed: chosen.key as DeedName });
          },
        }}
      >
        <Button>{text.more}</Button>
      </Dropdown>
      <Failure of={conferences} />
    </>
  );
};

const Whole = ({ incident }: { incident: IncidentView }) => {
  const text = useWords(words);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [dialog, setDialog] = useState<'revise' | 'conference' | null>(null);
  const navigate = useNavigate();
  return (
    <Page
      title={incident.title}
      crumbs={<Link to="/incidents">{text.title}</Link>}
      lead={
        <>
          <LevelTag incident={incident} /> {text.kinds[incident.kind]} · {text.responsible}{' '}
          {incident.responsible.name}
        </>
      }
      actions={
        incident.state === 'open' && (
          <Actions
            incident={incident}
            onChoose={setChosen}
            onRevise={() => setDialog('revise')}
            onConference={() => setDialog('conference')}
          />
        )
      }
    >
      <div className="today-columns">
        <div>
          <ResponsibilityPanel incident={incident} />
          <PendingPanel
            incident={incident}
            onReduce={(releaseId, digest) => setChosen({ deed: 'reduction', with: { releaseId, digest } })}
          />
          <ChainPanel incident={incident} />
          <SheetPanel incident={incident} />
        </div>
        <div>
          <ClockPanel incident={incident} />
          <FactsPanel incident={incident} />
        </div>
      </div>
      {dialog === 'conference' && (
        <ConferenceDialog
          conference={null}
          on={incident}
          onClose={() => setDialog(null)}
          onSaved={(id) => void navigate({ to: '/conferences/$id', params: { id } })}
        />
      )}
      {dialog === 'revise' && (
        <AsRead of={incident}>
          {(read) => <ReviseDialog incident={read} onClose={() => setDialog(null)} />}
        </AsRead>
      )}
      {chosen !== null && (
        <DeedDialog
          deed={chosen.deed}
          incidentId={incident.id}
          {...(chosen.with === undefined ? {} : { with: chosen.with })}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  );
};

export const IncidentPage = () => {
  const { id } = route.useParams();
  const incident = useQuery(incidentQuery(id));
  return <PageAnswer of={incident}>{(read) => <Whole incident={read} />}</PageAnswer>;
};
