import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingGroupView, ForwardingInput, GroupRulingInput } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
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
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const organs = useQuery(organsQuery);
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
    label: `${labelled(text.side(index), organ.shortName)} · ${name}`,
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
          <Labelled id="group-text" label={deed === 'prefer' ? text.preferred : text.withdrawn}>
            <Select
              id="group-text"
              className="whole-width"
              value={releaseId}
              options={texts}
              onChange={setReleaseId}
            />
          </Labelled>
          <p className="field-help">{text.dutyHelp}</p>
        </>
      )}
      {deed === 'joint' && (
        <Labelled id="group-lead" label={text.leadOrgan}>
          <Select
            id="group-lead"
            className="whole-width"
            value={lead}
            options={names(group.organs)}
            onChange={setLead}
          />
        </Labelled>
      )}
      {deed === 'forward' && (
        <>
          <Labelled id="group-organs" label={text.forwardTo}>
            <Select
              id="group-organs"
              className="whole-width"
              mode="multiple"
              value={[...to]}
              options={names(organs.data?.items ?? [])}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(ids: string[]) => setTo(ids)}
            />
          </Labelled>
          <Failure of={organs} />
        </>
      )}
      <TextField
        id="group-reason"
        label={deed === 'forward' ? text.forwardNote : text.reason}
        rows={4}
        maxLength={1_000}
        value={reason}
        onChange={setReason}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
