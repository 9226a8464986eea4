import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { type importedDocumentSchema, type ImportedDocument } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { FileButton } from '../../parts/file-button.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TraceList } from '../../parts/trace-list.js';
import { words } from './words.js';

const read = (file: File): Promise<ImportedDocument> => {
  const form = new FormData();
  form.append('file', file);
  return ask<typeof importedDocumentSchema>('/import', { method: 'POST', body: form });
};

/** A document into the draft; what it had and a release cannot keep is said, never dropped in silence. */
export const ImportButton = ({ onRead }: { onRead: (document: ImportedDocument) => void }) => {
  const text = useWords(words);
  const upload = useMutation({ mutationFn: read, onSuccess: onRead });
  return (
    <div className="import">
      <FileButton
        icon={<UploadOutlined aria-hidden />}
        label={text.import}
        accept=".docx,.html,.htm,.txt"
        loading={upload.isPending}
        onFile={upload.mutate}
      />
      <span className="field-help">{text.importHelp}</span>
      <div aria-live="polite">
        {upload.isError && <RefusalNotice error={upload.error} />}
        {upload.isSuccess && <p className="import-done">{text.imported(upload.variables.name)}</p>}
        {upload.isSuccess && upload.data.warnings.length > 0 && (
          <div className="missing">
            <strong>{text.importWarnings}</strong>
            <ReasonList reasons={upload.data.warnings} />
          </div>
        )}
        {upload.isSuccess && upload.data.document.traces.length > 0 && (
          <div className="missing">
            <strong>{text.importTraces}</strong>
            <TraceList traces={upload.data.document.traces} />
          </div>
        )}
      </div>
    </div>
  );
};
