import { Link } from '@tanstack/react-router';
import type { FindingView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { cityTime } from '../../parts/city-time.js';
import { usePhone } from '../../parts/use-media.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { Tabbed } from '../../parts/tab-row.js';
import { MarkedText } from './marked-text.js';
import { spansIn } from './numbered-facts.js';
import { words } from './words.js';

interface TextPanelsProps {
  readonly finding: FindingView;
  readonly at: number;
  readonly onGoTo: (number: number) => void;
}

const TextPanel = ({ finding, index, at, onGoTo }: TextPanelsProps & { index: number }) => {
  const text = useWords(words);
  const { states } = useWords(releaseWords);
  const { language } = useLanguage();
  const [release, content] = [finding.releases[index], finding.texts[index]];
  if (release === undefined || content === undefined) return null;
  return (
    <article className="panel text-panel">
      <p className="text-head">
        <span className="side">{text.side(index)}</span>
        <span className="number">{release.number}</span>
        <span>{release.organ.name}</span>
        <span>{states[release.state]}</span>
        {release.releasedAt !== null && <time>{cityTime(release.releasedAt, language)}</time>}
        <Link to="/releases/$id" params={{ id: release.id }}>
          {text.openRelease}
        </Link>
      </p>
      <MarkedText
        title={content.title}
        body={content.body}
        spans={spansIn(finding, content.releaseId)}
        at={at}
        onGoTo={onGoTo}
      />
    </article>
  );
};

/** Where the texts stand that are outside this system, each of which opens in a page of its own. */
export const OutsideTexts = ({ finding: { outside, outsideOther } }: Pick<TextPanelsProps, 'finding'>) =>
  [outside, outsideOther].map(
    (one) => one !== null && <OutsideText key={`${one.site} ${one.url}`} outside={one} />,
  );

const OutsideText = ({ outside }: { outside: NonNullable<FindingView['outside']> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { organ, site, title, url, publishedAt } = outside;
  return (
    <p className="panel text-head outside-text">
      <span className="side">{text.outside}</span>
      <span>{organ}</span>
      <span>{site}</span>
      <time>{cityTime(publishedAt, language)}</time>
      {/^https?:/u.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </p>
  );
};

/** The texts side by side; as tabs on a phone. */
export const TextPanels = (props: TextPanelsProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const phone = usePhone();
  const panels = props.finding.texts.map((content, index) => ({
    key: content.releaseId,
    label: labelled(text.side(index), props.finding.releases[index]?.organ.shortName ?? ''),
    children: <TextPanel {...props} index={index} />,
  }));
  if (panels.length === 0) return null;
  if (phone) return <Tabbed items={panels} />;
  return (
    <section className="text-panels" aria-label={text.texts}>
      {panels.map((panel) => (
        <div key={panel.key}>{panel.children}</div>
      ))}
    </section>
  );
};
