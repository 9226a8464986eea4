import { Button, Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletKind, OutletView } from '../../api/press-contract.js';
import { outletsQuery } from '../../api/press-questions.js';
import { useDeed } from '../../api/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useMayEdit } from './may-edit.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { words } from './words.js';

type Edited = OutletView | 'new';

const OutletDialog = ({ outlet, onClose }: { outlet: Edited; onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const known = outlet === 'new' ? null : outlet;
  const [name, setName] = useState(known?.name ?? '');
  const [kind, setKind] = useState<OutletKind>(known?.kind ?? 'newspaper');
  const [note, setNote] = useState(known?.note ?? '');
  const save = useDeed(onClose);
  const body = { name, kind, note };
  return (
    <Modal
      open
      title={known === null ? text.addOutlet : known.name}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() =>
        known === null
          ? save.mutate({ path: '/media/outlets', method: 'POST', body })
          : save.mutate({ path: `/media/outlets/${known.id}`, method: 'PUT', body })
      }
      onCancel={onClose}
    >
      <Labelled id="outlet-name" label={text.name}>
        <Input id="outlet-name" value={name} onChange={(event) => setName(event.target.value)} />
      </Labelled>
      <Labelled id="outlet-kind" label={text.kind}>
        <Select
          id="outlet-kind"
          className="whole-width"
          value={kind}
          options={Object.entries(text.kinds).map(([value, label]) => ({
            value: value as OutletKind,
            label,
          }))}
          onChange={setKind}
        />
      </Labelled>
      <Labelled id="outlet-note" label={text.note}>
        <Input id="outlet-note" value={note} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};

export const OutletsTab = () => {
  const text = useWords(words);
  const mayEdit = useMayEdit();
  const { q, page } = useRegisterFilters().filters;
  const list = useQuery(outletsQuery({ q, page, pageSize }));
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <>
      <RegisterFrame
        of={list}
        tools={mayEdit && <Button onClick={() => setEdited('new')}>{text.addOutlet}</Button>}
        columns={[text.name, text.kind, text.reporters, text.note, text.edit]}
        idOf={({ id }) => id}
        row={(outlet) => [
          <strong key="name">{outlet.name}</strong>,
          text.kinds[outlet.kind],
          outlet.reporters,
          outlet.note,
          <Button key="edit" size="small" disabled={!mayEdit} onClick={() => setEdited(outlet)}>
            {text.edit}
          </Button>,
        ]}
      />
      {edited !== null && <OutletDialog outlet={edited} onClose={() => setEdited(null)} />}
    </>
  );
};
