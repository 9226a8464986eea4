import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { planSchema, type PlanView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { words as common } from '../../parts/words.js';
import { words } from './words.js';

/** Level and form as the leaders set them; the proposal is only where the dialog starts (Art.18). */
export const ApproveDialog = ({ plan, onClose }: { plan: PlanView; onClose: () => void }) => {
  const text = useWords(words);
  const { cancel } = useWords(common);
  const [level, setLevel] = useState(plan.proposed.level);
  const [form, setForm] = useState(plan.proposed.form);
  const [leader, setLeader] = useState('');
  const approve = useDeed(planSchema, onClose);
  const options = <Key extends string>(names: Readonly<Record<Key, string>>) =>
    (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
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
      <label htmlFor="plan-level" className="field-label">
        {text.level}
      </label>
      <Select
        id="plan-level"
        className="whole-width"
        value={level}
        options={options(text.levels)}
        onChange={setLevel}
      />
      <label htmlFor="plan-form" className="field-label">
        {text.form}
      </label>
      <Select
        id="plan-form"
        className="whole-width"
        value={form}
        options={options(text.forms)}
        onChange={setForm}
      />
      <label htmlFor="plan-leader" className="field-label">
        {text.leader}
      </label>
      <Input
        id="plan-leader"
        maxLength={100}
        value={leader}
        onChange={(event) => setLeader(event.target.value)}
      />
      {approve.isError && <RefusalNotice error={approve.error} />}
    </Modal>
  );
};
