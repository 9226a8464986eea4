import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import {
  type trialOutcomeSchema,
  type AccountForm,
  type AccountForms,
  type AccountView,
} from '../../api/contract.js';
import { accountFormQuery, accountFormsQuery } from '../../api/settings-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { AsRead } from '../../parts/as-read.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { bodyOf, fieldsOf, initialOf } from './account-fields.js';
import { words } from './words.js';

type ChannelForm = AccountForms['channels'][number];

const citys = '*';

/** Asks for the channel first: its manifest asks the rest. */
export const AddAccountDialog = ({ forms, onClose }: { forms: AccountForms; onClose: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const form = forms.channels.find(({ channel }) => channel === chosen);
  if (form === undefined)
    return (
      <Modal open title={text.add} footer={null} onCancel={onClose}>
        <Labelled id="account-channel" label={text.whichChannel}>
          <Select
            id="account-channel"
            aria-label={text.whichChannel}
            className="whole-width"
            value={chosen}
            options={forms.channels.map(({ channel, name }) => ({ value: channel, label: name[language] }))}
            onChange={(next: string | null) => setChosen(next)}
          />
        </Labelled>
      </Modal>
    );
  const asked = { language, options: text.options, kept: text.secretKept, secretsSet: [] };
  return (
    <FormDialog
      title={`${text.add} · ${form.name[language]}`}
      lead={text.addLead}
      fields={[
        { name: 'name', label: text.name, help: text.nameHelp },
        {
          ...{ name: 'organId', label: text.owner, kind: 'select' },
          options: forms.owners.map(({ id, name }) => ({
            value: id ?? citys,
            label: id === null ? text.citys : name,
          })),
        },
        ...fieldsOf(form, asked),
      ]}
      initial={{ name: '', organId: citys, ...initialOf(form, {}) }}
      deed={(values) => ({
        path: '/accounts',
        body: {
          ...{ channel: form.channel, name: values['name'] },
          organId: values['organId'] === citys ? null : values['organId'],
          ...bodyOf(form, values),
        },
      })}
      onClose={onClose}
    />
  );
};

interface ReviseProps {
  readonly account: AccountForm;
  readonly form: ChannelForm;
  readonly onClose: () => void;
}

const Revise = ({ account, form, onClose }: ReviseProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { secretsSet } = account;
  return (
    <FormDialog
      title={text.reviseName(account.name)}
      {...(account.configured ? { lead: text.configured } : {})}
      fields={[
        { name: 'name', label: text.name, help: text.nameHelp },
        { name: 'enabled', label: text.enabled, kind: 'check', optional: true },
        ...fieldsOf(form, { language, options: text.options, kept: text.secretKept, secretsSet }),
      ]}
      initial={{ name: account.name, enabled: account.enabled, ...initialOf(form, account.settings) }}
      deed={(values) => ({
        ...{ path: `/accounts/${account.id}`, method: 'PUT' },
        body: {
          ...{ name: values['name'], enabled: values['enabled'] === true },
          ...{ expectedRevision: account.revision, ...bodyOf(form, values) },
        },
      })}
      onClose={onClose}
    />
  );
};

interface DialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

export const ReviseAccountDialog = ({ account, onClose }: DialogProps) => {
  const text = useWords(words);
  const forms = useQuery(accountFormsQuery);
  const known = useQuery(accountFormQuery(account.id));
  const form = forms.data?.channels.find(({ channel }) => channel === account.channel);
  if (form === undefined || known.data === undefined)
    return (
      <Modal open title={text.reviseName(account.name)} footer={null} onCancel={onClose}>
        <Failure of={forms} />
        <Failure of={known} />
      </Modal>
    );
  return <AsRead of={known.data}>{(read) => <Revise account={read} form={form} onClose={onClose} />}</AsRead>;
};

/** Says in words what will happen, asks to whom where the channel needs it, and shows what the platform answered. */
export const TrialDialog = ({ account, onClose }: DialogProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [target, setTarget] = useState('');
  const asked = account.trial?.target ?? null;
  const trial = useMutation({
    mutationFn: () =>
      ask<typeof trialOutcomeSchema>(`/accounts/${account.id}/trial`, { method: 'POST', body: { target } }),
  });
  return (
    <Modal
      open
      title={text.trialName(account.name)}
      okText={text.trialNow}
      cancelText={text.cancel}
      okButtonProps={{ disabled: asked !== null && target.trim() === '' }}
      confirmLoading={trial.isPending}
      onOk={() => trial.mutate()}
      onCancel={onClose}
    >
      <p>
        <strong>{text.trialWhat}</strong> {account.trial?.[language]}
      </p>
      {asked !== null && (
        <Labelled id="trial-target" label={asked[language]}>
          <Input
            id="trial-target"
            value={target}
            type={asked.kind === 'mail' ? 'email' : 'text'}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Labelled>
      )}
      {trial.isError && <RefusalNotice error={trial.error} />}
      {trial.data !== undefined && (
        <p role="status">
          <StateTag tone={trial.data.sent ? 'success' : 'error'}>
            {trial.data.sent ? text.trialSent : text.trialFailed}
          </StateTag>{' '}
          <span className="quiet">{text.platformSaid(trial.data.message)}</span>
        </p>
      )}
    </Modal>
  );
};
