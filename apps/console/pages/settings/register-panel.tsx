import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { RegisterEntryView, RegisterName } from '../../api/contract.js';
import { organsQuery, registerQuery } from '../../api/register-questions.js';
import { useSession } from '../../api/session.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer, type Question } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Pages } from '../../parts/pages.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field, FieldValues } from '../../parts/form-values.js';
import { registerWords } from './register-words.js';
import { Sheet } from '../../parts/sheet.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

interface RegisterPanelProps {
  readonly register: RegisterName;
  readonly fields: readonly Field[];
  /** What a row shows of an entry; as many as `heads`. */
  readonly heads: readonly string[];
  readonly cellsOf: (entry: RegisterEntryView) => readonly ReactNode[];
  /** The office's own: nobody is asked for an organ. */
  readonly ofOffice?: boolean;
  readonly detailOf?: (values: FieldValues) => unknown;
  readonly initial?: FieldValues;
  /** Entries of this kind are not replaced by hand. */
  readonly noReplace?: boolean;
  /** What the choices of its fields come from. */
  readonly from?: readonly Question[];
  readonly children?: ReactNode;
}

type Open =
  | { readonly deed: 'record'; readonly replaces: RegisterEntryView | null }
  | { readonly deed: 'retire'; readonly entry: RegisterEntryView }
  | null;

const pageSize = 10;

/** Whose entries this person may be asked to make: their own organs', or, in the office, everybody's. */
const useOrganOptions = () => {
  const session = useSession().data;
  const organs = useQuery(organsQuery);
  const own = new Set(session?.roles.map(({ organId }) => organId) ?? []);
  const options = (organs.data?.items ?? [])
    .filter(({ id, kind }) => kind !== 'imported' && (session?.seesAll === true || own.has(id)))
    .map(({ id, name }) => ({ value: id, label: name }));
  return { question: organs, options };
};

const RecordDialog = (
  props: RegisterPanelProps & { replaces: RegisterEntryView | null; onClose: () => void },
) => {
  const { register, fields, ofOffice, detailOf, initial, replaces, onClose, from = [] } = props;
  const text = useWords(words);
  const names = useWords(registerWords);
  const { question, options: organs } = useOrganOptions();
  const asks: readonly Field[] = [
    ...(ofOffice === true || replaces !== null
      ? []
      : [{ name: 'organId', label: text.organ, kind: 'select' as const, options: organs }]),
    ...fields,
  ];
  const blank = Object.fromEntries(fields.map(({ name, kind }) => [name, kind === 'check' ? false : '']));
  // Who serves many organs says which; the office's own registers ignore it.
  const only = organs.length === 1 ? organs[0]?.value : undefined;
  const organId = replaces?.organ.id ?? (ofOffice === true ? 'office' : (only ?? ''));
  return (
    <FormDialog
      title={`${names.titles[register]} · ${replaces === null ? text.add : text.replace}`}
      fields={asks}
      from={[...from, ...(ofOffice === true ? [] : [question])]}
      initial={{ ...blank, ...initial, organId, ...replaces?.detail } as FieldValues}
      deed={({ organId: chosen, ...values }) => ({
        ...{ path: '/registers', method: 'POST' },
        body: {
          ...{ register, organId: chosen, replaces: replaces?.id ?? null },
          detail: detailOf === undefined ? values : detailOf(values),
        },
      })}
      onClose={onClose}
    />
  );
};

const RetireDialog = ({ entry, onClose }: { entry: RegisterEntryView; onClose: () => void }) => {
  const text = useWords(words);
  return (
    <FormDialog
      title={text.retire}
      okText={text.retire}
      fields={[{ name: 'reason', label: text.reason }]}
      initial={{ reason: '' }}
      deed={(body) => ({ path: `/registers/entries/${entry.id}/retire`, method: 'POST', body })}
      onClose={onClose}
    />
  );
};

/** One small register: its article, its lines, and what this person may do with them. */
export const RegisterPanel = (props: RegisterPanelProps) => {
  const { register, heads, cellsOf, ofOffice, noReplace, children } = props;
  const text = useWords(words);
  const names = useWords(registerWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState<Open>(null);
  const [page, setPage] = useState(1);
  const list = useQuery(registerQuery(register, { page, pageSize }));
  const done = (): void => setOpen(null);
  const deeds = (entry: RegisterEntryView): ReactNode => (
    <div key="deeds" className="row-deeds">
      {noReplace !== true && (
        <ReasonedButton
          label={text.replace}
          reasons={entry.actions.retire.reasons}
          onClick={() => setOpen({ deed: 'record', replaces: entry })}
        />
      )}
      <ReasonedButton
        label={text.retire}
        reasons={entry.actions.retire.reasons}
        onClick={() => setOpen({ deed: 'retire', entry })}
      />
    </div>
  );
  return (
    <section className="panel">
      <Answer of={list} rows={3}>
        {(data) => (
          <>
            <div className="panel-head">
              <h2>
                {names.titles[register]} <span className="quiet">{cited(data.article, language)}</span>
              </h2>
              <ReasonedButton
                label={text.add}
                reasons={data.actions.record.reasons}
                onClick={() => setOpen({ deed: 'record', replaces: null })}
              />
            </div>
            {children}
            <Pages of={data} empty={<p className="quiet">{names.empty[register]}</p>} onPage={setPage}>
              <Sheet
                heads={[...(ofOffice === true ? [] : [text.organ]), ...heads, text.recorded, '']}
                rows={data.items.map((entry) => ({
                  key: entry.id,
                  cells: [
                    ...(ofOffice === true ? [] : [entry.organ.shortName]),
                    ...cellsOf(entry),
                    <span key="recorded" className="quiet">
                      {entry.recordedBy} · {cityTime(entry.recordedAt, language)}
                    </span>,
                    deeds(entry),
                  ],
                }))}
              />
            </Pages>
          </>
        )}
      </Answer>
      {open?.deed === 'record' && <RecordDialog {...props} replaces={open.replaces} onClose={done} />}
      {open?.deed === 'retire' && <RetireDialog entry={open.entry} onClose={done} />}
    </section>
  );
};
