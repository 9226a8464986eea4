import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletKind, OutletView } from '../../api/press-contract.js';
import { outletsQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { TextField } from '../../parts/text-field.js';
import { EntryDialog } from './entry-dialog.js';
import { LinkDialog } from './link-dialog.js';
import { words as linkWords } from './link-words.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { words } from './words.js';

type Edited = OutletView | 'new';

const OutletDialog = ({ outlet, onClose }: { outlet: Edited; onClose: () => void }) => {
  const text = useWords(words);
  const known = outlet === 'new' ? null : outlet;
  const [name, setName] = useState(known?.name ?? '');
  const [kind, setKind] = useState<OutletKind>(known?.kind ?? 'newspaper');
  const [note, setNote] = useState(known?.note ?? '');
  return (
    <EntryDialog
      title={known === null ? text.addOutlet : known.name}
      path="/media/outlets"
      id={known?.id ?? null}
      body={{ name, kind, note }}
      complete={name.trim() !== ''}
      onClose={onClose}
    >
      <TextField id="outlet-name" label={text.name} value={name} onChange={setName} />
      <Labelled id="outlet-kind" label={text.kind}>
        <Select
          id="outlet-kind"
          className="whole-width"
          value={kind}
          options={optionsOf(text.kinds)}
          onChange={setKind}
        />
      </Labelled>
      <TextField id="outlet-note" label={text.note} value={note} onChange={setNote} />
    </EntryDialog>
  );
};

export const OutletsTab = () => {
  const text = useWords(words);
  const { q, page } = useRegisterFilters().filters;
  const list = useQuery(outletsQuery({ q, page, pageSize }));
  const reasons = list.data?.actions.edit.reasons;
  const links = useWords(linkWords);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [linked, setLinked] = useState<OutletView | null>(null);
  return (
    <>
      <RegisterFrame
        of={list}
        tools={<ReasonedButton label={text.addOutlet} reasons={reasons} onClick={() => setEdited('new')} />}
        columns={[text.name, text.kind, text.reporters, text.note, '']}
        idOf={({ id }) => id}
        row={(outlet) => [
          <strong key="name">{outlet.name}</strong>,
          text.kinds[outlet.kind],
          outlet.reporters,
          outlet.note,
          <div key="deeds" className="row-deeds">
            <ReasonedButton
              size="small"
              label={text.edit}
              reasons={reasons}
              onClick={() => setEdited(outlet)}
            />
            <Button size="small" aria-label={links.buttonOf(outlet.name)} onClick={() => setLinked(outlet)}>
              {links.button}
            </Button>
          </div>,
        ]}
      />
      {linked !== null && <LinkDialog of={linked} onClose={() => setLinked(null)} />}
      {edited !== null && <OutletDialog outlet={edited} onClose={() => setEdited(null)} />}
    </>
  );
};
