import {
  AuditOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  DownOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  SendOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { approvalsQuery } from '../api/approval-questions.js';
import type { SessionView } from '../api/contract.js';
import { useSignOut } from '../api/session.js';
import { useLanguage, useWords } from '../language/language.js';
import { roleWords } from '../language/role-words.js';
import { dutyAt } from '../pages/matters/duties.js';
import { Inbox } from './inbox.js';
import { Palette } from './palette.js';
import { words } from './words.js';

const entries = [
  { to: '/', name: 'today', short: 'today', icon: <CarryOutOutlined /> },
  { to: '/approvals', name: 'approvals', short: 'approvalsShort', icon: <AuditOutlined /> },
  { to: '/releases', name: 'releases', short: 'releases', icon: <FileTextOutlined /> },
  { to: '/conflicts', name: 'conflicts', short: 'conflictsShort', icon: <BranchesOutlined /> },
  { to: '/matters', name: 'matters', short: 'matters', icon: <FolderOpenOutlined /> },
  { to: '/calendar', name: 'calendar', short: 'calendar', icon: <CalendarOutlined /> },
  { to: '/progress', name: 'progress', short: 'progressShort', icon: <SendOutlined /> },
  { to: '/reports', name: 'reports', short: 'reports', icon: <BarChartOutlined /> },
] as const;

/** For who reads over the whole city: the office and the city-wide roles. */
const cityEntry = {
  to: '/operations',
  name: 'operations',
  short: 'operationsShort',
  icon: <DashboardOutlined />,
} as const;

const seesCity = ({ roles }: SessionView): boolean =>
  roles.some(({ role, organId }) => organId === null || role === 'coordinator' || role === 'administrator');

const useAccountMenu = (session: SessionView) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  const { language, choose } = useLanguage();
  const signOut = useSignOut();
  return {
    items: [
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
      { key: 'password', label: <Link to="/password">{text.password}</Link> },
      { key: 'language', label: text.otherLanguage, onClick: () => choose(language === 'zh' ? 'en' : 'zh') },
      { key: 'sign-out', label: text.signOut, onClick: () => void signOut() },
    ],
  };
};

/** How many releases wait for the reader's own word; nothing while none does. */
const WaitingCount = () => {
  const text = useWords(words);
  const waiting = useQuery(approvalsQuery).data?.total ?? 0;
  if (waiting === 0) return null;
  return (
    <>
      <span className="nav-count" aria-hidden="true">
        {waiting}
      </span>
      <span className="visually-hidden">{text.approvalsWaiting(waiting)}</span>
    </>
  );
};

/** Across the top on a desktop; its entries lie along the bottom on a phone, where the thumb is. */
export const Masthead = ({ session }: { session: SessionView }) => {
  const text = useWords(words);
  const menu = useAccountMenu(session);
  const shown = seesCity(session) ? [...entries, cityEntry] : entries;
  const amongDuties = useLocation({ select: ({ pathname }) => dutyAt(pathname) !== undefined });
  return (
    <header className="masthead">
      <Link to="/" className="brand">
        <strong>{text.brand}</strong>
        <span>{text.subtitle}</span>
      </Link>
      <nav className="main-nav" aria-label={text.main}>
        {shown.map(({ to, name, short, icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className={name === 'operations' ? 'nav-city' : name === 'reports' ? 'nav-wide' : ''}
            {...(name === 'matters' && amongDuties && { 'aria-current': 'page' })}
          >
            {icon}
            <span className="nav-long">{text[name]}</span>
            <span className="nav-short" aria-hidden="true">
              {text[short]}
            </span>
            {name === 'approvals' && <WaitingCount />}
          </Link>
        ))}
      </nav>
      <Palette />
      <Inbox />
      <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
        <Button type="text" className="account" aria-label={`${text.account} ${session.person.name}`}>
          <UserOutlined />
          {session.person.name}
          <DownOutlined />
        </Button>
      </Dropdown>
    </header>
  );
};
