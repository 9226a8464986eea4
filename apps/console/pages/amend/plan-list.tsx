import { useQuery } from '@tanstack/react-query';
import type { PlannedActView } from '../../api/contract.js';
import { amendmentPlanQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { withoutScripts } from '../../parts/without-scripts.js';
import { words } from './words.js';

/** What takes a publication's place, as its readers will see it; scripts and links of it stay shut in. */
const Notice = ({ act }: { act: PlannedActView }) => {
  const text = useWords(words);
  const html = act.notice?.parts['html'];
  if (html === undefined) return null;
  return (
    <details className="amend-notice">
      <summary>{text.notice}</summary>
      <iframe
        className="white-paper"
        title={`${act.accountName} ${text.notice}`}
        sandbox=""
        srcDoc={withoutScripts(html)}
      />
    </details>
  );
};

const Act = ({ act }: { act: PlannedActView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <li>
      <div className="amend-act">
        <strong>{act.accountName}</strong>
        <StateTag tone={act.undoable ? 'info' : 'warning'}>{text.acts[act.act]}</StateTag>
        {act.channel === 'email' && <span className="quiet">{text.count(act.count)}</span>}
        {!act.undoable && <span className="amend-final">{text.irreversible}</span>}
      </div>
      <p className="quiet">{language === 'zh' ? act.message : act.messageEn}</p>
      <Notice act={act} />
    </li>
  );
};

/** Channel by channel: what will be done, and what cannot be undone. */
export const PlanList = ({ releaseId, kind }: { releaseId: string; kind: 'correct' | 'withdraw' }) => {
  const text = useWords(words);
  const plan = useQuery(amendmentPlanQuery(releaseId, kind));
  if (plan.isError) return <RefusalNotice error={plan.error} />;
  if (plan.data === undefined) return <p className="quiet">{text.planLoading}</p>;
  return (
    <ul className="amend-plan">
      {plan.data.items.map((act) => (
        <Act key={`${act.accountId}-${act.act}`} act={act} />
      ))}
    </ul>
  );
};
