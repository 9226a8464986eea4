import { Select } from 'antd';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BlockView } from '../../parts/block-view.js';
import { Comparison } from '../../parts/comparison.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { HintList } from './hint-list.js';
import { words } from './words.js';

/** What stands beside the text and goes out with it. */
export const ContentFacts = ({ page }: { page: ReleasePage }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const { content, release } = page;
  const rows: readonly (readonly [string, string])[] = [
    [text.summary, content.summary],
    [text.column, content.column],
    [text.keywords, listed(content.keywords)],
    [text.joint, listed(release.jointOrgans.map((organ) => organ.name))],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

export const Attachments = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const { attachments } = page.content;
  if (attachments.length === 0) return null;
  return (
    <section aria-label={text.attachments}>
      <h3>{text.attachments}</h3>
      <ul className="attachment-list">
        {attachments.map(({ sha256, name }) => (
          <li key={sha256}>
            <a href={`/api/attachments/${sha256}`} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const useOlder = (page: ReleasePage) => {
  const [chosen, setChosen] = useState(0);
  const older = page.versions.find(({ version }) => version === chosen);
  return { chosen, setChosen, older };
};

/** The current version, or what changed in it since an earlier one. */
export const ContentPanel = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const { chosen, setChosen, older } = useOlder(page);
  const others = page.versions.filter(({ version }) => version !== page.content.version);
  return (
    <section className="panel" id="content">
      <div className="panel-head">
        <h2>
          {text.content} <small className="quiet">{text.version(page.content.version)}</small>
        </h2>
        <span className="panel-tools">
          {others.length > 0 && (
            <Select
              aria-label={text.compareWith}
              size="small"
              value={chosen}
              onChange={setChosen}
              popupMatchSelectWidth={false}
              options={[
                { value: 0, label: text.noComparison },
                ...others.map(({ version }) => ({ value: version, label: text.version(version) })),
              ]}
            />
          )}
          <Link to="/releases/$id/previews" params={{ id: page.release.id }}>
            {text.preview}
          </Link>
        </span>
      </div>
      {older === undefined ? (
        <article className="article">
          <h3 className="article-title">{page.content.title}</h3>
          <BlockView blocks={page.content.blocks} />
        </article>
      ) : (
        <Comparison before={older} after={page.content} elements={page.contentCheck.elements} />
      )}
      <ContentFacts page={page} />
      <Attachments page={page} />
      <HintList hints={page.hints} traces={page.traces} />
    </section>
  );
};
