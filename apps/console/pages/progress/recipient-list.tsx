import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../language/language.js';
import { standingOf } from '../../parts/dispatch-outcome.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { AttemptTimeline } from './attempt-timeline.js';
import type { ChannelRow } from './channel-rows.js';
import { DeliveryActions } from './delivery-actions.js';
import { DeliverySentence, DeliveryTag } from './delivery-words.js';
import { words } from './words.js';

/** Media that need a person first, then by address. */
const sorted = (row: ChannelRow) =>
  [...row.deliveries].sort(
    (a, b) =>
      Number(standingOf(b.state) === 'attention') - Number(standingOf(a.state) === 'attention') ||
      a.recipient.localeCompare(b.recipient),
  );

/** Beyond this many, one searches instead of scrolling. */
const shownAtMost = 100;

export const RecipientList = ({ row }: { row: ChannelRow }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const [wanted, setWanted] = useState('');
  const [only, setOnly] = useState(false);
  // Opened by what needs a person, it stays open when that is settled, until the reader closes it.
  const [chosen, choose] = useState<boolean | null>(null);
  const needed = row.tally.attention > 0;
  if (needed && chosen === null) choose(true);
  const open = chosen ?? needed;
  const found = sorted(row).filter(
    ({ recipient, state }) =>
      recipient.toLowerCase().includes(wanted.trim().toLowerCase()) &&
      (!only || standingOf(state) === 'attention'),
  );
  return (
    <details
      className="recipients"
      open={open}
      onToggle={({ target, currentTarget }) =>
        target === currentTarget && currentTarget.open !== open && choose(currentTarget.open)
      }
    >
      <summary>
        {text.recipients}
        {aside(String(row.deliveries.length))}
      </summary>
      <div className="recipient-tools">
        <Input
          type="search"
          aria-label={text.findRecipient}
          placeholder={text.findRecipient}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {text.onlyAttention}
        </Checkbox>
      </div>
      {found.length === 0 && <p className="quiet">{text.noRecipient}</p>}
      <ul>
        {found.slice(0, shownAtMost).map((delivery) => (
          <li key={delivery.id}>
            <span className="recipient">{delivery.recipient}</span>
            <DeliveryTag state={delivery.state} />
            {standingOf(delivery.state) !== 'out' && <DeliverySentence delivery={delivery} />}
            <DeliveryActions delivery={delivery} name={delivery.recipient} />
            <AttemptTimeline delivery={delivery} name={delivery.recipient} />
          </li>
        ))}
      </ul>
    </details>
  );
};
