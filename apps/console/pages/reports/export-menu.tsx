import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReportContent } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { onMenuKey } from '../../parts/menu-key.js';
import { words } from './words.js';

interface ExportProps {
  /** What it says to whoever hears it alone. */
  readonly name: string;
  readonly content: ReportContent;
  /** One table of it; all of them without one. */
  readonly table?: string;
  /** A closed report is taken away as it was closed. */
  readonly frozen?: string;
  readonly size?: 'small' | 'middle';
}

/** What is shown as a file, in the language in which it is shown. */
export const ExportMenu = ({ name, content, table, frozen, size = 'middle' }: ExportProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const address = (format: string): string => {
    const search = new URLSearchParams({ format, language });
    if (frozen !== undefined) return `/api/frozen-reports/${frozen}/export?${search.toString()}`;
    search.set('from', content.from);
    search.set('to', content.to);
    if (content.organ !== null) search.set('organ', content.organ.id);
    if (table !== undefined) search.set('table', table);
    return `/api/reports/${content.name}/export?${search.toString()}`;
  };
  const items = Object.entries(text.formats).map(([format, label]) => ({
    key: format,
    label: (
      <a href={address(format)} download>
        {label}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items, onClick: onMenuKey }} trigger={['click']} placement="bottomRight">
      <Button size={size} icon={<DownloadOutlined aria-hidden />} aria-label={name} aria-haspopup="menu">
        {text.exportAll}
      </Button>
    </Dropdown>
  );
};
