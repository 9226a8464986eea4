import { Button, Input, Select } from 'antd';
import type { SpeakerInput } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { optionsOf } from '../../parts/options-of.js';
import { noSpeaker } from './form.js';
import { words } from './words.js';

interface SpeakerFieldsProps {
  readonly speakers: readonly SpeakerInput[];
  readonly organId: string;
  readonly organs: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (speakers: readonly SpeakerInput[]) => void;
}

/** Who speaks, and in which capacity: routine duties are counted from it (Art.29). */
export const SpeakerFields = ({ speakers, organId, organs, onChange }: SpeakerFieldsProps) => {
  const text = useWords(words);
  const change = (index: number, next: Partial<SpeakerInput>): void =>
    onChange(speakers.map((speaker, at) => (at === index ? { ...speaker, ...next } : speaker)));
  return (
    <fieldset className="speaker-fields">
      <legend className="field-label">{text.speakers}</legend>
      {speakers.map((speaker, index) => (
        <div key={index} className="speaker-row">
          <Input
            aria-label={text.field.speakerName}
            placeholder={text.field.speakerName}
            value={speaker.name}
            maxLength={40}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Input
            aria-label={text.field.speakerPost}
            placeholder={text.field.speakerPost}
            value={speaker.post}
            maxLength={80}
            onChange={(event) => change(index, { post: event.target.value })}
          />
          <Select
            aria-label={text.field.speakerOrgan}
            value={speaker.organId}
            options={[...organs]}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(id: string) => change(index, { organId: id })}
          />
          <Select
            aria-label={text.field.capacity}
            value={speaker.capacity}
            options={optionsOf(text.capacities)}
            onChange={(capacity: SpeakerInput['capacity']) => change(index, { capacity })}
          />
          {speakers.length > 1 && (
            <Button onClick={() => onChange(speakers.filter((_, at) => at !== index))}>
              {text.field.remove}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => onChange([...speakers, noSpeaker(organId)])}>{text.field.addSpeaker}</Button>
    </fieldset>
  );
};
