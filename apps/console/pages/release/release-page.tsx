import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActionName, ReleasePage as ReleasePageView } from '../../api/contract.js';
import { releaseQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { ClockList } from '../../parts/clock-list.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyList } from '../../parts/duty-list.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ProposedTime } from '../../parts/proposed-time.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { isStepUpAsked, StepUpDialog } from '../../parts/step-up-dialog.js';
import { UnsavedCopyNote } from '../edit/unsaved-copy-note.js';
import { ActionBar } from './action-bar.js';
import { ActionDialog } from './action-dialog.js';
import { HoldNotice } from './hold-notice.js';
import { ContentCheck } from './content-check.js';
import { ContentPanel } from './content-panel.js';
import { ExpertNotes } from './expert-notes.js';
import { FindingList } from './finding-list.js';
import { SignatureList } from './signature-list.js';
import { StageList } from './stage-list.js';
import { Timeline } from './timeline.js';
import { useDeed } from './use-release-actions.js';
import { words } from './words.js';

const route = getRouteApi('/releases/$id');

const Lead = ({ page }: { page: ReleasePageView }) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const { language } = useLanguage();
  const { release } = page;
  return (
    <>
      <ReleaseStateTag release={release} />
      <span className="number">{release.number}</span>
      <span>{release.organ.name}</span>
      <span>{kinds[release.kind]}</span>
      <span>
        {text.draftedBy} {release.draftedBy.name}
      </span>
      {release.superior !== null && (
        <span>
          {text.superior} {release.superior.name}
        </span>
      )}
      {release.releasedAt !== null && (
        <span>
          {text.releasedAt} {cityTime(release.releasedAt, language)}
        </span>
      )}
      {release.proposal !== null && release.releasedAt === null && (
        <ProposedTime proposal={release.proposal} />
      )}
      {release.scheduledAt !== null && release.releasedAt === null && (
        <strong>
          {text.scheduledFor} {cityTime(release.scheduledAt, language)}
        </strong>
      )}
    </>
  );
};

/** The page as it was when its dialog opened: the stream reads on behind it, and nobody signs a text that they were not shown. */
interface AskedAction {
  readonly action: ActionName;
  readonly page: ReleasePageView;
}

const Whole = ({ page }: { page: ReleasePageView }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const hour = useDeed(page);
  const deed = useDeed(page, (then) => hour.mutate(then));
  const [dialog, setDialog] = useState<AskedAction | null>(null);
  const { id, digest } = page.release;
  const asksForPassword = isStepUpAsked(deed);
  const choose = (action: ActionName): void => {
    deed.reset();
    hour.reset();
    if (action === 'takeBack') deed.mutate({ path: 'take-back', body: { digest } });
    else if (action === 'revise') void navigate({ to: '/releases/$id/edit', params: { id } });
    else if (action === 'submit' || action === 'publish') deed.mutate({ path: action, body: { digest } });
    else setDialog({ action, page });
  };
  return (
    <Page
      title={page.release.title}
      crumbs={<Link to="/releases">{text.all}</Link>}
      lead={<Lead page={page} />}
    >
      <HoldNotice page={page} />
      <UnsavedCopyNote page={page} />
      <DutyList duties={page.duties} />
      <ActionBar page={page} deed={deed} hour={hour} onChoose={choose} />
      <div className="release-columns">
        <div className="release-side">
          <StageList page={page} />
        </div>
        <div className="release-main">
          <ContentPanel page={page} />
          <ContentCheck page={page} />
          <FindingList page={page} />
        </div>
        <div className="release-record">
          <ClockList kind="release" id={id} />
          <SignatureList page={page} />
          <Timeline page={page} />
          <ExpertNotes releaseId={id} />
        </div>
      </div>
      {dialog !== null && !asksForPassword && (
        <ActionDialog {...dialog} deed={deed} onClose={() => setDialog(null)} />
      )}
      {asksForPassword && deed.variables !== undefined && (
        <StepUpDialog
          onProved={() => deed.mutate(deed.variables, { onSuccess: () => setDialog(null) })}
          onClose={() => deed.reset()}
        />
      )}
    </Page>
  );
};

export const ReleasePage = () => {
  const { id } = route.useParams();
  const page = useQuery(releaseQuery(id));
  return <PageAnswer of={page}>{(read) => <Whole page={read} />}</PageAnswer>;
};
