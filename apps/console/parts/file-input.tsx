import { useMutation } from '@tanstack/react-query';
import { ask } from '../api/client.js';
import { type storedFileSchema } from '../api/contract.js';
import { useWords } from '../language/language.js';
import { RefusalNotice } from './refusal-notice.js';
import { words } from './words.js';

interface FileInputProps {
  readonly id: string;
  /** `digest name`, or '' while there is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const upload = (file: File) => {
  const body = new FormData();
  body.append('file', file);
  return ask<typeof storedFileSchema>('/register-files', { method: 'POST', body });
};

/** A document that is stored as soon as it is chosen; the entry then names its digest. */
export const FileInput = ({ id, value, onChange }: FileInputProps) => {
  const text = useWords(words);
  const store = useMutation({
    mutationFn: upload,
    onSuccess: ({ sha256, fileName }) => onChange(`${sha256} ${fileName}`),
  });
  return (
    <>
      <input
        id={id}
        type="file"
        accept=".pdf,.doc,.docx,.ofd"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) store.mutate(file);
        }}
      />
      {store.isPending && <p className="quiet">{text.uploading}</p>}
      {value !== '' && (
        <p className="quiet">
          {text.stored} {value.slice(0, 16)}
        </p>
      )}
      {store.isError && <RefusalNotice error={store.error} />}
    </>
  );
};
