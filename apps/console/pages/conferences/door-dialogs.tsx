import { Modal } from 'antd';
import { useState } from 'react';
import type { RegistrationView } from '../../api/press-contract.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Labelled } from '../../parts/labelled.js';
import { ReporterPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { doorWords } from './door-words.js';

interface RegisterAtDoorProps {
  readonly conferenceId: string;
  readonly onClose: () => void;
}

/** A reporter of the media register; whose credentials are not valid is refused with the reason. */
export const RegisterAtDoor = ({ conferenceId, onClose }: RegisterAtDoorProps) => {
  const text = useWords(doorWords);
  const shared = useWords(pressWords);
  const [reporterId, setReporterId] = useState('');
  const register = useDeed(onClose);
  return (
    <Modal
      open
      title={text.register}
      okText={text.register}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: reporterId === '' }}
      confirmLoading={register.isPending}
      onOk={() =>
        register.mutate({ path: `/media/conferences/${conferenceId}/registrations`, body: { reporterId } })
      }
      onCancel={onClose}
    >
      <Labelled id="door-reporter" label={shared.reporter} help={text.registerHelp}>
        <ReporterPick
          id="door-reporter"
          value={reporterId}
          placeholder={text.findReporter}
          onChange={setReporterId}
        />
      </Labelled>
      {register.isError && <RefusalNotice error={register.error} />}
    </Modal>
  );
};

/** For want of credentials or for something else, always with a reason (Art.20). */
export const TurnAway = ({ of, onClose }: { of: RegistrationView; onClose: () => void }) => {
  const text = useWords(doorWords);
  return (
    <FormDialog
      title={text.turnAwayOf(of.reporter.name)}
      okText={text.turnAway}
      fields={[
        { name: 'forCredentials', label: text.forCredentials, kind: 'check', optional: true },
        { name: 'note', label: text.note, kind: 'area' },
      ]}
      initial={{ forCredentials: false, note: '' }}
      deed={(body) => ({ path: `/media/registrations/${of.id}/turn-away`, body })}
      onClose={onClose}
    />
  );
};
