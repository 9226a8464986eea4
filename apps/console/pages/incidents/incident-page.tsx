import { Button, Dropdown } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncidentView } from '../../api/contract.js';
import { incidentQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { ChainPanel } from './chain-panel.js';
import { ClockPanel } from './clock-panel.js';
import { DeedDialog } from './deed-dialog.js';
import { reasonsOf, type DeedName } from './deeds.js';
import { FactsPanel } from './facts-panel.js';
import { LevelTag } from './level-tag.js';
import { PendingPanel } from './pending-panel.js';
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
  'permission',
  'override',
  'opinion',
  'leader',
  'close',
] as const;

/** Level and figures are the daily ones; the rest lies in a menu, greyed out with the server's own reason. */
const Actions = ({ incident, onChoose }: { incident: IncidentView; onChoose: (chosen: Chosen) => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const why = (deed: (typeof further)[number]): string =>
    reasonsOf(incident, deed)
      .map(({ message, messageEn }) => (language === 'zh' ? message : messageEn))
      .join(' ');
  const items = further.map((deed) => ({
    key: deed,
    label: text.deeds[deed],
    title: why(deed),
    disabled: why(deed) !== '',
  }));
  return (
    <>
      <Button
        type="primary"
        disabled={reasonsOf(incident, 'level').length > 0}
        onClick={() => onChoose({ deed: 'level' })}
      >
        {text.deeds.level}
      </Button>
      <Button
        disabled={reasonsOf(incident, 'figures').length > 0}
        onClick={() => onChoose({ deed: 'figures' })}
      >
        {text.deeds.figures}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => onChoose({ deed: key as DeedName }) }}
      >
        <Button>{text.more}</Button>
      </Dropdown>
    </>
  );
};

const Whole = ({ incident }: { incident: IncidentView }) => {
  const text = useWords(words);
  const [chosen, setChosen] = useState<Chosen | null>(null);
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
      actions={incident.state === 'open' && <Actions incident={incident} onChoose={setChosen} />}
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
  if (incident.data !== undefined) return <Whole incident={incident.data} />;
  return (
    <div className="page">
      <Answer of={incident}>{() => null}</Answer>
    </div>
  );
};
