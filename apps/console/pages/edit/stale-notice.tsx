import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { releaseQuery } from '../../api/questions.js';
import type { EditingView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Comparison } from '../../parts/comparison.js';
import { comparedOf, type DraftForm } from './draft-form.js';
import { words } from './words.js';

interface StaleNoticeProps {
  readonly id: string;
  readonly mine: DraftForm;
  /** Who was faster and when, where that is known; a refusal to save says it in its own words. */
  readonly by?: EditingView['stored'] | null;
  readonly onKeep: (revision: number) => void;
  readonly onDiscard: () => void;
}

/** Somebody else saved first: nothing typed is lost, and the difference is shown before anything is decided. */
export const StaleNotice = ({ id, mine, by = null, onKeep, onDiscard }: StaleNoticeProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const newest = useQuery({ ...releaseQuery(id), staleTime: 0, refetchOnMount: 'always' });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={by === null ? text.stale : text.staleBy(by.by, cityTime(by.at, language))}
      description={
        <>
          <p>{text.staleLead}</p>
          <Answer of={newest}>
            {({ release, content, contentCheck }) => (
              <>
                <Comparison before={content} after={comparedOf(mine)} elements={contentCheck.elements} />
                <div className="action-row">
                  <Button type="primary" onClick={() => onKeep(release.revision)}>
                    {text.staleKeep}
                  </Button>
                  <Button onClick={onDiscard}>{text.staleDiscard}</Button>
                </div>
              </>
            )}
          </Answer>
        </>
      }
    />
  );
};
