import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { TabRow } from '../../parts/tab-row.js';
import { ListsTab } from './lists-tab.js';
import { OutletsTab } from './outlets-tab.js';
import { ReportersTab } from './reporters-tab.js';
import { StopsTab } from './stops-tab.js';
import { words } from './words.js';

const route = getRouteApi('/media');

/** The register of the media: who they are, how they stand, what they get. */
export const MediaPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const { tab = 'reporters' } = route.useSearch();
  return (
    <Page title={text.title} lead={text.lead}>
      <TabRow
        activeKey={tab}
        onChange={(key) => void navigate({ to: '/media', search: { tab: key } })}
        items={Object.entries(text.tabs).map(([key, label]) => ({ key, label }))}
      />
      {tab === 'reporters' && <ReportersTab />}
      {tab === 'outlets' && <OutletsTab />}
      {tab === 'lists' && <ListsTab />}
      {tab === 'stops' && <StopsTab />}
    </Page>
  );
};
