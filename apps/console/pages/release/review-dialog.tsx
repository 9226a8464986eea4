import { Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';
import { HintList } from './hint-list.js';
import { cited } from '../../parts/cited.js';

type Verdicts = Readonly<Record<string, boolean>>;

interface ReviewDialogProps {
  readonly page: ReleasePage;
  /** The full review that an emergency left for afterwards. */
  readonly later?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (items: Verdicts, note: string) => void;
  readonly onClose: () => void;
}

interface ItemProps {
  readonly entry: ReleasePage['checklist'][number];
  readonly verdict: boolean | undefined;
  readonly onJudge: (verdict: boolean) => void;
}

const Item = ({ entry, verdict, onJudge }: ItemProps) => {
  const text = useWords(dialogWords);
  const { language } = useLanguage();
  const id = useId();
  return (
    <li className="review-item">
      <span id={id}>
        {language === 'zh' ? entry.title : entry.titleEn}{' '}
        <small className="quiet">{cited(entry.article, language)}</small>
      </span>
      <Radio.Group
        aria-labelledby={id}
        optionType="button"
        value={verdict}
        onChange={(event) => onJudge(event.target.value as boolean)}
        options={[
          { value: true, label: text.pass },
          { value: false, label: text.fail },
        ]}
      />
    </li>
  );
};

/** The confidentiality review: item by item, nothing judged beforehand. */
export const ReviewDialog = ({ page, later = false, busy, error, onDo, onClose }: ReviewDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [verdicts, setVerdicts] = useState<Verdicts>({});
  const [note, setNote] = useState('');
  const open = page.checklist.filter(({ item }) => verdicts[item] === undefined).length;
  const failing = Object.values(verdicts).includes(false);
  return (
    <Modal
      open
      width={640}
      title={later ? text.laterTitle : text.reviewTitle}
      okText={text.reviewDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: open > 0 || (failing && note.trim() === '') }}
      confirmLoading={busy}
      onOk={() => onDo(verdicts, note.trim())}
      onCancel={onClose}
    >
      <p>{text.reviewLead}</p>
      {later && page.content.declaration.urgency !== '' && (
        <p className="note">
          {text.urgency}
          {page.content.declaration.urgency}
        </p>
      )}
      <HintList hints={page.hints} traces={page.traces} />
      <ul className="review-items">
        {page.checklist.map((entry) => (
          <Item
            key={entry.item}
            entry={entry}
            verdict={verdicts[entry.item]}
            onJudge={(verdict) => setVerdicts({ ...verdicts, [entry.item]: verdict })}
          />
        ))}
      </ul>
      <TextField
        id={id}
        label={failing ? text.note : text.noteOptional}
        rows={3}
        maxLength={1_000}
        value={note}
        onChange={setNote}
      />
      <p aria-live="polite" className="quiet">
        {open > 0 ? text.reviewUnanswered(open) : failing ? text.reviewFailing : ''}
      </p>
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
