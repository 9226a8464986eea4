import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccreditationRulesView, AccreditationView } from '../../api/press-contract.js';
import { accreditationQuery, accreditationRulesQuery } from '../../api/press-questions.js';
import { useDeed } from '../../parts/use-deed.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf, ruleOptions } from '../../parts/options-of.js';
import { ReporterPick } from '../../parts/press-picks.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

interface CheckDialogProps {
  readonly reporter: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

const History = ({ view, rules }: { view: AccreditationView; rules: AccreditationRulesView }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const { language } = useLanguage();
  const named = (list: readonly { key: string; title: string; titleEn: string }[], key: string): string => {
    const rule = list.find((one) => one.key === key);
    return (language === 'zh' ? rule?.title : rule?.titleEn) ?? key;
  };
  if (view.checks.length === 0) return <p className="quiet">{text.noHistory}</p>;
  return (
    <ul className="line-list">
      {view.checks.map((check) => (
        <li key={check.id}>
          <StateTag tone={check.confirmed ? 'success' : 'error'}>
            {check.confirmed ? text.results.yes : text.results.no}
          </StateTag>{' '}
          {named(rules.credentials, check.credential)} {check.number}
          <p className="quiet">
            {[
              named(rules.registers, check.register),
              ...(check.validTo === null ? [] : [shared.until(check.validTo)]),
              ...(check.ledBy === null ? [] : [shared.ledBy(check.ledBy.name)]),
              ...(check.matter === null ? [] : [check.matter.title]),
              text.checkedBy(check.checkedBy.name, cityTime(check.checkedAt, language)),
              ...(check.note === '' ? [] : [check.note]),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
};

const Fields = ({
  rules,
  onClose,
  reporter,
}: CheckDialogProps & { readonly rules: AccreditationRulesView }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const { language } = useLanguage();
  const view = useQuery(accreditationQuery(reporter.id));
  const [form, setForm] = useState({
    ...{ credential: rules.credentials[0]?.key ?? '', register: rules.registers[0]?.key ?? '' },
    ...{ number: '', validTo: '', ledById: '', confirmed: true, note: '' },
  });
  const change = (next: Partial<typeof form>): void => setForm((now) => ({ ...now, ...next }));
  const save = useDeed(onClose);
  const led = rules.credentials.find(({ key }) => key === form.credential)?.led ?? false;
  const body = {
    ...form,
    validTo: led || form.validTo === '' ? null : form.validTo,
    ledById: led && form.ledById !== '' ? form.ledById : null,
  };
  const barred = view.data?.actions.check.reasons;
  return (
    <Modal
      open
      title={`${text.check} · ${reporter.name}`}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: barred?.length !== 0 }}
      confirmLoading={save.isPending}
      onOk={() =>
        save.mutate({ path: `/media/reporters/${reporter.id}/accreditations`, method: 'POST', body })
      }
      onCancel={onClose}
    >
      {barred !== undefined && <ReasonList reasons={barred} />}
      <Labelled id="check-credential" label={text.credential}>
        <Select
          id="check-credential"
          className="whole-width"
          value={form.credential}
          options={ruleOptions(rules.credentials, language)}
          onChange={(credential) => change({ credential })}
        />
      </Labelled>
      {led ? (
        <Labelled id="check-leader" label={text.leader}>
          <ReporterPick id="check-leader" value={form.ledById} onChange={(ledById) => change({ ledById })} />
        </Labelled>
      ) : (
        <div className="dialog-row">
          <TextField
            id="check-number"
            label={text.number}
            value={form.number}
            onChange={(next) => change({ number: next })}
          />
          <TextField
            id="check-until"
            label={text.validTo}
            type="date"
            value={form.validTo}
            onChange={(next) => change({ validTo: next })}
          />
        </div>
      )}
      <div className="dialog-row">
        <Labelled id="check-register" label={text.register}>
          <Select
            id="check-register"
            className="whole-width"
            value={form.register}
            options={ruleOptions(rules.registers, language)}
            onChange={(register) => change({ register })}
          />
        </Labelled>
        <Labelled id="check-result" label={text.confirmed}>
          <Select
            id="check-result"
            className="whole-width"
            value={form.confirmed ? 'yes' : 'no'}
            options={optionsOf(text.results)}
            onChange={(value) => change({ confirmed: value === 'yes' })}
          />
        </Labelled>
      </div>
      <TextField
        id="check-note"
        label={text.note}
        value={form.note}
        onChange={(next) => change({ note: next })}
      />
      {save.isError && <RefusalNotice error={save.error} />}
      <h2 className="check-history">{text.history}</h2>
      <Answer of={view} rows={2}>
        {(answered) => <History view={answered} rules={rules} />}
      </Answer>
    </Modal>
  );
};

/** One look at one credential, beside every look that was taken before (Art.20). */
export const CheckDialog = (props: CheckDialogProps) => {
  const text = useWords(words);
  const { reporter, onClose } = props;
  const rules = useQuery(accreditationRulesQuery);
  if (rules.data !== undefined) return <Fields {...props} rules={rules.data} />;
  return (
    <Modal open title={`${text.check} · ${reporter.name}`} footer={null} onCancel={onClose}>
      <Answer of={rules}>{() => null}</Answer>
    </Modal>
  );
};
