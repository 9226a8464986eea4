import { Tabs } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PreviewView } from '../../api/contract.js';
import { previewsQuery, releaseQuery } from '../../api/questions.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { usePhone } from '../../parts/use-phone.js';
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

const Previews = ({ previews }: { previews: readonly PreviewView[] }) => {
  const channels = useWords(channelWords);
  if (usePhone())
    return (
      <Tabs
        items={previews.map((preview) => ({
          key: preview.accountId,
          label: channels[preview.channel] ?? preview.channel,
          children: <PreviewPanel preview={preview} />,
        }))}
      />
    );
  return (
    <div className="previews">
      {sides(previews).map((side, index) => (
        <div key={index}>
          {side.map((preview) => (
            <PreviewPanel key={preview.accountId} preview={preview} />
          ))}
        </div>
      ))}
    </div>
  );
};

export const PreviewsPage = () => {
  const text = useWords(words);
  const { id } = route.useParams();
  const release = useQuery(releaseQuery(id));
  const previews = useQuery(previewsQuery(id));
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
      <Answer of={previews} rows={12}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty}>
              <Link to="/releases/$id/edit" params={{ id }}>
                {text.choose}
              </Link>
            </EmptyNote>
          ) : (
            <Previews previews={inOrder(items)} />
          )
        }
      </Answer>
    </Page>
  );
};
