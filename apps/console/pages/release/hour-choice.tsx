import { serverDate } from '../../api/server-clock.js';
import { Radio, Space } from 'antd';
import { useId, useState } from 'react';
import type { TimeProposalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { ProposedTime } from '../../parts/proposed-time.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';

type Choice = 'open' | 'adopt' | 'change';

interface HourChoiceProps {
  readonly proposal: TimeProposalView;
  /** The hour to set with the approval; null leaves it open. */
  readonly onChange: (at: string | null) => void;
}

/** The proposed time in the hands of who approves: left open, adopted or changed. Nothing is set that was not chosen. */
export const HourChoice = ({ proposal, onChange }: HourChoiceProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [choice, setChoice] = useState<Choice>('open');
  const [wall, setWall] = useState(() => wallTime(new Date(proposal.at)));
  const tell = (next: Choice, hour: string): void => {
    setChoice(next);
    setWall(hour);
    onChange(next === 'open' ? null : next === 'adopt' ? proposal.at : instantOf(hour));
  };
  return (
    <fieldset className="hour-choice">
      <legend className="field-label">{text.hourLegend}</legend>
      <p>
        <ProposedTime proposal={proposal} />
      </p>
      <Radio.Group value={choice} onChange={({ target }) => tell(target.value as Choice, wall)}>
        <Space direction="vertical">
          <Radio value="open">{text.hourOpen}</Radio>
          <Radio value="adopt">{text.hourAdopt}</Radio>
          <Radio value="change">{text.hourChange}</Radio>
        </Space>
      </Radio.Group>
      {choice === 'change' && (
        <TextField
          id={id}
          label={text.scheduleAt}
          type="datetime-local"
          value={wall}
          min={wallTime(serverDate())}
          onChange={(hour) => tell('change', hour)}
        />
      )}
    </fieldset>
  );
};
