import type { PreviewView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { Paper } from './paper.js';
import { showSlots, showSlotsInText } from './show-slots.js';
import { words } from './words.js';

interface RenditionProps {
  readonly preview: PreviewView;
}

const useParts = ({ rendition }: PreviewView) => {
  const { slotNames } = useWords(words);
  const nameOf = (name: string): string => slotNames[name] ?? name;
  return {
    html: (name: string): string => showSlots(rendition.parts[name] ?? '', nameOf),
    text: (name: string): string => showSlotsInText(rendition.parts[name] ?? '', nameOf),
  };
};

const PortalRendition = ({ preview }: RenditionProps) => {
  const parts = useParts(preview);
  // The page itself adapts to a phone: it is shown as the reader's device would show it.
  const width = usePhone() ? 390 : 960;
  return <Paper title={preview.accountName} html={parts.html('html')} width={width} />;
};

const MailRendition = ({ preview }: RenditionProps) => {
  const text = useWords(words);
  const parts = useParts(preview);
  return (
    <div className="mail">
      <dl className="mail-head">
        <div>
          <dt>{text.from}</dt>
          <dd>{parts.text('fromName')}</dd>
        </div>
        <div>
          <dt>{text.subject}</dt>
          <dd>
            <strong>{parts.text('subject')}</strong>
          </dd>
        </div>
      </dl>
      <Paper title={preview.accountName} html={parts.html('html')} width={640} />
    </div>
  );
};

/** WeChat puts the title and the author above the article's own HTML, and the link below it. */
const wechatPage = (title: string, author: string, html: string): string =>
  `<!doctype html><meta charset="utf-8"><style>body{margin:0;padding:20px 16px 24px;font:17px/1.75 sans-serif;color:#1f1f1f;overflow-wrap:anywhere}h1{font-size:22px;line-height:1.4;margin:0 0 12px}.by{color:#5b6577;font-size:15px;margin:0 0 22px}img{max-width:100%}</style><h1>${title}</h1><p class="by">${author}</p>${html}`;

const encoded = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

const WechatRendition = ({ preview }: RenditionProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const parts = useParts(preview);
  const page = wechatPage(encoded(parts.text('title')), encoded(parts.text('author')), parts.html('html'));
  return (
    <div className="phone-frame">
      <div
        className="phone-screen white-paper"
        role="region"
        aria-label={text.screen(preview.accountName)}
        tabIndex={0}
      >
        <Paper title={preview.accountName} html={page} width={358} />
        <p className="wechat-original">{text.readOriginal}</p>
      </div>
      {parts.text('digest') !== '' && <p className="quiet">{labelled(text.digest, parts.text('digest'))}</p>}
    </div>
  );
};

const WeiboRendition = ({ preview }: RenditionProps) => {
  const text = useWords(words);
  const parts = useParts(preview);
  return (
    <div className="phone-frame">
      <div
        className="phone-screen white-paper weibo"
        role="region"
        aria-label={text.screen(preview.accountName)}
        tabIndex={0}
      >
        <p className="weibo-head" lang="zh-CN">
          <span className="weibo-face" aria-hidden="true">
            {preview.accountName.slice(0, 1)}
          </span>
          <strong>{preview.accountName}</strong>
        </p>
        <p className="weibo-text" lang="zh-CN">
          {parts.text('status')}
        </p>
        <div className="weibo-images">
          {preview.rendition.assets.map((sha256) => (
            <img key={sha256} src={`/api/images/${sha256}`} alt="" />
          ))}
        </div>
      </div>
    </div>
  );
};

/** What the app is sent, laid out for reading; the bytes that go out are the same without the line breaks. */
const WebhookRendition = ({ preview }: RenditionProps) => {
  const body = useParts(preview).text('body');
  return (
    <pre className="webhook-body" lang="zh-CN">
      {JSON.stringify(JSON.parse(body), null, 2)}
    </pre>
  );
};

/** A channel that this page does not know: its parts as they are. */
const OtherRendition = ({ preview }: RenditionProps) => (
  <dl className="facts">
    {Object.entries(preview.rendition.parts).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="weibo-text">{value}</dd>
      </div>
    ))}
  </dl>
);

export const RenditionView = ({ preview }: RenditionProps) => {
  switch (preview.channel) {
    case 'portal':
      return <PortalRendition preview={preview} />;
    case 'wechat':
      return <WechatRendition preview={preview} />;
    case 'weibo':
      return <WeiboRendition preview={preview} />;
    case 'webhook':
      return <WebhookRendition preview={preview} />;
    case 'email':
      return <MailRendition preview={preview} />;
    default:
      return <OtherRendition preview={preview} />;
  }
};
