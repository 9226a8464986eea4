import { Pagination } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, type ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { pageBack, type Listed } from './listed.js';
import { Loading } from './loading.js';
import { useListKeys } from './use-list-keys.js';
import { words } from './words.js';

/** The page in the address, beside the filters that lie there. */
const useAddressPage = () => {
  const navigate = useNavigate();
  return (page: number, replace = false): void =>
    void navigate({ to: '.', search: (now) => ({ ...now, page: String(page) }), replace });
};

interface PagesProps<Item> {
  readonly of: Listed<Item>;
  /** What is said where nothing is listed. */
  readonly empty: ReactNode;
  /** Of a list among others on its page; without it the page lies in the address. */
  readonly onPage?: (page: number) => void;
  readonly children: ReactNode;
}

/**
 * A page of a list and the way to the others; nothing but the page where it holds all. J and K go through its rows.
 * Whoever did away with the last row of the last page stands on the one before, and the way back does not lead here.
 */
export const Pages = <Item,>({ of, empty, onPage, children }: PagesProps<Item>) => {
  const text = useWords(words);
  const toAddress = useAddressPage();
  const go = onPage ?? toAddress;
  const rows = useListKeys<HTMLDivElement>(onPage === undefined);
  const back = pageBack(of);
  useEffect(() => {
    if (back !== null) go(back, true);
    // What else changes is how `go` is written, never where it leads.
  }, [back]);
  // The rows first: this field brings the styles of half a dozen others along, a third of what a list cost to show.
  const turnable = useDeferredValue(of.total > of.pageSize, false);
  if (back !== null) return <Loading />;
  if (of.items.length === 0) return <>{empty}</>;
  return (
    <>
      <div ref={rows}>{children}</div>
      {turnable && (
        <Pagination
          className="pages"
          aria-label={text.pages}
          current={of.page}
          total={of.total}
          pageSize={of.pageSize}
          showSizeChanger={false}
          hideOnSinglePage
          onChange={(page) => go(page)}
        />
      )}
    </>
  );
};
