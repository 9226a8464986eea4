import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { type attachmentSchema, type AttachmentView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { FileButton } from '../../parts/file-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { Field, reasonsFor } from './field.js';
import type { FormPartProps } from './form-part.js';
import { words } from './words.js';

const store = (file: File): Promise<AttachmentView> => {
  const form = new FormData();
  form.append('file', file);
  return ask<typeof attachmentSchema>('/attachments', { method: 'POST', body: form });
};

/** Documents that the public may download; what they say is held against the text. */
export const AttachmentField = ({ form, onChange, reasons }: FormPartProps) => {
  const text = useWords(words);
  const without = (sha256: string) => form.attachments.filter((attached) => attached.sha256 !== sha256);
  const upload = useMutation({
    mutationFn: store,
    onSuccess: ({ sha256, name }) => onChange({ attachments: [...without(sha256), { sha256, name }] }),
  });
  return (
    <Field
      id="attachments"
      label={text.attachments}
      help={text.attachmentsHelp}
      reasons={reasonsFor(reasons, 'attachments')}
    >
      <ul className="attachment-list">
        {form.attachments.map(({ sha256, name }) => (
          <li key={sha256}>
            <a href={`/api/attachments/${sha256}`} download={name}>
              {name}
            </a>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={text.removeAttachment(name)}
              onClick={() => onChange({ attachments: without(sha256) })}
            />
          </li>
        ))}
      </ul>
      <FileButton
        id="attachments"
        icon={<PaperClipOutlined aria-hidden />}
        label={text.addAttachment}
        accept=".docx,.txt"
        loading={upload.isPending}
        onFile={upload.mutate}
      />
      <div aria-live="polite">{upload.isError && <RefusalNotice error={upload.error} />}</div>
    </Field>
  );
};
