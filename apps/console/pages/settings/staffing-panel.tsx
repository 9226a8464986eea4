import { useQuery } from '@tanstack/react-query';
import type { StaffingList } from '../../api/contract.js';
import { staffingQuery } from '../../api/register-questions.js';
import { hasRole, useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { ReasonList } from '../../parts/reason-list.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { words } from './words.js';

const Gaps = ({ list: { items, actions } }: { list: StaffingList }) => {
  const text = useWords(words);
  const settle = useDeed();
  return (
    <section className="panel missing" aria-label={text.staffing}>
      <h2>{text.staffing}</h2>
      <p className="quiet">{text.staffingLead}</p>
      <ul className="signatures">
        {items.map(({ organ, gaps, leaders }) => (
          <li key={organ.id} className="signature">
            <strong>{organ.name}</strong>
            <ReasonList reasons={gaps} />
            {leaders.map(({ id, name }) => (
              <ReasonedButton
                key={id}
                size="small"
                loading={settle.isPending}
                label={text.isLeader(name)}
                reasons={actions.settleLeader.reasons}
                onClick={() =>
                  settle.mutate({ path: `/staffing/${organ.id}/leader`, body: { personId: id } })
                }
              />
            ))}
          </li>
        ))}
      </ul>
      {settle.isError && <RefusalNotice error={settle.error} />}
    </section>
  );
};

/** Organs whose releases nobody could sign to the end; nothing is shown while all is well, or to whom it is no business. */
export const StaffingPanel = () => {
  const session = useSession().data;
  const concerned = hasRole(session, 'coordinator') || hasRole(session, 'administrator');
  const staffing = useQuery({ ...staffingQuery, enabled: concerned });
  return (
    <Answer of={staffing} rows={0}>
      {(list) => list.items.length > 0 && <Gaps list={list} />}
    </Answer>
  );
};
