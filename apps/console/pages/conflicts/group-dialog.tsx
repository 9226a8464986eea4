import { Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingGroupView, ForwardingInput, GroupRulingInput } from '../../api/contract.js';
import { organsQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

/** A ruling on the whole matter, or passing it on. */
export type GroupDeed = GroupRulingInput['ruling'] | 'forward';

interface GroupDialogProps {
  readonly group: FindingGroupView;
  readonly deed: GroupDeed;
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAct: (input: GroupRulingInput | ForwardingInput) => void;
  readonly onClose: () => void;
}

export const GroupDialog = ({ group, deed, title, busy, error, onAct, onClose }: GroupDialogProps) => {
  const text = useWords(words);
  const organs = useQuery(organsQuery).data?.items ?? [];
  const [reason, setReason] = useState('');
  const [releaseId, setReleaseId] = useState(group.releases[0]?.id ?? '');
  const [lead, setLead] = useState(group.organs[0]?.id ?? '');
  const [to, setTo] = useState<readonly string[]>(group.organs.map(({ id }) => id));
  const given = reason.trim();
  const act = (): void => {
    if (deed === 'forward') onAct({ organIds: [...to], note: given });
    else if (deed === 'prefer' || deed === 'withdraw') onAct({ ruling: deed, releaseId, reason: given });
    else if (deed === 'joint') onAct({ ruling: deed, leadOrganId: lead, reason: given });
    else onAct({ ruling: deed, reason: given });
  };
  const texts = group.releases.map(({ id, title: name, organ }, index) => ({
    value: id,
    label: `${text.side(index)}：${organ.shortName}《${name}》`,
  }));
  const names = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      okButtonProps={{ disabled: given === '' || (deed === 'forward' && to.length === 0) }}
      confirmLoading={busy}
      onOk={act}
      onCancel={onClose}
    >
      <p>{deed === 'forward' ? text.forwardLead : text.rulingLead}</p>
      {(deed === 'prefer' || deed === 'withdraw') && (
        <>
          <label htmlFor="group-text" className="field-label">
            {deed === 'prefer' ? text.preferred : text.withdrawn}
          </label>
          <Select
            id="group-text"
            className="whole-width"
            value={releaseId}
            options={texts}
            onChange={setReleaseId}
          />
          <p className="field-help">{text.dutyHelp}</p>
        </>
      )}
      {deed === 'joint' && (
        <>
          <label htmlFor="group-lead" className="field-label">
            {text.leadOrgan}
          </label>
          <Select
            id="group-lead"
            className="whole-width"
            value={lead}
            options={names(group.organs)}
            onChange={setLead}
          />
        </>
      )}
      {deed === 'forward' && (
        <>
          <label htmlFor="group-organs" className="field-label">
            {text.forwardTo}
          </label>
          <Select
            id="group-organs"
            className="whole-width"
            mode="multiple"
            value={[...to]}
            options={names(organs)}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(ids: string[]) => setTo(ids)}
          />
        </>
      )}
      <label htmlFor="group-reason" className="field-label">
        {deed === 'forward' ? text.forwardNote : text.reason}
      </label>
      <Input.TextArea
        id="group-reason"
        rows={4}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
