import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReleaseSummary } from '../../api/contract.js';
import { releasesQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { declarationWords } from '../../language/declaration-words.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Answer } from '../../parts/answer.js';
import { EmptyList } from '../../parts/empty-list.js';
import { NarrowingBar } from '../../parts/narrowing-bar.js';
import { Page } from '../../parts/page.js';
import { Pages } from '../../parts/pages.js';
import { usePhone } from '../../parts/use-phone.js';
import { ReleaseCards } from './release-cards.js';
import { ReleaseFilters } from './release-filters.js';
import { ReleaseTable } from './release-table.js';
import { words } from './words.js';

const route = getRouteApi('/releases');
const pageSize = 30;

export const ReleasesPage = () => {
  const text = useWords(words);
  const kinds: AddressFilters = useWords(releaseWords).kinds;
  const triggerNames: AddressFilters = useWords(declarationWords).triggerNames;
  const phone = usePhone();
  const navigate = useNavigate();
  const filters = route.useSearch();
  const drafts = hasRole(useSession().data, 'drafter');
  const list = useQuery(releasesQuery({ ...filters, pageSize }));
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/releases', search: { ...filters, page: undefined, ...next } });
  };
  const rows = (releases: readonly ReleaseSummary[]) =>
    phone ? <ReleaseCards releases={releases} /> : <ReleaseTable releases={releases} />;
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.total(list.data.total)}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={!drafts}
          title={drafts ? '' : text.noDrafter}
          onClick={() => void navigate({ to: '/releases/new' })}
        >
          {text.create}
        </Button>
      }
    >
      <ReleaseFilters value={filters} onChange={change} />
      <NarrowingBar
        filters={filters}
        names={{ kind: kinds[filters['kind'] ?? ''], trigger: triggerNames[filters['trigger'] ?? ''] }}
      />
      <Answer of={list} rows={10}>
        {(data) => (
          <Pages of={data} empty={<EmptyList filters={filters} empty={text.empty} />}>
            {rows(data.items)}
          </Pages>
        )}
      </Answer>
    </Page>
  );
};
