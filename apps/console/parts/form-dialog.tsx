import { Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useWords } from '../language/language.js';
import { Failure, type Question } from './answer.js';
import { LabelledField } from './form-fields.js';
import { isMissing, type Field, type FieldValues } from './form-values.js';
import { RefusalNotice } from './refusal-notice.js';
import { isStepUpAsked, StepUpDialog } from './step-up-dialog.js';
import { useAnsweredDeed, type Deed } from './use-deed.js';
import { words } from './words.js';

/** Made by `answeredWith`, which says what the answer is to whoever takes it. */
interface Answered {
  readonly onAnswer: (answer: unknown) => void;
}

export const answeredWith = <Schema extends z.ZodType>(
  onAnswer: (answer: z.infer<Schema>) => void,
): Answered => ({ onAnswer: (answer) => onAnswer(answer as z.infer<Schema>) });

const anything: Answered = { onAnswer: () => undefined };

interface FormDialogProps {
  readonly title: string;
  /** What it means, above the questions. */
  readonly lead?: string;
  readonly fields: readonly Field[];
  readonly initial: FieldValues;
  readonly deed: (values: FieldValues) => Deed;
  readonly onClose: () => void;
  readonly okText?: string;
  /** What the server answers beyond that it is done: whoever asked shows it when the dialog is gone. */
  readonly answered?: Answered;
  /** What its choices come from: a list that cannot be read is not an empty one. */
  readonly from?: readonly Question[];
}

/** With rows of fields side by side it needs more room. */
const widths = { plain: 520, rows: 860 } as const;

/** A change that is asked for with plain questions: questions, the server's reasons, one button. */
export const FormDialog = ({
  title,
  lead,
  fields,
  initial,
  deed,
  onClose,
  okText,
  answered = anything,
  from = [],
}: FormDialogProps) => {
  const text = useWords(words);
  const [values, setValues] = useState<FieldValues>(initial);
  const save = useAnsweredDeed<z.ZodType>((answer) => {
    onClose();
    answered.onAnswer(answer);
  });
  const asksForPassword = isStepUpAsked(save);
  const shown = fields.filter(({ when }) => when === undefined || when(values));
  if (asksForPassword && save.variables !== undefined)
    return <StepUpDialog onProved={() => save.mutate(save.variables)} onClose={() => save.reset()} />;
  return (
    <Modal
      open
      title={title}
      width={widths[fields.some(({ kind }) => kind === 'rows' || kind === 'cards') ? 'rows' : 'plain']}
      okText={okText ?? text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: shown.some((field) => isMissing(field, values[field.name])) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(deed(values))}
      onCancel={onClose}
    >
      {lead !== undefined && <p>{lead}</p>}
      {from.map((question, index) => (
        <Failure key={index} of={question} />
      ))}
      {shown.map((field) => (
        <LabelledField
          key={field.name}
          id={`field-${field.name}`}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
