import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { BulkAction } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BulkDialog } from './bulk-dialog.js';
import type { Choosing } from './choosing.js';
import { words } from './words.js';

const actions: readonly BulkAction[] = ['submit', 'takeBack', 'assignMatter', 'mark', 'unmark'];

/** What may be done with the releases that are chosen; each first shows what would become of which. */
export const BulkBar = ({ choosing }: { choosing: Choosing }) => {
  const text = useWords(words);
  const ids = [...choosing.chosen];
  const [open, setOpen] = useState<{ action: BulkAction; ids: readonly string[] } | null>(null);
  const dialog = open !== null && <BulkDialog {...open} onClose={() => setOpen(null)} />;
  if (ids.length === 0) return dialog;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={text.bulk}>
      <strong aria-live="polite">{text.chosen(ids.length)}</strong>
      {actions.map((action) => (
        <Button key={action} size="small" onClick={() => setOpen({ action, ids })}>
          {text.bulkActions[action]}
        </Button>
      ))}
      <Button
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        href={`/api/release-bulk/table?ids=${ids.join(',')}`}
        download="releases.csv"
      >
        {text.bulkTable}
      </Button>
      <Button size="small" type="text" onClick={() => choosing.all(false)}>
        {text.chooseNone}
      </Button>
      {dialog}
    </div>
  );
};
