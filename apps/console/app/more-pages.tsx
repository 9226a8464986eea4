import { EllipsisOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { useWords } from '../language/language.js';
import { onMenuKey } from '../parts/menu-key.js';
import { words } from './words.js';

interface MorePagesProps {
  readonly pages: readonly { readonly to: string; readonly name: string }[];
}

/** On a phone, what the bar below has no room for; the thumb finds it in the same corner. */
export const MorePages = ({ pages }: MorePagesProps) => {
  const text = useWords(words);
  const isAmong = useLocation({ select: ({ pathname }) => pages.some(({ to }) => pathname.startsWith(to)) });
  const items = pages.map(({ to, name }) => ({ key: to, label: <Link to={to}>{name}</Link> }));
  return (
    <Dropdown menu={{ items, onClick: onMenuKey }} trigger={['click']} placement="topRight">
      <button type="button" className={isAmong ? 'nav-more nav-more-here' : 'nav-more'}>
        <EllipsisOutlined aria-hidden />
        {text.more}
      </button>
    </Dropdown>
  );
};
