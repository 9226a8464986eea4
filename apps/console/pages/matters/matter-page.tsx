import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MatterView } from '../../api/contract.js';
import { matterQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { AsRead } from '../../parts/as-read.js';
import { cityTime } from '../../parts/city-time.js';
import { MatterClock } from '../../parts/matter-clock.js';
import { Facts } from '../../parts/fact-list.js';
import { Page } from '../../parts/page.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { CloseDialog } from './close-dialog.js';
import { LineDialog, type LineDeed } from './line-dialog.js';
import { LineTable } from './line-table.js';
import { MatterDialog } from './matter-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/matters/$id');

const Lines = ({ matter, onChoose }: { matter: MatterView; onChoose: (deed: LineDeed) => void }) => {
  const text = useWords(words);
  const { stateLine } = matter.actions;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.line}</h2>
        <ReasonedButton
          label={text.addLine}
          reasons={stateLine.reasons}
          onClick={() => onChoose({ deed: 'state' })}
        />
      </div>
      {matter.lines.length === 0 && <p className="quiet">{text.noLines}</p>}
      <LineTable lines={matter.lines} onChoose={onChoose} />
      {matter.retiredLines.length > 0 && (
        <details>
          <summary>
            {text.retiredLines} {matter.retiredLines.length}
          </summary>
          <LineTable lines={matter.retiredLines} onChoose={onChoose} />
        </details>
      )}
    </section>
  );
};

const Releases = ({ matter }: { matter: MatterView }) => {
  const text = useWords(words);
  const { states } = useWords(releaseWords);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.linked}</h2>
      {matter.releases.length === 0 && <p className="quiet">{text.noReleases}</p>}
      <ul className="line-list">
        {matter.releases.map((release) => (
          <li key={release.id}>
            <Link to="/releases/$id" params={{ id: release.id }} className="title-link">
              {release.title}
            </Link>
            <p className="quiet">
              {release.organ.shortName} · {states[release.state]}
              {release.releasedAt !== null && ` · ${cityTime(release.releasedAt, language)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const FactsPanel = ({ matter }: { matter: MatterView }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const { language } = useLanguage();
  const rows: readonly (readonly [string, string])[] = [
    [text.owner, matter.owner.name],
    ...(matter.lead === null ? [] : [[text.leadOrgan, matter.lead.name] as const]),
    ...(matter.concerned.length === 0
      ? []
      : [[text.concerned, listed(matter.concerned.map(({ name }) => name))] as const]),
    [text.kind, kinds[matter.kind]],
    [text.trigger, matter.trigger === null ? text.noTrigger : text.triggers[matter.trigger]],
  ];
  return (
    <section className="panel">
      <Facts rows={rows} />
      <p className="quiet">{text.openedAt(cityTime(matter.openedAt, language), matter.openedBy.name)}</p>
      {matter.closedReason !== null && <p>{text.closed(matter.closedReason)}</p>}
    </section>
  );
};

const Whole = ({ matter }: { matter: MatterView }) => {
  const text = useWords(words);
  const [deed, setDeed] = useState<LineDeed | 'revise' | 'close' | null>(null);
  const done = (): void => setDeed(null);
  const { revise, close } = matter.actions;
  return (
    <Page
      title={matter.title}
      crumbs={<Link to="/matters">{text.title}</Link>}
      lead={<MatterClock matter={matter} />}
      actions={
        matter.state === 'open' && (
          <>
            <ReasonedButton label={text.edit} reasons={revise.reasons} onClick={() => setDeed('revise')} />
            <ReasonedButton label={text.close} reasons={close.reasons} onClick={() => setDeed('close')} />
          </>
        )
      }
    >
      <div className="today-columns">
        <div>
          <Lines matter={matter} onChoose={setDeed} />
          <Releases matter={matter} />
        </div>
        <FactsPanel matter={matter} />
      </div>
      {deed === 'revise' && (
        <AsRead of={matter}>{(read) => <MatterDialog matter={read} onClose={done} onSaved={done} />}</AsRead>
      )}
      {deed === 'close' && <CloseDialog matter={matter} onClose={done} />}
      {deed !== null && typeof deed === 'object' && <LineDialog matter={matter} of={deed} onClose={done} />}
    </Page>
  );
};

export const MatterPage = () => {
  const { id } = route.useParams();
  const matter = useQuery(matterQuery(id));
  return <PageAnswer of={matter}>{(read) => <Whole matter={read} />}</PageAnswer>;
};
