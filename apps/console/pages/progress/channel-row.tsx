import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import type { Standing } from '../../parts/dispatch-outcome.js';
import { AttemptTimeline } from './attempt-timeline.js';
import { shareOf, type ChannelRow } from './channel-rows.js';
import { DeliveryActions } from './delivery-actions.js';
import { DeliverySentence, DeliveryTag, toneOf } from './delivery-words.js';
import { DriftTag, ReadBackNote } from './read-back-note.js';
import { RecipientList } from './recipient-list.js';
import { words } from './words.js';

interface RowProps {
  readonly row: ChannelRow;
}

const Bar = ({ row, label }: RowProps & { label: string }) => {
  const share = shareOf(row);
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
    >
      <div style={{ width: `${share}%` }} />
    </div>
  );
};

/** The states that may speak for a row of several, the first that is there; and what is said if none is. */
const speakers: Readonly<Record<Standing, readonly [string, ...string[]]>> = {
  attention: ['rejected', 'needsPerson', 'notWithdrawable', 'abandoned'],
  verifying: ['unknown'],
  running: ['sending', 'correcting', 'withdrawing', 'accepted', 'deferred', 'waiting', 'planned'],
  out: ['delivered', 'corrected', 'withdrawn'],
  void: ['cancelled', 'superseded'],
};

const speaking = ({ standing, deliveries }: ChannelRow): string => {
  const states = new Set<string>(deliveries.map(({ state }) => state));
  return speakers[standing].find((state) => states.has(state)) ?? speakers[standing][0];
};

const MailSentence = ({ row }: RowProps) => {
  const text = useWords(words);
  const total = row.deliveries.length - row.tally.void;
  return (
    <>
      {text.mails(row.tally.out, total)}
      {row.tally.attention > 0 && ` · ${text.mailsAttention(row.tally.attention)}`}
    </>
  );
};

/** How it came to this: each version with what became of it. */
const Earlier = ({ row }: RowProps) => {
  const text = useWords(words);
  return (
    <details className="channel-earlier">
      <summary>{text.earlier(row.earlier.length)}</summary>
      <ul>
        {row.earlier.map((delivery) => (
          <li key={delivery.id}>
            {text.step(text.operations[delivery.operation], delivery.version)}
            <DeliveryTag state={delivery.state} />
            <AttemptTimeline
              delivery={delivery}
              name={text.step(text.operations[delivery.operation], delivery.version)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
};

const isRecall = ({ deliveries }: ChannelRow): boolean =>
  deliveries.some(({ operation }) => operation === 'recall');

export const ChannelRowView = ({ row }: RowProps) => {
  const text = useWords(words);
  const channels = useWords(channelWords);
  const name = channels[row.channel] ?? row.channel;
  const [only] = row.deliveries;
  const single = row.channel !== 'email' && row.deliveries.length === 1 ? only : undefined;
  const state = single?.state ?? speaking(row);
  const drift = single?.readBack?.drift ?? null;
  const tone = drift === null ? toneOf(state) : 'error';
  return (
    <li className={`channel-row row-${tone}`}>
      <div className="channel-name">
        <h2>{name}</h2>
        {row.name !== name && <p className="quiet">{row.name}</p>}
        {single !== undefined && (single.operation !== 'send' || row.earlier.length > 0) && (
          <p className="quiet">{text.step(text.operations[single.operation], single.version)}</p>
        )}
        {isRecall(row) && <p className="quiet">{text.operations.recall}</p>}
        {drift === null ? <DeliveryTag state={state} /> : <DriftTag drift={drift} />}
      </div>
      <div className="channel-course">
        <Bar row={row} label={name} />
        {single === undefined && <MailSentence row={row} />}
        {single !== undefined && drift === null && <DeliverySentence delivery={single} />}
        {single?.readBack != null && <ReadBackNote readBack={single.readBack} />}
      </div>
      {single !== undefined && <DeliveryActions delivery={single} name={name} />}
      {single !== undefined && (
        <AttemptTimeline delivery={single} name={name} opened={row.standing === 'attention'} />
      )}
      {single === undefined && <RecipientList row={row} />}
      {row.channel !== 'email' && row.earlier.length > 0 && <Earlier row={row} />}
    </li>
  );
};
