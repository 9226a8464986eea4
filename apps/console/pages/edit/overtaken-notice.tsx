import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ElementView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Comparison } from '../../parts/comparison.js';
import { comparedOf, type DraftForm } from './draft-form.js';
import { formOfDraft } from './working-draft.js';
import { workingCopyQuery } from './working-copy-questions.js';
import { words } from './words.js';

interface OvertakenProps {
  readonly releaseId: string | null;
  readonly mine: DraftForm;
  readonly elements: readonly ElementView[];
  /** Goes on with what stands here. */
  readonly onMine: (seq: number | null) => void;
  readonly onOther: (seq: number, form: DraftForm) => void;
}

/** The same person has it open in two windows: neither text is thrown away before one of them is chosen. */
export const OvertakenNotice = ({ releaseId, mine, elements, onMine, onOther }: OvertakenProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const other = useQuery({ ...workingCopyQuery(releaseId), refetchOnMount: 'always' });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={text.overtaken}
      description={
        <Answer of={other}>
          {({ copy }) => {
            const form = copy === null ? null : formOfDraft(copy.draft, mine);
            return (
              <>
                {form !== null && copy !== null && (
                  <>
                    <p>{text.overtakenLead(cityTime(copy.savedAt, language))}</p>
                    <Comparison before={comparedOf(form)} after={comparedOf(mine)} elements={elements} />
                  </>
                )}
                <div className="action-row">
                  <Button type="primary" onClick={() => onMine(copy?.seq ?? null)}>
                    {text.overtakenMine}
                  </Button>
                  {form !== null && copy !== null && (
                    <Button onClick={() => onOther(copy.seq, form)}>{text.overtakenOther}</Button>
                  )}
                </div>
              </>
            );
          }}
        </Answer>
      }
    />
  );
};
