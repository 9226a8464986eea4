import { Select } from 'antd';
import type { InterviewVia, InterviewView } from '../../api/press-contract.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { MatterPick, OutletAndReporter } from '../../parts/press-picks.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

export interface RequestForm {
  readonly outletId: string;
  /** '' while nobody is named; so is the matter. */
  readonly reporterId: string;
  readonly matterId: string;
  readonly subject: string;
  readonly questions: string;
  readonly via: InterviewVia;
  /** A wall time of the city. */
  readonly receivedAt: string;
}

interface RequestFieldsProps {
  /** The request that is changed; none while it is new. */
  readonly of?: InterviewView;
  readonly form: RequestForm;
  readonly change: (next: Partial<RequestForm>) => void;
}

/** Who asks, what about, and how and when it came. */
export const RequestFields = ({ of, form, change }: RequestFieldsProps) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  return (
    <>
      <div className="dialog-row">
        <OutletAndReporter
          prefix="interview"
          form={form}
          change={change}
          outlet={of?.outlet ?? null}
          reporter={of?.reporter ?? null}
        />
      </div>
      <TextField
        id="interview-subject"
        label={text.subject}
        maxLength={120}
        value={form.subject}
        onChange={(next) => change({ subject: next })}
      />
      <TextField
        id="interview-questions"
        label={text.questions}
        rows={4}
        maxLength={5_000}
        value={form.questions}
        onChange={(next) => change({ questions: next })}
      />
      <div className="dialog-row">
        <Labelled id="interview-via" label={text.via}>
          <Select
            id="interview-via"
            className="whole-width"
            value={form.via}
            options={optionsOf(shared.vias)}
            onChange={(via) => change({ via })}
          />
        </Labelled>
        <TextField
          id="interview-received"
          label={text.receivedAt}
          type="datetime-local"
          value={form.receivedAt}
          onChange={(next) => change({ receivedAt: next })}
        />
      </div>
      <Labelled id="interview-matter" label={shared.matter}>
        <MatterPick
          id="interview-matter"
          value={form.matterId}
          chosen={of?.matter ? { id: of.matter.id, name: of.matter.title } : null}
          onChange={(chosen) => change({ matterId: chosen })}
        />
      </Labelled>
    </>
  );
};
