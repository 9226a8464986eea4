import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { PeriodPlanView } from '../../api/contract.js';
import { periodPlanQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { AsRead } from '../../parts/as-read.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { ReleaseDialog } from '../../parts/release-dialog.js';
import { Sheet } from '../../parts/sheet.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { PeriodDialog } from './period-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/plans/periods/$id');

type Item = PeriodPlanView['items'][number];

const tones: Readonly<Record<Item['state'], Tone>> = {
  planned: 'quiet',
  done: 'success',
  overdue: 'error',
  dropped: 'quiet',
};

interface UnfilledProps {
  readonly item: Item;
  readonly onAsk: (deed: 'link' | 'drop', item: Item) => void;
}

/** A topic that nothing was released on yet: what can be done about it, or why it was dropped. */
const Unfilled = ({ item, onAsk }: UnfilledProps) => {
  const text = useWords(words);
  if (item.droppedReason !== null) return <span className="quiet">{text.dropped(item.droppedReason)}</span>;
  return (
    <div className="row-deeds">
      {(['link', 'drop'] as const).map((deed) => (
        <ReasonedButton
          key={deed}
          size="small"
          label={text[deed]}
          reasons={item.actions[deed].reasons}
          onClick={() => onAsk(deed, item)}
        />
      ))}
    </div>
  );
};

const Items = ({ plan, onAsk }: { plan: PeriodPlanView; onAsk: UnfilledProps['onAsk'] }) => {
  const text = useWords(words);
  return (
    <Sheet
      className="matter-table"
      heads={[text.topic, text.organ, text.month, text.state, text.actual]}
      rows={plan.items.map((item) => ({
        key: item.id,
        cells: [
          <Fragment key="name">
            <strong>{item.topic}</strong>
            <p className="quiet">
              {text.forms[item.form]}
              {item.keyContent !== '' && ` · ${item.keyContent}`}
            </p>
          </Fragment>,
          item.organ.shortName,
          item.month,
          <StateTag key="state" tone={tones[item.state]}>
            {text.itemStates[item.state]}
          </StateTag>,
          item.release === null ? (
            <Unfilled key="deeds" item={item} onAsk={onAsk} />
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

type Asked = 'edit' | 'issue' | { readonly deed: 'link' | 'drop'; readonly item: Item };

const Dialogs = ({ plan, asked, onClose }: { plan: PeriodPlanView; asked: Asked; onClose: () => void }) => {
  const text = useWords(words);
  const path = `/period-plans/${plan.id}`;
  if (asked === 'edit')
    return <AsRead of={plan}>{(read) => <PeriodDialog plan={read} onClose={onClose} />}</AsRead>;
  if (asked === 'issue')
    return (
      <FormDialog
        {...{ title: text.issue, okText: text.issue, lead: text.issueAsk, fields: [], initial: {}, onClose }}
        deed={() => ({ path: `${path}/issue` })}
      />
    );
  const item = `${path}/items/${asked.item.id}`;
  if (asked.deed === 'drop')
    return (
      <FormDialog
        {...{ title: `${text.drop} · ${asked.item.topic}`, okText: text.drop, onClose }}
        fields={[{ name: 'reason', label: text.reason, kind: 'area' }]}
        initial={{ reason: '' }}
        deed={(body) => ({ path: `${item}/drop`, body })}
      />
    );
  return (
    <ReleaseDialog
      {...{ title: text.link, organId: asked.item.organ.id, onClose }}
      deed={(releaseId) => ({ path: `${item}/link`, body: { releaseId } })}
    />
  );
};

const Whole = ({ plan }: { plan: PeriodPlanView }) => {
  const text = useWords(words);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { counts, actions } = plan;
  return (
    <Page
      title={plan.title}
      crumbs={<Link to="/plans">{text.title}</Link>}
      lead={
        <>
          {text.periodState[plan.state]} ·{' '}
          {counts.share === null ? text.nothing : text.share(counts.done, counts.planned, counts.share)}
          {counts.overdue > 0 && ` · ${text.overdue(counts.overdue)}`}
        </>
      }
      actions={
        <>
          <ReasonedButton
            label={text.edit}
            reasons={actions.revise.reasons}
            onClick={() => setAsked('edit')}
          />
          {plan.state === 'draft' && (
            <ReasonedButton
              type="primary"
              label={text.issue}
              reasons={actions.issue.reasons}
              onClick={() => setAsked('issue')}
            />
          )}
          <Button href={`/api/period-plans/${plan.id}/export`}>{text.export}</Button>
        </>
      }
    >
      <section className="panel">
        <h2>{text.keyContent}</h2>
        <p className="note">{plan.keyContent}</p>
      </section>
      <Items plan={plan} onAsk={(deed, item) => setAsked({ deed, item })} />
      {asked !== null && <Dialogs plan={plan} asked={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
};

export const PeriodPage = () => {
  const { id } = route.useParams();
  const plan = useQuery(periodPlanQuery(id));
  return <PageAnswer of={plan}>{(read) => <Whole plan={read} />}</PageAnswer>;
};
