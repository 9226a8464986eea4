import { Explanation } from '../../parts/explanation.js';
import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../api/client.js';
import { type checkResultSchema, type ReleasePage } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { words } from './words.js';

export const FindingList = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const conflict = useWords(conflictWords);
  const client = useQueryClient();
  const id = page.release.id;
  const check = useMutation({
    mutationFn: () => ask<typeof checkResultSchema>(`/releases/${id}/check`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['release', id] }),
  });
  return (
    <section className="panel" id="findings">
      <div className="panel-head">
        <h2>{text.findings}</h2>
        <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
          {text.check}
        </Button>
      </div>
      <div aria-live="polite">
        {check.isSuccess && (
          <p className="quiet">{text.checked(check.data.findings.length, check.data.checkedAgainst)}</p>
        )}
        {check.isError && <RefusalNotice error={check.error} />}
      </div>
      {page.findings.length === 0 && !check.isSuccess && <p className="quiet">{text.noFindings}</p>}
      <ul className="finding-list">
        {page.findings.map((finding) => (
          <li key={finding.id}>
            <Link to="/conflicts/$id" params={{ id: finding.id }}>
              {conflict.kinds[finding.kind]}
            </Link>{' '}
            <FindingStateTag finding={finding} />
            <p>
              <Explanation of={finding} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
