import { Tabs } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { AccountList } from '../accounts/account-list.js';
import { AuditTab } from './audit/audit-tab.js';
import { ChatsTab } from './chats/chats-tab.js';
import { OrganRosterPanel } from './organ-roster.js';
import { OrgansTab } from './organs-tab.js';
import { OtherTab } from './other-tab.js';
import { PeopleTab } from './people-tab.js';
import { PersonsTab } from './persons/persons-tab.js';
import { RosterTab } from './roster-tab.js';
import { RulesTab } from './rules-tab.js';
import { TermsTab } from './terms/terms-tab.js';
import { words } from './words.js';

const route = getRouteApi('/settings');

/** What the office keeps beside the releases; the tab and what is open in it stand in the address. */
export const SettingsPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const tab = filters['tab'] ?? 'organs';
  const organ = filters['organ'];
  const go = (search: AddressFilters): void => void navigate({ to: '/settings', search });
  return (
    <Page title={text.title} lead={text.lead}>
      <Tabs
        activeKey={tab}
        onChange={(key) => go({ tab: key })}
        items={Object.entries(text.tabs).map(([key, label]) => ({ key, label }))}
      />
      {tab === 'organs' && <OrgansTab />}
      {tab === 'roster' &&
        (organ === undefined ? (
          <RosterTab
            only={filters['only']}
            page={Number(filters['page'] ?? 1)}
            onChange={(next) => go({ tab, ...next })}
          />
        ) : (
          <OrganRosterPanel organId={organ} onBack={() => go({ tab })} />
        ))}
      {tab === 'terms' && <TermsTab organ={organ} onChange={(next) => go({ tab, organ: next })} />}
      {tab === 'persons' && <PersonsTab filters={filters} onChange={go} />}
      {tab === 'people' && <PeopleTab />}
      {tab === 'other' && <OtherTab />}
      {tab === 'channels' && <AccountList />}
      {tab === 'chats' && <ChatsTab />}
      {tab === 'rules' && <RulesTab />}
      {tab === 'audit' && <AuditTab filters={filters} onChange={go} />}
    </Page>
  );
};
