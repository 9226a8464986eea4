import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
import { reporterRows, tableText } from './reporter-rows.js';
import { words } from './words.js';

/** A table of reporters, pasted or chosen; nothing is sent while a line of it cannot be read. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const [table, setTable] = useState('');
  const send = useDeed(onClose);
  const { rows, bad } = reporterRows(table);
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setTable(tableText(await file.arrayBuffer()));
  };
  return (
    <Modal
      open
      title={text.import}
      okText={text.importOk(rows.length)}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: rows.length === 0 || bad.length > 0 }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate({ path: '/media/import', body: { reporters: rows } })}
      onCancel={onClose}
    >
      <p className="quiet">{text.importHelp}</p>
      <TextField id="import-table" label={text.importTable} rows={8} value={table} onChange={setTable} />
      <Labelled id="import-file" label={text.importFile}>
        <input
          id="import-file"
          type="file"
          accept=".csv,.txt,.tsv"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            // The same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
      </Labelled>
      {bad.length > 0 && (
        <div role="alert">
          <p>{text.importBad(bad.length)}</p>
          <ul className="line-list">
            {bad.slice(0, 10).map(({ line, found }) => (
              <li key={line}>{text.importLine(line, found)}</li>
            ))}
          </ul>
          <Button onClick={() => setTable('')}>{text.importClear}</Button>
        </div>
      )}
      {send.isError && <RefusalNotice error={send.error} />}
    </Modal>
  );
};
