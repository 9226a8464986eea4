import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { periodPlanSchema, type PeriodPlanView } from '../../api/contract.js';
import { periodPlanQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { DutyButton } from '../../parts/duty-button.js';
import { DutyRows } from '../../parts/duty-rows.js';
import { Page } from '../../parts/page.js';
import { ReleaseDialog } from '../../parts/release-dialog.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { words } from './words.js';

const route = getRouteApi('/plans/periods/$id');

type Item = PeriodPlanView['items'][number];

const tones: Readonly<Record<Item['state'], Tone>> = {
  planned: 'quiet',
  done: 'success',
  overdue: 'error',
  dropped: 'quiet',
};

const Items = ({ plan, onLink }: { plan: PeriodPlanView; onLink: (item: Item) => void }) => {
  const text = useWords(words);
  return (
    <DutyRows
      heads={[text.topic, text.organ, text.month, text.state, text.actual]}
      rows={plan.items.map((item) => ({
        key: item.id,
        name: (
          <>
            <strong>{item.topic}</strong>
            <p className="quiet">
              {text.forms[item.form]}
              {item.keyContent !== '' && ` · ${item.keyContent}`}
            </p>
          </>
        ),
        cells: [
          item.organ.shortName,
          item.month,
          <StateTag key="state" tone={tones[item.state]}>
            {text.itemStates[item.state]}
          </StateTag>,
          item.release === null ? (
            <DutyButton key="link" label={text.link} of={item.actions.link} onChoose={() => onLink(item)} />
          ) : (
            <Link key="release" to="/releases/$id" params={{ id: item.release.id }}>
              {item.release.title}
            </Link>
          ),
        ],
      }))}
    />
  );
};

const Whole = ({ plan }: { plan: PeriodPlanView }) => {
  const text = useWords(words);
  const [linking, setLinking] = useState<Item | null>(null);
  const done = (): void => setLinking(null);
  const deed = useDeed(periodPlanSchema, done);
  const path = `/period-plans/${plan.id}`;
  const { counts } = plan;
  return (
    <Page
      title={plan.title}
      crumbs={<Link to="/plans">{text.title}</Link>}
      lead={
        <>
          {counts.share === null ? text.nothing : text.share(counts.done, counts.planned, counts.share)}
          {counts.overdue > 0 && ` · ${text.overdue(counts.overdue)}`}
        </>
      }
      actions={<Button href={`/api${path}/export`}>{text.export}</Button>}
    >
      <section className="panel">
        <h2>{text.keyContent}</h2>
        <p className="note">{plan.keyContent}</p>
      </section>
      <Items plan={plan} onLink={setLinking} />
      {linking !== null && (
        <ReleaseDialog
          title={text.link}
          organId={linking.organ.id}
          busy={deed.isPending}
          error={deed.error}
          onDone={(releaseId) =>
            deed.mutate({ path: `${path}/items/${linking.id}/link`, body: { releaseId } })
          }
          onClose={done}
        />
      )}
    </Page>
  );
};

export const PeriodPage = () => {
  const { id } = route.useParams();
  const plan = useQuery(periodPlanQuery(id));
  if (plan.data !== undefined) return <Whole plan={plan.data} />;
  return (
    <div className="page">
      <Answer of={plan}>{() => null}</Answer>
    </div>
  );
};
