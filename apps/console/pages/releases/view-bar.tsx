import { HomeOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { standingViews, type StandingView } from '../../api/contract.js';
import { viewsQuery } from '../../api/questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { filtersOf, isView, viewOf } from './view-filters.js';
import { ViewDialog } from './view-dialog.js';
import { words } from './words.js';

interface ViewBarProps {
  readonly filters: AddressFilters;
  /** The filters of a view, in the place of those in the address. */
  readonly onOpen: (filters: AddressFilters, replace: boolean) => void;
}

/** Who comes to the list with nothing asked for sees the view that they put first. */
const useFirstView = ({ filters, onOpen }: ViewBarProps) => {
  const views = useQuery(viewsQuery);
  const arrived = useRef(Object.keys(viewOf(filters)).length === 0);
  const { data } = views;
  useEffect(() => {
    if (data === undefined || !arrived.current) return;
    arrived.current = false;
    const first = data.first === null ? null : filtersOf(data.first, data.items);
    if (first !== null) onOpen(first, true);
    // Only the arrival counts: whoever chooses all releases afterwards means them.
  }, [data]);
  return views;
};

const standing = Object.keys(standingViews) as StandingView[];

/** Named filters: all, those that everybody has, and one's own. */
export const ViewBar = (props: ViewBarProps) => {
  const { filters, onOpen } = props;
  const text = useWords(words);
  const views = useFirstView(props);
  const [open, setOpen] = useState<'keep' | 'arrange' | null>(null);
  const own = views.data?.items ?? [];
  const shown = [
    { key: '', name: text.allReleases, filters: {} },
    ...standing.map((key) => ({ key, name: text.standing[key], filters: standingViews[key] })),
    ...own.map(({ id, name, filters: kept }) => ({ key: id, name, filters: kept })),
  ];
  const known = shown.some((view) => isView(filters, view.filters));
  return (
    <nav className="view-bar" aria-label={text.views}>
      {shown.map((view) => {
        const here = isView(filters, view.filters);
        const first = view.key !== '' && view.key === views.data?.first;
        return (
          <Button
            key={view.key}
            size="small"
            type={here ? 'primary' : 'default'}
            {...(here && { 'aria-current': 'page' as const })}
            {...(first && { icon: <HomeOutlined aria-hidden />, title: text.isFirst })}
            onClick={() => onOpen(view.filters, false)}
          >
            {view.name}
          </Button>
        );
      })}
      {!known && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setOpen('keep')}
        >
          {text.keepView}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        icon={<SettingOutlined aria-hidden />}
        onClick={() => setOpen('arrange')}
      >
        {text.arrangeViews}
      </Button>
      <Failure of={views} />
      {open === 'keep' && (
        <FormDialog
          title={text.keepView}
          lead={text.keepLead}
          fields={[{ name: 'name', label: text.viewName }]}
          initial={{ name: '' }}
          deed={({ name }) => ({ path: '/release-views', body: { name, filters: viewOf(filters) } })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'arrange' && views.data !== undefined && (
        <ViewDialog views={views.data} here={viewOf(filters)} onClose={() => setOpen(null)} />
      )}
    </nav>
  );
};
