import { Checkbox, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReporterView, StandingView } from '../../api/press-contract.js';
import { reportersQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { Labelled } from '../../parts/labelled.js';
import { OutletPick } from '../../parts/press-picks.js';
import { TextField } from '../../parts/text-field.js';
import { EntryDialog } from './entry-dialog.js';
import { words } from './words.js';

interface ReporterDialogProps {
  /** Null for a new one. */
  readonly reporter: ReporterView | null;
  readonly onClose: () => void;
}

const fields = ['name', 'address', 'phone', 'beat'] as const;
const blank = { outletId: '', name: '', address: '', phone: '', beat: '', active: true };

export const ReporterDialog = ({ reporter, onClose }: ReporterDialogProps) => {
  const text = useWords(words);
  const { outlet } = useWords(pressWords);
  const [form, setForm] = useState(() => {
    const { outletId, name, address, phone, beat, active } = reporter ?? blank;
    return { outletId, name, address, phone, beat, active };
  });
  const change = (next: Partial<typeof form>): void => setForm((now) => ({ ...now, ...next }));
  const complete = form.outletId !== '' && form.name.trim() !== '' && form.address.trim() !== '';
  return (
    <EntryDialog
      title={reporter === null ? text.addReporter : `${text.edit} · ${reporter.name}`}
      path="/media/reporters"
      id={reporter?.id ?? null}
      body={form}
      complete={complete}
      onClose={onClose}
    >
      <Labelled id="reporter-outlet" label={outlet}>
        <OutletPick
          id="reporter-outlet"
          value={form.outletId}
          onChange={(outletId) => change({ outletId })}
          {...(reporter === null ? {} : { chosen: { id: reporter.outletId, name: reporter.outletName } })}
        />
      </Labelled>
      {fields.map((name) => (
        <TextField
          key={name}
          id={`reporter-${name}`}
          label={name === 'name' ? text.personName : text[name]}
          value={form[name]}
          onChange={(next) => change({ [name]: next })}
        />
      ))}
      {reporter !== null && (
        <p>
          <Checkbox checked={form.active} onChange={(event) => change({ active: event.target.checked })}>
            {text.active}
          </Checkbox>
        </p>
      )}
    </EntryDialog>
  );
};

/** The standing names its reporter only in short: the rest is asked for first. */
export const EditReporter = ({ of, onClose }: { of: StandingView['reporter']; onClose: () => void }) => {
  const text = useWords(words);
  const found = useQuery(reportersQuery({ q: of.name, pageSize: 100 }));
  const reporter = found.data?.items.find(({ id }) => id === of.id);
  if (reporter !== undefined) return <ReporterDialog reporter={reporter} onClose={onClose} />;
  return (
    <Modal open title={`${text.edit} · ${of.name}`} footer={null} onCancel={onClose}>
      <Answer of={found}>{() => <p>{text.notFound}</p>}</Answer>
    </Modal>
  );
};
