import type { PreviewView } from '../../api/contract.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { StateTag } from '../../parts/state-tag.js';
import { RenditionView } from './renditions.js';
import { words } from './words.js';

const Findings = ({ preview }: { preview: PreviewView }) => {
  const text = useWords(words);
  const [blocks, warns] = (['block', 'warn'] as const).map((severity) =>
    preview.findings.filter((finding) => finding.severity === severity),
  );
  if (preview.findings.length === 0) return <StateTag tone="success">{text.fine}</StateTag>;
  return (
    <>
      {blocks !== undefined && blocks.length > 0 && (
        <div className="finding-note">
          <StateTag tone="error">{text.blocks}</StateTag>
          <ReasonList reasons={blocks} />
        </div>
      )}
      {warns !== undefined && warns.length > 0 && (
        <div className="finding-note">
          <StateTag tone="warning">{text.warns}</StateTag>
          <ReasonList reasons={warns} />
        </div>
      )}
    </>
  );
};

/** One channel: its objections, then exactly what it will send. */
export const PreviewPanel = ({ preview }: { preview: PreviewView }) => {
  const channels = useWords(channelWords);
  return (
    <section className={`panel preview preview-${preview.channel}`} aria-label={preview.accountName}>
      <div className="panel-head">
        <h2>
          {channels[preview.channel] ?? preview.channel}{' '}
          <small className="quiet">{preview.accountName}</small>
        </h2>
      </div>
      <Findings preview={preview} />
      <RenditionView preview={preview} />
    </section>
  );
};
