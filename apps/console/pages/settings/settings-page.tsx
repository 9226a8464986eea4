import { Suspense } from 'react';
import { getRouteApi, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { TabRow } from '../../parts/tab-row.js';
import { words } from './words.js';

/* Each tab is loaded when it is opened: together they outgrow what a first load may weigh. */
const AccountList = lazyRouteComponent(() => import('../accounts/account-list.js'), 'AccountList');
const AuditTab = lazyRouteComponent(() => import('./audit/audit-tab.js'), 'AuditTab');
const ChatsTab = lazyRouteComponent(() => import('./chats/chats-tab.js'), 'ChatsTab');
const EventsTab = lazyRouteComponent(() => import('./events/events-tab.js'), 'EventsTab');
const KeysTab = lazyRouteComponent(() => import('./keys/keys-tab.js'), 'KeysTab');
const OrganRosterPanel = lazyRouteComponent(() => import('./organ-roster.js'), 'OrganRosterPanel');
const OrgansTab = lazyRouteComponent(() => import('./organs-tab.js'), 'OrgansTab');
const OtherTab = lazyRouteComponent(() => import('./other-tab.js'), 'OtherTab');
const PeopleTab = lazyRouteComponent(() => import('./people-tab.js'), 'PeopleTab');
const PersonsTab = lazyRouteComponent(() => import('./persons/persons-tab.js'), 'PersonsTab');
const RosterTab = lazyRouteComponent(() => import('./roster-tab.js'), 'RosterTab');
const RulesTab = lazyRouteComponent(() => import('./rules-tab.js'), 'RulesTab');
const SourcesTab = lazyRouteComponent(() => import('./sources/sources-tab.js'), 'SourcesTab');
const TermsTab = lazyRouteComponent(() => import('./terms/terms-tab.js'), 'TermsTab');

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
      <TabRow
        activeKey={tab}
        onChange={(key) => go({ tab: key })}
        items={Object.entries(text.tabs).map(([key, label]) => ({ key, label }))}
      />
      <Suspense fallback={<Loading />}>
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
        {tab === 'keys' && <KeysTab filters={filters} />}
        {tab === 'events' && <EventsTab />}
        {tab === 'sources' && <SourcesTab />}
        {tab === 'rules' && <RulesTab />}
        {tab === 'audit' && <AuditTab filters={filters} onChange={go} />}
      </Suspense>
    </Page>
  );
};
