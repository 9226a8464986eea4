import { Segmented } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApprovalView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { BlockView } from '../../parts/block-view.js';
import { cityTime } from '../../parts/city-time.js';
import { MarkedText } from '../../parts/comparison.js';
import { Attachments, ContentFacts } from '../release/content-panel.js';
import { HintList } from '../release/hint-list.js';
import { useLook } from './use-look.js';
import { words } from './words.js';

interface TextPanelProps {
  readonly read: ApprovalView;
  /** The version that was being read when this one came; null where nobody changed it meanwhile. */
  readonly readBefore: number | null;
}

const useSince = ({ read, readBefore }: TextPanelProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { lastLook, seenAt, page } = read;
  const base = page.versions.find(({ version }) => version === (readBefore ?? lastLook?.version));
  if (base !== undefined && readBefore !== null)
    return { base, told: text.changedWhileReading(base.version) };
  if (base !== undefined && lastLook !== null)
    return { base, told: text.changed(base.version, cityTime(lastLook.at, language)) };
  return { base, told: seenAt === null ? text.firstLook : text.unchanged(cityTime(seenAt, language)) };
};

/** The whole text, with what changed since the reader's last look marked in it. */
export const TextPanel = ({ read, readBefore }: TextPanelProps) => {
  const text = useWords(words);
  const { page } = read;
  const { base, told } = useSince({ read, readBefore });
  const [marked, setMarked] = useState(true);
  const shown = useLook(page.release.id, page.release.digest);
  return (
    <section className="panel" id="content" aria-label={text.text}>
      <div className="panel-head">
        <h2>
          {text.text} <small className="quiet">{text.version(page.content.version)}</small>
        </h2>
        <span className="panel-tools">
          <Link to="/releases/$id/previews" params={{ id: page.release.id }}>
            {text.previews}
          </Link>
          <Link to="/releases/$id" params={{ id: page.release.id }}>
            {text.wholePage}
          </Link>
        </span>
      </div>
      <p className={base === undefined ? 'quiet' : 'changed-note'}>{told}</p>
      {base !== undefined && (
        <div className="mark-choice">
          <Segmented
            aria-label={text.view}
            value={marked ? 'marked' : 'clean'}
            onChange={(view) => setMarked(view === 'marked')}
            options={[
              { value: 'marked', label: text.marked },
              { value: 'clean', label: text.clean },
            ]}
          />
          {marked && (
            <span className="comparison">
              <ins>{text.legend.ins}</ins> <del>{text.legend.del}</del>
            </span>
          )}
        </div>
      )}
      <div ref={shown}>
        {base === undefined || !marked ? (
          <article className="article">
            <h3 className="article-title">{page.content.title}</h3>
            <BlockView blocks={page.content.blocks} />
          </article>
        ) : (
          <MarkedText before={base} after={page.content} elements={page.contentCheck.elements} />
        )}
      </div>
      <ContentFacts page={page} />
      <Attachments page={page} />
      <HintList hints={page.hints} traces={page.traces} />
    </section>
  );
};
