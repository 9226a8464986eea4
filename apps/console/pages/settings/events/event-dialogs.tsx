import { Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type addedSubscriptionSchema,
  type AddedSubscription,
  type SubscriptionList,
  type SubscriptionView,
} from '../../../api/contract.js';
import { eventDeliveriesQuery } from '../../../api/settings-questions.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { answeredWith, FormDialog } from '../../../parts/form-dialog.js';
import { optionsOf } from '../../../parts/options-of.js';
import { Pages } from '../../../parts/pages.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { StateTag } from '../../../parts/state-tag.js';
import { useDeed } from '../../../parts/use-deed.js';
import { words } from './words.js';

const city = 'city';
const pageSize = 20;

interface AddDialogProps {
  readonly list: SubscriptionList;
  readonly onClose: () => void;
  readonly onAdded: (added: AddedSubscription) => void;
}

export const AddDialog = ({ list, onClose, onAdded }: AddDialogProps) => {
  const text = useWords(words);
  const options = [
    ...(list.city ? [{ value: city, label: text.city }] : []),
    ...list.organs.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog
      title={text.add}
      fields={[
        { name: 'name', label: text.name, help: text.nameHelp },
        { name: 'url', label: text.url, help: text.urlHelp },
        { name: 'organId', label: text.organ, kind: 'select', options },
        { name: 'kinds', label: text.kinds, kind: 'many', options: optionsOf(text.kindNames) },
      ]}
      initial={{ name: '', url: '', organId: options[0]?.value ?? '', kinds: ['release.published'] }}
      answered={answeredWith<typeof addedSubscriptionSchema>(onAdded)}
      deed={(values) => ({
        ...{ path: '/event-subscriptions', method: 'POST' },
        body: { ...values, organId: values['organId'] === city ? null : values['organId'] },
      })}
      onClose={onClose}
    />
  );
};

interface OfProps {
  readonly of: SubscriptionView;
  readonly onClose: () => void;
}

export const EndDialog = ({ of, onClose }: OfProps) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.endWhich(of.name)}
      lead={text.endLead}
      okText={text.end}
      fields={[]}
      initial={{}}
      deed={() => ({ path: `/event-subscriptions/${of.id}/end`, method: 'POST', body: {} })}
      onClose={onClose}
    />
  );
};

/** What was sent, and what was answered. */
export const DeliveriesDialog = ({ of, onClose }: OfProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [page, setPage] = useState(1);
  const deliveries = useQuery(eventDeliveriesQuery(of.id, { page, pageSize }));
  const again = useDeed();
  const at = (instant: string): string => cityTime(instant, language);
  return (
    <Modal open title={text.deliveriesOf(of.name)} footer={null} onCancel={onClose}>
      <Answer of={deliveries} rows={5}>
        {(list) => (
          <Pages of={list} empty={<p className="quiet">{text.noDeliveries}</p>} onPage={setPage}>
            <ul className="line-list member-list">
              {list.items.map((row) => (
                <li key={row.id}>
                  <div>
                    <strong>{text.kindNames[row.kind]}</strong>{' '}
                    <StateTag tone={row.state === 'delivered' ? 'success' : 'warning'}>
                      {text.deliveryStates[row.state]}
                    </StateTag>
                    <p className="quiet">
                      {at(row.createdAt)} · {text.tries(row.attempts)}
                      {row.nextAt !== null && ` · ${text.next(at(row.nextAt))}`}
                    </p>
                    {row.attempts > 0 && (
                      <p className="quiet break-anywhere">{text.answered(row.status, row.answer)}</p>
                    )}
                    <code className="quiet break-anywhere">{row.eventId}</code>
                  </div>
                  {row.state === 'delivered' && (
                    <ReasonedButton
                      size="small"
                      label={text.resend}
                      reasons={of.actions.end.reasons}
                      loading={again.isPending}
                      onClick={() =>
                        again.mutate({
                          path: `/event-subscriptions/${of.id}/deliveries/${row.id}/resend`,
                          ...{ method: 'POST', body: {} },
                        })
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
          </Pages>
        )}
      </Answer>
      {again.isError && <RefusalNotice error={again.error} />}
    </Modal>
  );
};
