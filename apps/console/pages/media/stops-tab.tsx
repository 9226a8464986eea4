import { Checkbox, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuppressionView } from '../../api/press-contract.js';
import { suppressionsQuery } from '../../api/press-questions.js';
import { useDeed } from '../../parts/use-deed.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { words } from './words.js';

type Chosen = SuppressionView | 'new';

/** Stops an address by hand, or lets one get mail again; both with a reason. */
const StopDialog = ({ stop, onClose }: { stop: Chosen; onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const lifted = stop === 'new' ? null : stop;
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const save = useDeed(onClose);
  const send = (): void =>
    lifted === null
      ? save.mutate({ path: '/media/suppressions', method: 'POST', body: { address, reason } })
      : save.mutate({ path: `/media/suppressions/${lifted.id}/lift`, method: 'POST', body: { reason } });
  return (
    <Modal
      open
      title={lifted === null ? text.stop : `${text.lift} · ${lifted.address}`}
      okText={lifted === null ? text.stop : text.lift}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: reason.trim() === '' || (lifted === null && address.trim() === '') }}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {lifted === null && (
        <TextField id="stop-address" label={text.address} value={address} onChange={setAddress} />
      )}
      <TextField
        id="stop-reason"
        label={text.reason}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};

export const StopsTab = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { filters, change } = useRegisterFilters();
  const { q, page, all } = filters;
  const list = useQuery(suppressionsQuery({ q, page, all, pageSize }));
  const reasons = list.data?.actions.edit.reasons;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <>
      <RegisterFrame
        of={list}
        tools={
          <>
            <ReasonedButton label={text.stop} reasons={reasons} onClick={() => setChosen('new')} />
            <Checkbox
              checked={all === 'true'}
              onChange={(event) => change({ all: event.target.checked ? 'true' : undefined })}
            >
              {text.showLifted}
            </Checkbox>
          </>
        }
        columns={[text.address, text.cause, text.since, '']}
        idOf={({ id }) => id}
        row={(stop) => [
          <strong key="address">{stop.address}</strong>,
          <span key="cause">
            {text.causes[stop.cause]} <span className="quiet">{stop.detail}</span>
          </span>,
          cityTime(stop.createdAt, language),
          stop.liftedAt === null ? (
            <ReasonedButton
              key="lift"
              size="small"
              label={text.lift}
              reasons={stop.actions.lift.reasons}
              onClick={() => setChosen(stop)}
            />
          ) : (
            text.lifted(stop.liftReason ?? '')
          ),
        ]}
      />
      {chosen !== null && <StopDialog stop={chosen} onClose={() => setChosen(null)} />}
    </>
  );
};
