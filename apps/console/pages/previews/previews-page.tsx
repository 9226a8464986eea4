import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AccountView, PreviewView, ReleasePage } from '../../api/contract.js';
import { accountsQuery, previewsQuery, releaseQuery } from '../../api/questions.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { usePhone } from '../../parts/use-media.js';
import { Tabbed } from '../../parts/tab-row.js';
import { PreviewPanel } from './preview-panel.js';
import { words } from './words.js';

const route = getRouteApi('/releases/$id/previews');

/** The first platform first (Art.17), as everywhere. */
const order = ['portal', 'weibo', 'wechat', 'webhook', 'email'];
const inOrder = (previews: readonly PreviewView[]): readonly PreviewView[] =>
  [...previews].sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel));

/** Pages on the left, what one reads on a phone on the right. */
const sides = (previews: readonly PreviewView[]) => {
  const onPhone = ({ channel }: PreviewView): boolean => channel === 'wechat' || channel === 'weibo';
  return [previews.filter((preview) => !onPhone(preview)), previews.filter(onPhone)];
};

interface PreviewsProps {
  readonly previews: readonly PreviewView[];
  readonly page: ReleasePage;
  readonly accounts: readonly AccountView[];
}

const Previews = ({ previews, page, accounts }: PreviewsProps) => {
  const panel = (preview: PreviewView) => (
    <PreviewPanel
      key={preview.accountId}
      preview={preview}
      page={page}
      account={accounts.find(({ id }) => id === preview.accountId)}
    />
  );
  const channels = useWords(channelWords);
  if (usePhone())
    return (
      <Tabbed
        items={previews.map((preview) => ({
          key: preview.accountId,
          label: channels[preview.channel] ?? preview.channel,
          children: panel(preview),
        }))}
      />
    );
  return (
    <div className="previews">
      {sides(previews).map((side, index) => (
        <div key={index}>{side.map(panel)}</div>
      ))}
    </div>
  );
};

export const PreviewsPage = () => {
  const text = useWords(words);
  const { id } = route.useParams();
  const release = useQuery(releaseQuery(id));
  const previews = useQuery(previewsQuery(id));
  const accounts = useQuery(accountsQuery);
  return (
    <Page
      title={text.title}
      crumbs={
        <Link to="/releases/$id" params={{ id }}>
          {release.data?.release.title ?? text.back}
        </Link>
      }
      lead={text.lead}
    >
      <Failure of={accounts} />
      <Answer of={previews} rows={12}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty}>
              <Link to="/releases/$id/edit" params={{ id }}>
                {text.choose}
              </Link>
            </EmptyNote>
          ) : (
            <Answer of={release}>
              {(page) => (
                <Previews previews={inOrder(items)} page={page} accounts={accounts.data?.items ?? []} />
              )}
            </Answer>
          )
        }
      </Answer>
    </Page>
  );
};
