import { Input, Select } from 'antd';
import { useDeferredValue } from 'react';
import type { AccountView, ElementView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BlockView } from '../../parts/block-view.js';
import { blocksOfText } from '../../parts/body-blocks.js';
import { AttachmentField } from './attachment-field.js';
import { BodyField } from './body-field.js';
import { withDocument, type DraftForm } from './draft-form.js';
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

const columns = ['通知公告', '新闻发布', '应急信息', '政策解读', '回应关切'];

const TextFields = ({ form, onChange, reasons, checked }: FormPartProps & { checked: Checked | null }) => {
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
        <BodyField id="body" value={form.body} checked={checked} onChange={(body) => onChange({ body })} />
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

const FilingFields = ({ form, onChange, reasons }: FormPartProps) => {
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
          {columns.map((column) => (
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

const Reading = ({ form }: { form: DraftForm }) => {
  const text = useWords(words);
  const body = useDeferredValue(form.body);
  return (
    <section className="panel" aria-label={text.preview}>
      <h2>{text.preview}</h2>
      {form.title === '' && body === '' ? (
        <p className="quiet">{text.previewEmpty}</p>
      ) : (
        <article className="article">
          <h3 className="article-title">{form.title}</h3>
          <BlockView blocks={blocksOfText(body)} />
        </article>
      )}
    </section>
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
}

/** The form on the left; what it contradicts, how it reads and what the channels allow on the right. */
export const DraftEditor = ({
  accounts,
  fixedOrgan,
  releaseId,
  elements = [],
  ...part
}: DraftEditorProps) => {
  const live = useLiveCheck(part.form, releaseId);
  return (
    <div className="edit-columns">
      <div>
        <section className="panel">
          <ImportButton onRead={(document) => part.onChange(withDocument(part.form, document))} />
          <OrganFields {...part} fixedOrgan={fixedOrgan} />
          <CorrectionField {...part} />
          <TextFields {...part} checked={live.checked} />
          <AttachmentField {...part} />
          <FilingFields {...part} />
          <DeclarationFields {...part} elements={elements} />
        </section>
        <ChannelFields {...part} accounts={accounts} />
      </div>
      <div className="edit-side">
        <LiveFindings live={live} />
        <LimitList form={part.form} accounts={accounts} />
        <Reading form={part.form} />
      </div>
    </div>
  );
};
