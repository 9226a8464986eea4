import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListRule, MailingListView, OutletKind } from '../../api/press-contract.js';
import { listsQuery } from '../../api/press-questions.js';
import { useDeed } from '../../api/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useMayEdit } from './may-edit.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { words } from './words.js';

type Edited = MailingListView | 'new';
const usualRule: ListRule = { kinds: [], beat: '', accredited: true };

const RuleText = ({ rule }: { rule: ListRule | null }) => {
  const text = useWords(words);
  if (rule === null) return <span className="quiet">{text.byName}</span>;
  const parts = [
    rule.kinds.length === 0 ? text.anyKind : rule.kinds.map((kind) => text.kinds[kind]).join('、'),
    ...(rule.beat === '' ? [] : [`${text.beat} ${rule.beat}`]),
    ...(rule.accredited ? [text.accredited] : []),
  ];
  return <>{parts.join(' · ')}</>;
};

const RuleFields = ({ rule, onChange }: { rule: ListRule; onChange: (rule: ListRule) => void }) => {
  const text = useWords(words);
  return (
    <>
      <p className="quiet">{text.ruleHelp}</p>
      <Labelled id="list-kinds" label={text.ruleKinds}>
        <Select
          id="list-kinds"
          className="whole-width"
          mode="multiple"
          value={[...rule.kinds]}
          options={Object.entries(text.kinds).map(([value, label]) => ({
            value: value as OutletKind,
            label,
          }))}
          onChange={(kinds) => onChange({ ...rule, kinds })}
        />
      </Labelled>
      <Labelled id="list-beat" label={text.ruleBeat}>
        <Input
          id="list-beat"
          value={rule.beat}
          onChange={(event) => onChange({ ...rule, beat: event.target.value })}
        />
      </Labelled>
      <Checkbox
        checked={rule.accredited}
        onChange={(event) => onChange({ ...rule, accredited: event.target.checked })}
      >
        {text.ruleAccredited}
      </Checkbox>
    </>
  );
};

const ListDialog = ({ list, onClose }: { list: Edited; onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const known = list === 'new' ? null : list;
  const [name, setName] = useState(known?.name ?? '');
  const [accredited, setAccredited] = useState(known?.accredited ?? false);
  const [rule, setRule] = useState<ListRule | null>(known === null ? usualRule : known.rule);
  const save = useDeed(onClose);
  const body = { name, accredited, rule };
  return (
    <Modal
      open
      title={known === null ? text.addList : known.name}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() =>
        known === null
          ? save.mutate({ path: '/media/lists', method: 'POST', body })
          : save.mutate({ path: `/media/lists/${known.id}`, method: 'PUT', body })
      }
      onCancel={onClose}
    >
      <Labelled id="list-name" label={text.name}>
        <Input id="list-name" value={name} onChange={(event) => setName(event.target.value)} />
      </Labelled>
      <Labelled id="list-members" label={text.ruleOf}>
        <Select
          id="list-members"
          className="whole-width"
          value={rule === null ? 'byName' : 'byRule'}
          options={(['byName', 'byRule'] as const).map((value) => ({ value, label: text[value] }))}
          onChange={(value) => setRule(value === 'byRule' ? usualRule : null)}
        />
      </Labelled>
      {rule !== null && <RuleFields rule={rule} onChange={setRule} />}
      <p>
        <Checkbox checked={accredited} onChange={(event) => setAccredited(event.target.checked)}>
          {text.accreditedList}
        </Checkbox>
      </p>
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};

export const ListsTab = () => {
  const text = useWords(words);
  const mayEdit = useMayEdit();
  const { q, page } = useRegisterFilters().filters;
  const list = useQuery(listsQuery({ q, page, pageSize }));
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <>
      <RegisterFrame
        of={list}
        tools={mayEdit && <Button onClick={() => setEdited('new')}>{text.addList}</Button>}
        columns={[text.name, text.ruleOf, text.members, text.accreditedList, text.edit]}
        idOf={({ id }) => id}
        row={(one) => [
          <strong key="name">{one.name}</strong>,
          <RuleText key="rule" rule={one.rule} />,
          text.withStops(one.members, one.suppressed),
          one.accredited ? '✓' : '—',
          <Button key="edit" size="small" disabled={!mayEdit} onClick={() => setEdited(one)}>
            {text.edit}
          </Button>,
        ]}
      />
      {edited !== null && <ListDialog list={edited} onClose={() => setEdited(null)} />}
    </>
  );
};
