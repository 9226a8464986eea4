import {
  AuditOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  SendOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { approvalsQuery } from '../api/approval-questions.js';
import type { SessionView } from '../api/contract.js';
import { useWords } from '../language/language.js';
import { dutyAt } from '../pages/matters/duties.js';
import { AccountMenu } from './account-menu.js';
import { Inbox } from './inbox.js';
import { Palette } from './palette.js';
import { seesCity } from './sees-city.js';
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

const cityEntry = {
  to: '/operations',
  name: 'operations',
  short: 'operationsShort',
  icon: <DashboardOutlined />,
} as const;

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
      <AccountMenu session={session} />
    </header>
  );
};
