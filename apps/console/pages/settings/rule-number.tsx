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

interface NumberProps {
  readonly number: SettableNumber;
  /** The rule and the number within it. */
  readonly name: string;
}

/** What is not a whole number goes as it was written, for the server to say what is wrong with it. */
const written = (value: string): number | string =>
  /^-?\d{1,12}$/u.test(value.trim()) ? Number(value) : value.trim().slice(0, 40);

const ChangeDialog = ({ number, name, onClose }: NumberProps & { readonly onClose: () => void }) => {
  const text = useWords(numberWords);
  const { language } = useLanguage();
  const { key, value, unit, inFile, article, allowed, since, set } = number;
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

/** Takes the number back to the rules file's. */
const Restore = ({ number: { key, value, unit, inFile }, name }: NumberProps) => {
  const text = useWords(numberWords);
  const restore = useDeed(() => undefined);
  return (
    <>
      <Popconfirm
        title={text.restoreAsk(text.withUnit(inFile, unit))}
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
export const RuleNumber = ({ number, name, may }: NumberProps & { readonly may: boolean }) => {
  const text = useWords(numberWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { set, unit, value, inFile } = number;
  return (
    <>
      {text.withUnit(value, unit)}{' '}
      {may && (
        <Button type="link" size="small" aria-label={text.changeOf(name)} onClick={() => setOpen(true)}>
          {text.change}
        </Button>
      )}
      {set !== null && (
        <>
          {may && <Restore number={number} name={name} />}
          <StateTag tone={set.holds ? 'info' : 'warning'}>
            {set.holds ? text.setTag : text.idle(text.withUnit(set.value, unit))}
          </StateTag>
          <p className="quiet">
            {text.inFile(text.withUnit(inFile, unit))}
            {language === 'zh' ? '；' : '; '}
            {text.setBy(set.by, cityTime(set.at, language), set.basis)}
          </p>
        </>
      )}
      {open && <ChangeDialog number={number} name={name} onClose={() => setOpen(false)} />}
    </>
  );
};
