import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useDeed } from '../../api/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { OutletPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

const fields = ['name', 'address', 'phone', 'beat'] as const;

export const ReporterDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const [form, setForm] = useState({ outletId: '', name: '', address: '', phone: '', beat: '' });
  const save = useDeed(onClose);
  const complete = form.outletId !== '' && form.name.trim() !== '' && form.address.trim() !== '';
  return (
    <Modal
      open
      title={text.addReporter}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ path: '/media/reporters', method: 'POST', body: form })}
      onCancel={onClose}
    >
      <Labelled id="reporter-outlet" label={shared.outlet}>
        <OutletPick
          id="reporter-outlet"
          value={form.outletId}
          onChange={(outletId) => setForm((now) => ({ ...now, outletId }))}
        />
      </Labelled>
      {fields.map((name) => (
        <Labelled key={name} id={`reporter-${name}`} label={text[name]}>
          <Input
            id={`reporter-${name}`}
            value={form[name]}
            onChange={(event) => setForm((now) => ({ ...now, [name]: event.target.value }))}
          />
        </Labelled>
      ))}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
