import { Button, Checkbox, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListRule, MailingListView } from '../../api/press-contract.js';
import { listsQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { TextField } from '../../parts/text-field.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { EntryDialog } from './entry-dialog.js';
import { MembersDialog } from './members-dialog.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { words } from './words.js';

type Edited = MailingListView | 'new';
const usualRule: ListRule = { kinds: [], beat: '', accredited: true };

const RuleText = ({ rule }: { rule: ListRule | null }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  if (rule === null) return <span className="quiet">{text.byName}</span>;
  const parts = [
    rule.kinds.length === 0 ? text.anyKind : listed(rule.kinds.map((kind) => text.kinds[kind])),
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
          showSearch={{ optionFilterProp: 'label' }}
          options={optionsOf(text.kinds)}
          onChange={(kinds) => onChange({ ...rule, kinds })}
        />
      </Labelled>
      <TextField
        id="list-beat"
        label={text.ruleBeat}
        value={rule.beat}
        onChange={(next) => onChange({ ...rule, beat: next })}
      />
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
  const known = list === 'new' ? null : list;
  const [name, setName] = useState(known?.name ?? '');
  const [accredited, setAccredited] = useState(known?.accredited ?? false);
  const [rule, setRule] = useState<ListRule | null>(known === null ? usualRule : known.rule);
  return (
    <EntryDialog
      title={known === null ? text.addList : known.name}
      path="/media/lists"
      id={known?.id ?? null}
      body={{ name, accredited, rule }}
      complete={name.trim() !== ''}
      onClose={onClose}
    >
      <TextField id="list-name" label={text.name} value={name} onChange={setName} />
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
    </EntryDialog>
  );
};

export const ListsTab = () => {
  const text = useWords(words);
  const { q, page } = useRegisterFilters().filters;
  const list = useQuery(listsQuery({ q, page, pageSize }));
  const reasons = list.data?.actions.edit.reasons;
  const [edited, setEdited] = useState<Edited | null>(null);
  const [shown, setShown] = useState<MailingListView | null>(null);
  return (
    <>
      <RegisterFrame
        of={list}
        tools={<ReasonedButton label={text.addList} reasons={reasons} onClick={() => setEdited('new')} />}
        columns={[text.name, text.ruleOf, text.members, text.accreditedList, '']}
        idOf={({ id }) => id}
        row={(one) => [
          <strong key="name">{one.name}</strong>,
          <RuleText key="rule" rule={one.rule} />,
          text.withStops(one.members, one.suppressed),
          one.accredited ? '✓' : '—',
          <div key="deeds" className="row-deeds">
            <Button size="small" onClick={() => setShown(one)}>
              {text.seeMembers}
            </Button>
            <ReasonedButton size="small" label={text.edit} reasons={reasons} onClick={() => setEdited(one)} />
          </div>,
        ]}
      />
      {shown !== null && <MembersDialog list={shown} onClose={() => setShown(null)} />}
      {edited !== null && <ListDialog list={edited} onClose={() => setEdited(null)} />}
    </>
  );
};
