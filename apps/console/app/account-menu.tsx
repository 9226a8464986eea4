import { CheckOutlined, DownOutlined, UserOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { SessionView } from '../api/contract.js';
import { useSignOut } from '../api/session.js';
import { useLanguage, useWords } from '../language/language.js';
import { roleWords } from '../language/role-words.js';
import { onMenuKey } from '../parts/menu-key.js';
import { appearances, useAppearance } from './appearance.js';
import { seesCity } from './sees-city.js';
import { words } from './words.js';

const useAppearanceItems = () => {
  const text = useWords(words);
  const { appearance, choose } = useAppearance();
  return {
    type: 'group' as const,
    label: text.appearance,
    children: appearances.map((each) => ({
      key: each,
      role: 'menuitemradio',
      'aria-checked': each === appearance,
      label: text.appearances[each],
      icon: <CheckOutlined className={each === appearance ? '' : 'not-chosen'} aria-hidden />,
      onClick: () => choose(each),
    })),
  };
};

/** Who is signed in with which roles, the pages that are not everyday, and how the console looks and speaks. */
export const AccountMenu = ({ session }: { session: SessionView }) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const signOut = useSignOut();
  const [isStillHere, setStillHere] = useState(false);
  const leave = (): void => {
    setStillHere(false);
    void signOut().catch(() => setStillHere(true));
  };
  const items = [
    ...session.roles.map((grant, index) => ({
      key: `role-${index}`,
      disabled: true,
      label: `${grant.organName ?? text.allOrgans} · ${roles[grant.role]}`,
    })),
    { type: 'divider' as const },
    ...(seesCity(session)
      ? [{ key: 'operations', label: <Link to="/operations">{text.operations}</Link> }]
      : []),
    { key: 'media', label: <Link to="/media">{text.media}</Link> },
    { key: 'reports', label: <Link to="/reports">{text.reports}</Link> },
    { key: 'accounts', label: <Link to="/accounts">{text.accounts}</Link> },
    { key: 'settings', label: <Link to="/settings">{text.settings}</Link> },
    { key: 'security', label: <Link to="/security">{text.security}</Link> },
    useAppearanceItems(),
    { type: 'divider' as const },
    {
      key: 'language',
      label: <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{text.otherLanguage}</span>,
      onClick: () => choose(other),
    },
    { key: 'sign-out', label: text.signOut, onClick: leave },
  ];
  return (
    <>
      {isStillHere && (
        <span role="alert" className="still-here">
          {text.stillHere}
        </span>
      )}
      <Dropdown
        menu={{ items, className: 'account-menu', onClick: onMenuKey }}
        trigger={['click']}
        placement="bottomRight"
      >
        <Button type="text" className="account" aria-label={`${text.account} ${session.person.name}`}>
          <UserOutlined aria-hidden />
          {session.person.name}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </>
  );
};
