import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId, useState } from 'react';
import { ask } from '../../api/client.js';
import { type operationsSchema, type OperationsView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { holdWords } from './hold-words.js';

type Hold = NonNullable<OperationsView['hold']>;

const useLift = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string): Promise<OperationsView> =>
      ask<typeof operationsSchema>('/operations/lift', { method: 'POST', body: { reason } }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

const Outside = ({ posts }: { posts: Hold['outside'] }) => {
  const text = useWords(holdWords);
  if (posts.length === 0) return <p className="quiet">{text.noOutside}</p>;
  return (
    <>
      <p>{text.outside}</p>
      <ul>
        {posts.map((post) => (
          <li key={`${post.accountId} ${post.url ?? post.text}`}>
            {post.text} {post.url !== null && <a href={post.url}>{text.look}</a>}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Why nothing is sent after a restoration, what is still unknown, and the way on. */
export const HoldPanel = ({ hold }: { hold: Hold }) => {
  const text = useWords(holdWords);
  const { language } = useLanguage();
  const id = useId();
  const [reason, setReason] = useState('');
  const lift = useLift();
  return (
    <section className="panel hold-panel">
      <Alert
        type="warning"
        showIcon
        title={text.title}
        description={hold.madeAt === null ? null : text.lead(cityTime(hold.madeAt, language))}
      />
      <ul>
        <li>{text.unclear(hold.unclear)}</li>
        <li>{text.persons(hold.needsPerson)}</li>
        <li>{text.planned(hold.planned)}</li>
      </ul>
      <Outside posts={hold.outside} />
      <TextField id={id} label={text.reason} value={reason} onChange={setReason} rows={2} maxLength={500} />
      {lift.isError && <RefusalNotice error={lift.error} />}
      <ReasonedButton
        type="primary"
        label={text.lift}
        reasons={hold.actions.lift.reasons}
        loading={lift.isPending}
        onClick={() => lift.mutate(reason.trim())}
      />
    </section>
  );
};
