import { Input, Select } from 'antd';
import { lazy, Suspense, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { AccountView, ElementView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BlockView } from '../../parts/block-view.js';
import { AttachmentField } from './attachment-field.js';
import type { BodyHandle } from './body/body-editor.js';
import { withDocument } from './draft-form.js';
import type { FormPartProps } from './form-part.js';
import { Field, reasonsFor } from './field.js';
import { DeclarationFields } from './declaration-fields.js';
import { ImportButton } from './import-button.js';
import { LimitList } from './limit-list.js';
import { LiveFindings } from './live-findings.js';
import { MatterField } from './matter-field.js';
import { ChannelFields, OrganFields } from './place-fields.js';
import { useLiveCheck, type Checked } from './use-live-check.js';
import { words } from './words.js';

/**
 * It weighs as much as a third of the console: the form and the text to read stand before it comes. It is on its way as soon as the
 * page is, not only when the text is here; should it not come, the form says so where it asks for it itself.
 */
const comingBody = import('./body/body-editor.js');
comingBody.catch(() => undefined);
const BodyEditor = lazy(async () => ({ default: (await comingBody).BodyEditor }));

interface TextFieldsProps extends FormPartProps {
  readonly checked: Checked | null;
  readonly body: RefObject<BodyHandle | null>;
  readonly onFinding: (finding: number | null) => void;
}

const TextFields = ({ form, onChange, reasons, checked, body, onFinding }: TextFieldsProps) => {
  const text = useWords(words);
  return (
    <>
      <Field id="title" label={text.title} needed reasons={reasonsFor(reasons, 'title')}>
        <Input
          id="title"
          size="large"
          value={form.title}
          count={{ show: true }}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <Field id="body" label={text.body} needed reasons={reasonsFor(reasons, 'blocks')}>
        <Suspense fallback={<BlockView blocks={form.blocks} />}>
          <BodyEditor
            ref={body}
            id="body"
            value={form.blocks}
            checked={checked}
            onChange={(blocks) => onChange({ blocks })}
            onFinding={onFinding}
          />
        </Suspense>
      </Field>
      <Field
        id="summary"
        label={text.summary}
        help={text.summaryHelp}
        reasons={reasonsFor(reasons, 'summary')}
      >
        <Input.TextArea
          id="summary"
          value={form.summary}
          onChange={(event) => onChange({ summary: event.target.value })}
          autoSize={{ minRows: 2, maxRows: 6 }}
        />
      </Field>
    </>
  );
};

/** 更正说明 stands first on every channel: only a correction has one. */
const CorrectionField = ({ form, onChange, reasons }: FormPartProps) => {
  const text = useWords(words);
  if (form.correctionNote === null) return null;
  return (
    <Field
      id="correctionNote"
      label={text.correctionNote}
      help={text.correctionHelp}
      needed
      reasons={reasonsFor(reasons, 'correctionNote')}
    >
      <Input.TextArea
        id="correctionNote"
        maxLength={300}
        value={form.correctionNote}
        onChange={(event) => onChange({ correctionNote: event.target.value })}
        autoSize={{ minRows: 2, maxRows: 6 }}
      />
    </Field>
  );
};

const FilingFields = ({
  form,
  onChange,
  reasons,
  accounts,
}: FormPartProps & { readonly accounts: readonly AccountView[] }) => {
  const text = useWords(words);
  return (
    <div className="field-row">
      <Field id="column" label={text.column} reasons={reasonsFor(reasons, 'column')}>
        <Input
          id="column"
          list="columns"
          value={form.column}
          onChange={(event) => onChange({ column: event.target.value })}
        />
        <datalist id="columns">
          {[...new Set(accounts.flatMap(({ columns }) => columns))].map((column) => (
            <option key={column} value={column} />
          ))}
        </datalist>
      </Field>
      <Field
        id="keywords"
        label={text.keywords}
        help={text.keywordsHelp}
        reasons={reasonsFor(reasons, 'keywords')}
      >
        <Select
          id="keywords"
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', '、', ' ']}
          value={[...form.keywords]}
          onChange={(keywords: string[]) => onChange({ keywords })}
        />
      </Field>
      <MatterField form={form} onChange={onChange} reasons={reasons} />
    </div>
  );
};

interface DraftEditorProps extends FormPartProps {
  readonly accounts: readonly AccountView[];
  /** A release stays with the organ that drafted it. */
  readonly fixedOrgan: boolean;
  /** Elements of this kind of release, as the stored version has them. */
  readonly elements?: readonly ElementView[];
  /** Null while it is not stored yet. */
  readonly releaseId: string | null;
  /** Ctrl+S */
  readonly onSave: () => void;
}

/** Saves what stands in the form now, the last letter of the body included. */
const useSaveKey = (body: RefObject<BodyHandle | null>, onSave: () => void) => {
  const latest = useRef(onSave);
  useLayoutEffect(() => {
    latest.current = onSave;
  });
  return (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    body.current?.flush();
    latest.current();
  };
};

/** The form on the left; what it contradicts and what the channels allow on the right. */
export const DraftEditor = ({
  accounts,
  fixedOrgan,
  releaseId,
  elements = [],
  onSave,
  ...part
}: DraftEditorProps) => {
  const live = useLiveCheck(part.form, releaseId);
  const body = useRef<BodyHandle>(null);
  const [finding, setFinding] = useState<number | null>(null);
  const onKeyDown = useSaveKey(body, onSave);
  return (
    <div className="edit-columns" onKeyDown={onKeyDown}>
      <div>
        <section className="panel">
          <ImportButton onRead={(document) => part.onChange(withDocument(part.form, document))} />
          <OrganFields {...part} fixedOrgan={fixedOrgan} />
          <CorrectionField {...part} />
          <TextFields {...part} checked={live.checked} body={body} onFinding={setFinding} />
          <AttachmentField {...part} />
          <FilingFields {...part} accounts={accounts} />
          <DeclarationFields {...part} elements={elements} />
        </section>
        <ChannelFields {...part} accounts={accounts} />
      </div>
      <div className="edit-side">
        <LiveFindings
          live={live}
          accounts={accounts}
          open={finding}
          onShow={(index) => body.current?.showFinding(index)}
        />
        <LimitList form={part.form} accounts={accounts} />
      </div>
    </div>
  );
};
