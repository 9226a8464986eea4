import { Select } from 'antd';
import { useId, useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { dialogWords } from './dialog-words.js';
import { NoteDialog } from './note-dialog.js';

interface SendUpDialogProps {
  readonly page: ReleasePage;
  readonly busy: boolean;
  readonly error: unknown;
  /** Null takes it back. */
  readonly onDo: (organId: string | null, note: string) => void;
  readonly onClose: () => void;
}

const takeBack = '';

/** To whom a whole-of-city matter goes up, and why. */
export const SendUpDialog = ({ page, onDo, ...rest }: SendUpDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const { superior } = page.release;
  const options = [
    ...(superior === null ? [] : [{ value: takeBack, label: text.sendUpTakeBack }]),
    ...page.superiors
      .filter((organ) => organ.id !== superior?.id)
      .map((organ) => ({ value: organ.id, label: organ.name })),
  ];
  const [chosen, setChosen] = useState(options[0]?.value ?? takeBack);
  return (
    <NoteDialog
      {...rest}
      title={text.sendUpTitle}
      lead={text.sendUpLead}
      noteNeeded
      onDo={(note) => onDo(chosen === takeBack ? null : chosen, note)}
    >
      <Labelled id={id} label={text.sendUpTo}>
        <Select id={id} value={chosen} options={options} onChange={setChosen} style={{ width: '100%' }} />
      </Labelled>
    </NoteDialog>
  );
};
