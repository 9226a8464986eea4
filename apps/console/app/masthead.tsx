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
import { usePhone } from '../parts/use-media.js';
import { Inbox } from './inbox.js';
import { MorePages } from './more-pages.js';
import { Palette } from './palette.js';
import { seesCity } from './sees-city.js';
import { words } from './words.js';

/** In the order of a day's work; what is under the thumb on a phone is marked. */
const entries = [
  { to: '/', name: 'today', short: 'today', Icon: CarryOutOutlined, thumb: true },
  { to: '/approvals', name: 'approvals', short: 'approvalsShort', Icon: AuditOutlined, thumb: true },
  { to: '/releases', name: 'releases', short: 'releases', Icon: FileTextOutlined, thumb: true },
  { to: '/conflicts', name: 'conflicts', short: 'conflictsShort', Icon: BranchesOutlined, thumb: true },
  { to: '/matters', name: 'matters', short: 'matters', Icon: FolderOpenOutlined, thumb: false },
  { to: '/calendar', name: 'calendar', short: 'calendar', Icon: CalendarOutlined, thumb: true },
  { to: '/progress', name: 'progress', short: 'progressShort', Icon: SendOutlined, thumb: false },
  { to: '/reports', name: 'reports', short: 'reports', Icon: BarChartOutlined, thumb: false },
] as const;

const cityEntry = {
  to: '/operations',
  name: 'operations',
  short: 'operationsShort',
  Icon: DashboardOutlined,
  thumb: false,
} as const;

/** Pages that a desktop has in the menu of the account alone. */
const rare = [
  { to: '/media', name: 'media' },
  { to: '/accounts', name: 'accounts' },
  { to: '/settings', name: 'settings' },
] as const;

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
  const phone = usePhone();
  const all = seesCity(session) ? [...entries, cityEntry] : entries;
  const shown = all.filter(({ thumb }) => thumb || !phone);
  const rest = [...all.filter(({ thumb }) => !thumb), ...rare];
  const amongDuties = useLocation({ select: ({ pathname }) => dutyAt(pathname) !== undefined });
  return (
    <header className="masthead">
      <Link to="/" className="brand">
        <strong>{text.brand}</strong>
        <span>{text.subtitle}</span>
      </Link>
      <nav className="main-nav" aria-label={text.main}>
        {shown.map(({ to, name, short, Icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            {...(name === 'matters' && amongDuties && { 'aria-current': 'page' })}
          >
            <Icon aria-hidden />
            <span className="nav-long">{text[name]}</span>
            <span className="nav-short" aria-hidden="true">
              {text[short]}
            </span>
            {name === 'approvals' && <WaitingCount />}
          </Link>
        ))}
        {phone && <MorePages pages={rest.map(({ to, name }) => ({ to, name: text[name] }))} />}
      </nav>
      <Palette />
      <Inbox />
      <AccountMenu session={session} />
    </header>
  );
};
