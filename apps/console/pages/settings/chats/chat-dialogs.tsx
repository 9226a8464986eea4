import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { ask } from '../../../api/client.js';
import { type chatTrialSchema, type ChatDestinationView, type ChatList } from '../../../api/contract.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { AsRead } from '../../../parts/as-read.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import type { Field } from '../../../parts/form-values.js';
import { optionsOf } from '../../../parts/options-of.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { StateTag } from '../../../parts/state-tag.js';
import { words } from './words.js';

/** What somebody has to do soon; the others are a choice away. */
const usual = [
  ...['deadline', 'approval', 'heldByGate', 'scheduledReleaseHeld'],
  ...['correctionDuty', 'directive', 'deliveryTrouble', 'other'],
];

interface DialogProps {
  readonly list: ChatList;
  readonly onClose: () => void;
}

const useKindField = (list: ChatList): Field => {
  const text = useWords(words);
  const { language } = useLanguage();
  return {
    ...{ name: 'kinds', label: text.kinds, help: text.kindsHelp, kind: 'many' },
    options: list.kinds.map(({ key, name }) => ({ value: key, label: name[language] })),
  };
};

export const AddDialog = ({ list, onClose }: DialogProps) => {
  const text = useWords(words);
  const kinds = useKindField(list);
  return (
    <FormDialog
      title={text.add}
      fields={[
        {
          ...{ name: 'organId', label: text.organ, help: text.organHelp, kind: 'select' },
          options: list.organs.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'platform', label: text.platform, kind: 'select', options: optionsOf(text.platforms) },
        { name: 'name', label: text.name },
        { name: 'address', label: text.address, help: text.addressHelp, kind: 'secret' },
        {
          ...{ name: 'key', label: text.key, help: text.keyHelp, kind: 'secret' },
          when: ({ platform }) => platform !== 'wecom',
        },
        kinds,
      ]}
      initial={{
        ...{ platform: 'wecom', name: '', address: '', key: '' },
        organId: list.organs.length === 1 ? (list.organs[0]?.id ?? '') : '',
        kinds: usual.filter((kind) => list.kinds.some(({ key }) => key === kind)),
      }}
      deed={({ key, ...values }) => ({
        path: '/chats',
        body: { ...values, key: values['platform'] === 'wecom' ? '' : key },
      })}
      onClose={onClose}
    />
  );
};

const Revise = ({ list, chat, onClose }: DialogProps & { readonly chat: ChatDestinationView }) => {
  const text = useWords(words);
  const kinds = useKindField(list);
  const isSigned = chat.platform !== 'wecom';
  return (
    <FormDialog
      title={text.reviseWhich(chat.name)}
      fields={[
        { name: 'name', label: text.name },
        kinds,
        { name: 'enabled', label: text.enabled, kind: 'check', optional: true },
        {
          ...{ name: 'address', label: text.address, help: text.addressKept(chat.hint), kind: 'secret' },
          optional: true,
        },
        ...(isSigned
          ? [
              {
                ...{ name: 'key', label: text.key, help: text.keyKept, kind: 'secret' as const },
                optional: true,
              },
            ]
          : []),
      ]}
      initial={{
        ...{ name: chat.name, kinds: chat.kinds, enabled: chat.enabled },
        ...{ address: '', key: '' },
      }}
      deed={(values) => ({
        ...{ path: `/chats/${chat.id}`, method: 'PUT' },
        body: { ...values, expectedRevision: chat.revision },
      })}
      onClose={onClose}
    />
  );
};

export const ReviseDialog = ({ chat, ...props }: DialogProps & { readonly chat: ChatDestinationView }) => (
  <AsRead of={chat}>{(read) => <Revise {...props} chat={read} />}</AsRead>
);

/** Says in words what will happen, and then what the platform answered. */
export const TrialDialog = ({
  chat,
  onClose,
}: {
  readonly chat: ChatDestinationView;
  readonly onClose: () => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  const trial = useMutation({
    mutationFn: () => ask<typeof chatTrialSchema>(`/chats/${chat.id}/trial`, { method: 'POST', body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
  return (
    <Modal
      open
      title={text.trialWhich(chat.name)}
      okText={text.trialNow}
      cancelText={text.cancel}
      confirmLoading={trial.isPending}
      onOk={() => trial.mutate()}
      onCancel={onClose}
    >
      <p>{text.trialLead(chat.name)}</p>
      {trial.isError && <RefusalNotice error={trial.error} />}
      {trial.data !== undefined && (
        <p role="status">
          <StateTag tone={trial.data.sent ? 'success' : 'error'}>
            {trial.data.sent ? text.trialSent : text.trialFailed(trial.data.message)}
          </StateTag>
        </p>
      )}
    </Modal>
  );
};
