import { Modal, Select } from 'antd';
import { useState } from 'react';
import { type planSchema, type PlanView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useAnsweredDeed } from '../../parts/use-deed.js';
import { words as common } from '../../parts/words.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

/** Level and form as the leaders set them; the proposal is only where the dialog starts (Art.18). */
export const ApproveDialog = ({ plan, onClose }: { plan: PlanView; onClose: () => void }) => {
  const text = useWords(words);
  const { cancel } = useWords(common);
  const [level, setLevel] = useState(plan.proposed.level);
  const [form, setForm] = useState(plan.proposed.form);
  const [leader, setLeader] = useState('');
  const approve = useAnsweredDeed<typeof planSchema>(onClose);
  const body = { expectedRevision: plan.revision, level, form, leader };
  return (
    <Modal
      open
      title={text.approve}
      okText={text.approve}
      cancelText={cancel}
      confirmLoading={approve.isPending}
      onOk={() => approve.mutate({ path: `/plans/${plan.id}/approve`, body })}
      onCancel={onClose}
    >
      <Labelled id="plan-level" label={text.level}>
        <Select
          id="plan-level"
          className="whole-width"
          value={level}
          options={optionsOf(text.levels)}
          onChange={setLevel}
        />
      </Labelled>
      <Labelled id="plan-form" label={text.form}>
        <Select
          id="plan-form"
          className="whole-width"
          value={form}
          options={optionsOf(text.forms)}
          onChange={setForm}
        />
      </Labelled>
      <TextField id="plan-leader" label={text.leader} maxLength={100} value={leader} onChange={setLeader} />
      {approve.isError && <RefusalNotice error={approve.error} />}
    </Modal>
  );
};
