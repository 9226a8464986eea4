import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type subscriptionTrialSchema,
  type AddedSubscription,
  type SubscriptionTrial,
  type SubscriptionView,
} from '../../../api/contract.js';
import { subscriptionsQuery } from '../../../api/settings-questions.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { Sheet } from '../../../parts/sheet.js';
import { ShownOnce } from '../../../parts/shown-once.js';
import { StateTag, type Tone } from '../../../parts/state-tag.js';
import { useAnsweredDeed, useDeed } from '../../../parts/use-deed.js';
import { AddDialog, DeliveriesDialog, EndDialog } from './event-dialogs.js';
import { words } from './words.js';

const tones: Readonly<Record<SubscriptionView['state'], Tone>> = {
  inForce: 'success',
  paused: 'warning',
  ended: 'quiet',
};

const What = ({ of }: { readonly of: SubscriptionView }) => {
  const text = useWords(words);
  return (
    <>
      <strong>{of.name}</strong> <StateTag tone={tones[of.state]}>{text.states[of.state]}</StateTag>
      <p className="quiet break-anywhere">
        {of.organ?.name ?? text.city} · {of.hint}
      </p>
    </>
  );
};

const How = ({ of }: { readonly of: SubscriptionView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const at = (instant: string): string => cityTime(instant, language);
  return (
    <>
      {of.pauseReason !== '' && of.state === 'paused' && <p>{of.pauseReason}</p>}
      <p className="quiet">
        {of.lastAt === null ? text.never : text.last(at(of.lastAt))}
        {of.waiting > 0 && ` · ${text.waiting(of.waiting)}`}
      </p>
      <p className="quiet">{text.by(of.createdBy, at(of.createdAt))}</p>
    </>
  );
};

const Trial = ({ of }: { readonly of: SubscriptionView }) => {
  const text = useWords(words);
  const [trial, setTrial] = useState<SubscriptionTrial | null>(null);
  const send = useAnsweredDeed<typeof subscriptionTrialSchema>(setTrial);
  return (
    <>
      <ReasonedButton
        label={text.trial}
        name={text.trialOf(of.name)}
        reasons={of.actions.trial.reasons}
        loading={send.isPending}
        onClick={() => send.mutate({ path: `/event-subscriptions/${of.id}/trial`, method: 'POST', body: {} })}
      />
      <p role="status" className="quiet break-anywhere">
        {trial !== null && (trial.taken ? text.trialTaken(trial.message) : text.trialNot(trial.message))}
      </p>
      {send.isError && <RefusalNotice error={send.error} />}
    </>
  );
};

type Open = { readonly deed: 'end' | 'deliveries'; readonly of: SubscriptionView } | null;

/** Systems elsewhere that are told of what happens here. */
export const EventsTab = () => {
  const text = useWords(words);
  const subscriptions = useQuery(subscriptionsQuery);
  const change = useDeed();
  const [isAdding, setAdding] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const [added, setAdded] = useState<AddedSubscription | null>(null);
  const turn = (of: SubscriptionView): void =>
    change.mutate({
      path: `/event-subscriptions/${of.id}/${of.state === 'paused' ? 'resumption' : 'pause'}`,
      ...{ method: 'POST', body: {} },
    });
  return (
    <Answer of={subscriptions} rows={4}>
      {(list) => (
        <>
          <div className="panel-head">
            <p className="quiet">{text.lead}</p>
            <ReasonedButton
              type="primary"
              label={text.add}
              reasons={list.actions.add.reasons}
              onClick={() => setAdding(true)}
            />
          </div>
          {list.items.length === 0 ? (
            <EmptyNote sentence={text.empty} />
          ) : (
            <Sheet
              heads={[text.what, text.kinds, text.how, '']}
              rows={list.items.map((one) => ({
                key: one.id,
                cells: [
                  <What key="what" of={one} />,
                  <ul key="kinds" className="plain-list quiet">
                    {one.kinds.map((kind) => (
                      <li key={kind}>{text.kindNames[kind]}</li>
                    ))}
                  </ul>,
                  <How key="how" of={one} />,
                  <div key="deeds" className="row-deeds">
                    <Trial of={one} />
                    <ReasonedButton
                      label={text.deliveries}
                      name={text.deliveriesOf(one.name)}
                      reasons={[]}
                      onClick={() => setOpen({ deed: 'deliveries', of: one })}
                    />
                    <ReasonedButton
                      label={one.state === 'paused' ? text.resume : text.pause}
                      reasons={
                        one.state === 'paused' ? one.actions.resume.reasons : one.actions.pause.reasons
                      }
                      onClick={() => turn(one)}
                    />
                    <ReasonedButton
                      label={text.end}
                      name={text.endWhich(one.name)}
                      reasons={one.actions.end.reasons}
                      onClick={() => setOpen({ deed: 'end', of: one })}
                    />
                  </div>,
                ],
              }))}
            />
          )}
          {change.isError && <RefusalNotice error={change.error} />}
          {isAdding && <AddDialog list={list} onClose={() => setAdding(false)} onAdded={setAdded} />}
          {open?.deed === 'end' && <EndDialog of={open.of} onClose={() => setOpen(null)} />}
          {open?.deed === 'deliveries' && <DeliveriesDialog of={open.of} onClose={() => setOpen(null)} />}
          {added !== null && (
            <ShownOnce
              title={text.shown}
              lead={text.shownLead}
              secret={{ name: text.secret, value: added.secret }}
              facts={[]}
              onClose={() => setAdded(null)}
            />
          )}
        </>
      )}
    </Answer>
  );
};
