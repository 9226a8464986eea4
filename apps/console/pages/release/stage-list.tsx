import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReleasePage, StageView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const tones: Record<StageView['state'], Tone> = {
  done: 'success',
  current: 'info',
  waiting: 'quiet',
  blocked: 'error',
  notNeeded: 'quiet',
};

const StageLink = ({
  page,
  stage,
  children,
}: {
  page: ReleasePage;
  stage: StageView;
  children: ReactNode;
}) => {
  const params = { id: page.release.id };
  switch (stage.stage) {
    case 'channels':
      return (
        <Link to="/releases/$id/previews" params={params}>
          {children}
        </Link>
      );
    case 'release':
      if (page.release.state !== 'released') return <>{children}</>;
      return (
        <Link to="/releases/$id/progress" params={params}>
          {children}
        </Link>
      );
    case 'content':
      return <a href="#content">{children}</a>;
    case 'facts':
    case 'conflict':
      return <a href="#findings">{children}</a>;
    case 'review':
    case 'confirmation':
    case 'confidentialityReview':
    case 'approval':
    case 'superiorApproval':
    case 'laterReview':
      return <a href="#signatures">{children}</a>;
  }
};

/** The task list: every stage says what is missing, in the words of the API. */
export const StageList = ({ page }: { page: ReleasePage }) => {
  const { language } = useLanguage();
  const text = useWords(words);
  return (
    <section className="panel" aria-label={text.tasks}>
      <h2>{text.tasks}</h2>
      <p className="quiet">
        {text.chainBasis(
          language === 'en' ? page.chain.titleEn : page.chain.title,
          cited(page.chain.article, language),
        )}
      </p>
      <ol className="stages">
        {page.stages.map((stage) => (
          <li key={stage.stage} className={`stage stage-${stage.state}`}>
            <div className="stage-head">
              <span className="stage-name">
                <StageLink page={page} stage={stage}>
                  {text.stages[stage.stage]}
                </StageLink>
              </span>
              <StateTag tone={tones[stage.state]}>{text.stageStates[stage.state]}</StateTag>
            </div>
            {stage.reasons.length > 0 && <ReasonList reasons={stage.reasons} />}
          </li>
        ))}
      </ol>
    </section>
  );
};
