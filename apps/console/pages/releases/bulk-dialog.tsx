import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { type bulkResultSchema, type BulkAction, type BulkInput, type BulkPlan } from '../../api/contract.js';
import { bulkPlanQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { Labelled } from '../../parts/labelled.js';
import { MatterPick } from '../../parts/press-picks.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

type Told = Pick<BulkPlan['items'][number], 'id' | 'number' | 'title' | 'reasons'>;

/** Some releases under one heading, each with what stands against it. */
const Group = ({ title, items }: { title: string; items: readonly Told[] }) => {
  const text = useWords(words);
  if (items.length === 0) return null;
  return (
    <section className="bulk-group">
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.title === '' ? text.notThere : `${item.number} ${item.title}`}
            {item.reasons.length > 0 && <ReasonList reasons={item.reasons} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

const useBulk = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BulkInput) => ask<typeof bulkResultSchema>('/release-bulk', { method: 'POST', body }),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'release-bulk',
      }),
  });
};

/** First what would become of each, then what did; where nothing has left the house, the way back. */
export const BulkDialog = ({ action, ids, onClose }: BulkDialogProps) => {
  const text = useWords(words);
  const [matter, setMatter] = useState('');
  const asks = action === 'assignMatter';
  const plan = useQuery({
    ...bulkPlanQuery({ action, ids, ...(asks && { matter }) }),
    enabled: !asks || matter !== '',
  });
  const bulk = useBulk();
  const ready = (plan.data?.items ?? []).filter(({ reasons }) => reasons.length === 0);
  const items = ready.map(({ id, digest }) => ({ id, digest, ...(asks && { matter }) }));
  const result = bulk.data;
  const back = result?.undo ?? null;
  const name = text.bulkActions[bulk.variables?.action ?? action];
  return (
    <Modal
      open
      title={text.bulkActions[action]}
      onCancel={onClose}
      footer={
        result === undefined
          ? [
              <Button key="cancel" onClick={onClose}>
                {text.cancel}
              </Button>,
              <Button
                key="do"
                type="primary"
                disabled={ready.length === 0}
                loading={bulk.isPending}
                onClick={() => bulk.mutate({ action, items })}
              >
                {text.bulkDo(text.bulkActions[action], ready.length)}
              </Button>,
            ]
          : [
              ...(back === null
                ? []
                : [
                    <Button key="undo" loading={bulk.isPending} onClick={() => bulk.mutate(back)}>
                      {text.undo(back.items.length)}
                    </Button>,
                  ]),
              <Button key="close" type="primary" onClick={onClose}>
                {text.close}
              </Button>,
            ]
      }
    >
      {result === undefined ? (
        <>
          <p className="quiet">{text.bulkHelp[action]}</p>
          {asks && (
            <Labelled id="bulk-matter" label={text.matter}>
              <MatterPick id="bulk-matter" value={matter} none={text.matterNone} onChange={setMatter} />
            </Labelled>
          )}
          {(!asks || matter !== '') && (
            <Answer of={plan} rows={3}>
              {({ items: planned }) => (
                <>
                  <Group title={text.willDo(ready.length)} items={ready} />
                  <Group
                    title={text.wontDo(planned.length - ready.length)}
                    items={planned.filter(({ reasons }) => reasons.length > 0)}
                  />
                </>
              )}
            </Answer>
          )}
        </>
      ) : (
        <div role="status">
          <Group
            title={text.didDo(name, result.items.filter(({ done }) => done).length)}
            items={result.items.filter(({ done }) => done)}
          />
          <Group
            title={text.didNotDo(result.items.filter(({ done }) => !done).length)}
            items={result.items.filter(({ done }) => !done)}
          />
        </div>
      )}
      {bulk.isError && <RefusalNotice error={bulk.error} />}
    </Modal>
  );
};
