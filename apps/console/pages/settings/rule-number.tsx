import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { numberWords } from './number-words.js';
import type { SettableNumber } from './settable-number.js';
import { cited } from '../../parts/cited.js';
import { partForm } from './rule-parts/part-form.js';
import type { Ranks } from './rule-parts/part-shapes.js';
import { PartView } from './rule-parts/part-view.js';
import { partWords } from './rule-parts/words.js';

interface NumberProps {
  readonly number: SettableNumber;
  /** The rule and the number within it. */
  readonly name: string;
  /** By which ranks are named. */
  readonly ranks: Ranks;
}

interface DialogProps extends NumberProps {
  readonly onClose: () => void;
}

/** What is not a whole number goes as it was written, for the server to say what is wrong with it. */
const written = (value: string): number | string =>
  /^-?\d{1,12}$/u.test(value.trim()) ? Number(value) : value.trim().slice(0, 40);

/** A number or an hour; everything else has a form of its own. */
const plain = (value: SettableNumber['value']): number | string | null =>
  value === null || typeof value === 'object' ? null : value;

const PartDialog = ({ number, name, ranks, onClose }: DialogProps) => {
  const text = useWords(numberWords);
  const parts = useWords(partWords);
  const { language } = useLanguage();
  const { key, value, article, allowed, since, set } = number;
  const [form] = useState(() => partForm(number, { text: parts, language, ranks }));
  if (form === null) return null;
  return (
    <FormDialog
      title={text.changeOf(name)}
      lead={text.leadPart(cited(article, language), allowed[language], text.since[since])}
      fields={[...form.fields, { name: 'basis', label: text.basis, help: text.basisHelp }]}
      initial={{ ...form.initial, basis: set?.basis ?? '' }}
      deed={({ basis = '', ...values }) => ({
        path: '/rules/numbers',
        body: { key, value: form.sent(values), basis, seen: value },
      })}
      onClose={onClose}
    />
  );
};

const ChangeDialog = ({ number, name, onClose }: DialogProps) => {
  const text = useWords(numberWords);
  const { language } = useLanguage();
  const { key, unit, article, allowed, since, set } = number;
  const [value, inFile] = [plain(number.value), plain(number.inFile)];
  return (
    <FormDialog
      title={text.changeOf(name)}
      lead={text.lead(text.withUnit(inFile, unit), cited(article, language), text.since[since])}
      fields={[
        { name: 'value', label: text.number(unit), help: text.allowed(allowed[language]) },
        { name: 'basis', label: text.basis, help: text.basisHelp },
      ]}
      initial={{ value: value === null ? '' : String(value), basis: set?.basis ?? '' }}
      deed={({ value: next = '', basis = '' }) => ({
        path: '/rules/numbers',
        body: { key, value: written(String(next)), basis, seen: value },
      })}
      onClose={onClose}
    />
  );
};

interface RestoreProps extends Pick<NumberProps, 'number' | 'name'> {
  readonly whole: boolean;
}

/** Takes the number back to the rules file's. */
const Restore = ({ number: { key, value, unit, inFile }, name, whole }: RestoreProps) => {
  const text = useWords(numberWords);
  const restore = useDeed(() => undefined);
  return (
    <>
      <Popconfirm
        title={whole ? text.restorePartAsk : text.restoreAsk(text.withUnit(plain(inFile), unit))}
        okText={text.restore}
        cancelText={text.cancel}
        onConfirm={() => restore.mutate({ path: '/rules/numbers/removals', body: { key, seen: value } })}
      >
        <Button type="link" size="small" aria-label={text.restoreOf(name)}>
          {text.restore}
        </Button>
      </Popconfirm>
      {restore.isError && <RefusalNotice error={restore.error} />}
    </>
  );
};

/** The number in force with its unit; where it was set in the console, by whom, on what, and over which number of the file. */
export const RuleNumber = ({ number, name, ranks, may }: NumberProps & { readonly may: boolean }) => {
  const text = useWords(numberWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const parts = useWords(partWords);
  const { set, unit, value, inFile } = number;
  const [whole] = useState(() => partForm(number, { text: parts, language, ranks }) !== null);
  const said = (of: SettableNumber['value']) =>
    whole ? <PartView part={{ unit, value: of }} ranks={ranks} /> : text.withUnit(plain(of), unit);
  const Dialog = whole ? PartDialog : ChangeDialog;
  return (
    <>
      {said(value)}{' '}
      {may && (
        <Button type="link" size="small" aria-label={text.changeOf(name)} onClick={() => setOpen(true)}>
          {text.change}
        </Button>
      )}
      {set !== null && (
        <>
          {may && <Restore number={number} name={name} whole={whole} />}
          <StateTag tone={set.holds ? 'info' : 'warning'}>
            {set.holds
              ? text.setTag
              : whole
                ? text.idlePart
                : text.idle(text.withUnit(plain(set.value), unit))}
          </StateTag>
          <p className="quiet">
            {whole
              ? null
              : text.inFile(text.withUnit(plain(inFile), unit)) + (language === 'zh' ? '；' : '; ')}
            {text.setBy(set.by, cityTime(set.at, language), set.basis)}
          </p>
        </>
      )}
      {open && <Dialog number={number} name={name} ranks={ranks} onClose={() => setOpen(false)} />}
    </>
  );
};
